import { Alert, Group, Stack, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconMessage2 } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { formatDate, formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone, sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { Cell, Question } from "../coverage-view.ts";
import { emptyDue } from "../due-fields.tsx";
import { type NewTask, TaskDialog } from "../task-dialog.tsx";

type Gap = Awaited<ReturnType<typeof api.plan.gapOfCell.call>>;

/** Why a cell lacks a proof, and what is done about it: a reason, a task, a reminder. Nothing where nothing is lacking. */
export function GapPart({ question, cell }: { question: Question; cell: Cell }) {
  const input = { ...question, rowId: cell.row.rowId, period: cell.period.code };
  const gap = useQuery(api.plan.gapOfCell.queryOptions({ input }));
  return (
    <Asked query={gap}>
      {(found) =>
        found.open + found.explained + found.reasons.length > 0 && (
          <GapFound gap={found} input={input} cell={cell} />
        )
      }
    </Asked>
  );
}

const lackedIn = ({ open, explained }: Gap, isGroup: boolean): string => {
  if (open + explained === 0) return "Nay không còn thiếu minh chứng.";
  if (!isGroup) return open > 0 ? "Chưa có minh chứng, chưa rõ lý do." : "Chưa có minh chứng, đã có lý do.";
  return [
    open > 0 && `${open} mục chưa có minh chứng, chưa rõ lý do`,
    explained > 0 && `${explained} mục chưa có, đã có lý do`,
  ]
    .filter(Boolean)
    .join("; ")
    .concat(".");
};

function Reason({
  reason: {
    mark,
    reason,
    givenByName,
    givenAt,
    changedByName,
    changedAt,
    withdrawnByName,
    withdrawnAt,
    ...its
  },
}: {
  reason: Gap["reasons"][number];
}) {
  return (
    <Text size="sm" component="div" style={{ overflowWrap: "anywhere" }}>
      <Text component="span" size="sm" td={withdrawnAt ? "line-through" : undefined}>
        {mark && `Của dòng ${mark}: `}
        {reason}
      </Text>
      <Text size="xs" c="gray.7">
        Kỳ từ {formatDate(its.firstDay)} đến {formatDate(its.lastDay)}. {givenByName} ghi lúc{" "}
        {formatDateTime(givenAt)}
        {changedAt && `; ${changedByName} sửa lúc ${formatDateTime(changedAt)}`}
        {withdrawnAt && `; ${withdrawnByName} rút lúc ${formatDateTime(withdrawnAt)}`}.
      </Text>
    </Text>
  );
}

/** A task for what is lacking: of this clause or this unit, due with the period unless it is over. */
function taskFor(
  { units, allUnits, obligationIds }: Gap,
  by: Question["by"],
  { row, period }: Cell,
): NewTask {
  const isOver = period.to < today().toString();
  const isClause = by === "clause" && /^[0-9a-f-]{36}$/u.test(row.rowId);
  return {
    title: isClause ? row.name : "",
    clauseId: isClause ? row.rowId : null,
    leadUnitId: allUnits || units.length !== 1 ? null : units[0]!.id,
    obligationIds: isClause && !row.isGroup ? obligationIds : [],
    due: { ...emptyDue, kind: "date", date: isOver ? null : period.to },
  };
}

function GapFound({
  gap,
  input,
  cell,
}: {
  gap: Gap;
  input: Question & { rowId: string; period: string };
  cell: Cell;
}) {
  const queries = useQueryClient();
  const [step, setStep] = useState<"explain" | "withdraw" | "assign" | null>(null);
  /** The task that was given last, until it is said. */
  const made = useRef("");
  const close = () => setStep(null);
  const refresh = () => queries.invalidateQueries({ queryKey: api.plan.key() });
  const done = (said: string) => {
    void refresh();
    sayDone(said);
  };
  const withdraw = useMutation(
    api.plan.withdrawGapReason.mutationOptions({
      onSuccess: () => {
        close();
        done("Đã rút lý do.");
      },
    }),
  );
  const remind = useMutation(
    api.plan.remindOfGap.mutationOptions({
      onSuccess: ({ reminded }) => done(`Đã nhắc ${reminded?.people ?? 0} người của các đơn vị.`),
      onError: sayFailed,
    }),
  );
  const own = gap.reasons.find(({ id }) => id === gap.own);
  const whom = gap.allUnits ? "mọi phòng, đơn vị" : gap.units.map(({ name }) => name).join(", ");
  const remindedToday = gap.reminded?.day === today().toString();
  return (
    <Alert
      color={gap.open > 0 ? "red" : "blue"}
      variant="light"
      icon={gap.open > 0 ? <IconAlertTriangle aria-hidden /> : <IconMessage2 aria-hidden />}
      title={lackedIn(gap, cell.row.isGroup)}
      styles={{ title: { whiteSpace: "normal" }, label: { whiteSpace: "normal" } }}
    >
      <Stack gap="xs">
        {gap.reasons.map((reason) => (
          <Reason key={reason.id} reason={reason} />
        ))}
        {gap.reminded && (
          <Text size="sm">
            {gap.reminded.sentByName} nhắc {gap.reminded.people} người lúc{" "}
            {formatDateTime(gap.reminded.sentAt)}.
          </Text>
        )}
        <Group gap="xs" align="flex-start">
          {gap.open > 0 && (
            <>
              <MayButton may={gap.may} verb="assign" size="sm" onClick={() => setStep("assign")}>
                Giao nhiệm vụ
              </MayButton>
              {remindedToday ? (
                <Text size="sm">Hôm nay đã nhắc; mỗi ngày nhắc một lần.</Text>
              ) : (
                <MayButton
                  may={gap.may}
                  verb="remind"
                  size="sm"
                  variant="default"
                  hideReason
                  loading={remind.isPending}
                  onClick={() => remind.mutate(input)}
                >
                  Nhắc đơn vị
                </MayButton>
              )}
            </>
          )}
          {(gap.open > 0 || own) && (
            <MayButton
              may={own?.may ?? gap.may}
              verb="explain"
              size="sm"
              variant="default"
              hideReason
              onClick={() => setStep("explain")}
            >
              {own ? "Sửa lý do" : "Ghi lý do"}
            </MayButton>
          )}
          {own && (
            <MayButton
              may={own.may}
              verb="withdraw"
              size="sm"
              variant="subtle"
              color="red"
              hideReason
              onClick={() => setStep("withdraw")}
            >
              Rút lý do
            </MayButton>
          )}
        </Group>
        {gap.open > 0 && whom && (
          <Text size="xs" c="gray.7">
            Đơn vị có việc chưa có minh chứng: {whom}.
          </Text>
        )}
      </Stack>
      <FormDialog
        opened={step === "explain"}
        onClose={close}
        title={own ? "Sửa lý do chưa có minh chứng" : "Ghi lý do chưa có minh chứng"}
        lead={
          <Text size="sm">
            {cell.row.path} {cell.row.name}, {cell.period.label}.
            {cell.row.isGroup && " Lý do này tính cho mọi mục bên trong chưa có minh chứng trong kỳ."}
          </Text>
        }
        initial={{ reason: own?.reason ?? "" }}
        verb="Ghi lý do"
        submit={({ reason }) => api.plan.explainGap.call({ ...input, reason })}
        onDone={() => done("Đã ghi lý do.")}
      >
        {(form) => (
          <Textarea
            label="Lý do"
            description="Ví dụ: việc dời sang quý sau theo Công văn số …"
            required
            autosize
            minRows={3}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
      <Confirm
        opened={step === "withdraw"}
        onClose={close}
        title="Rút lý do"
        verb="Rút lý do"
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => own && withdraw.mutate({ ...input, reasonId: own.id })}
      >
        Ô này lại tính là chưa có minh chứng. Lý do đã ghi vẫn đọc được ở đây và trong nhật ký.
      </Confirm>
      <TaskDialog
        planId={input.id}
        begin={taskFor(gap, input.by, cell)}
        opened={step === "assign"}
        onClose={close}
        add={async (fields) => {
          made.current = (await api.plan.addTask.call({ id: input.id, ...fields })).id;
        }}
        onSaved={() => {
          const id = made.current;
          const undo = async () => {
            await api.plan.removeTask.call({ id, reason: "Hoàn tác nhiệm vụ vừa giao từ bảng bao phủ" });
            await refresh();
          };
          sayDoneWithUndo("Đã giao nhiệm vụ.", undo, 20_000);
        }}
      />
    </Alert>
  );
}
