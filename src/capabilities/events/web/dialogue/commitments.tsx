import { Button, Group, Paper, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { api, type EventView } from "../api.ts";

type Commitment = EventView["commitments"][number];
const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

/** What was promised: by when, which unit, the task of the plan, and what became of it. */
export function Commitments({ view, onDone }: { view: EventView; onDone: (words: string) => void }) {
  const [making, setMaking] = useState(false);
  const [commitmentId, renew] = useState(newId);
  const answers = view.questions.flatMap(({ code, answer }) =>
    answer && answer.state !== "withdrawn"
      ? [{ value: answer.id, label: `${code}: ${answer.question.slice(0, 100)}` }]
      : [],
  );
  return (
    <Section id="cam-ket" title="Cam kết và kết quả">
      {view.commitments.length === 0 && <Text size="sm">Chưa ghi cam kết nào.</Text>}
      {view.commitments.map((one) => (
        <OneCommitment key={one.id} view={view} one={one} onDone={onDone} />
      ))}
      <MayButton
        may={view.may}
        verb="answer"
        hideReason
        variant="default"
        maw="max-content"
        onClick={() => setMaking(true)}
      >
        Ghi cam kết
      </MayButton>
      <FormDialog<
        { answerId: string | null; words: string; unitId: string | null; dueOn: string | null },
        unknown
      >
        opened={making}
        onClose={() => setMaking(false)}
        title="Ghi cam kết"
        lead="Người khác duyệt rồi cam kết mới công khai và thành nhiệm vụ của kế hoạch."
        initial={{ answerId: null, words: "", unitId: view.leadUnitId, dueOn: null }}
        check={({ dueOn }) => (dueOn ? {} : { dueOn: "Hãy ghi hạn làm." })}
        verb="Ghi cam kết"
        submit={({ unitId, dueOn, ...values }) =>
          api.events.makeCommitment.call({
            ...values,
            id: view.id,
            commitmentId,
            unitId: unitId ?? "",
            dueOn: dueOn ?? "",
          })
        }
        onDone={() => {
          renew(newId());
          onDone("Đã ghi cam kết; chờ người khác duyệt.");
        }}
      >
        {(form) => (
          <>
            <Textarea
              label="Việc cam kết"
              description="Việc gì, kết quả gì; người dân đọc đúng lời này."
              required
              autosize
              minRows={2}
              {...form.getInputProps("words")}
            />
            <Select
              label="Đơn vị thực hiện"
              required
              searchable
              nothingFoundMessage="Không có đơn vị này"
              data={view.units.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("unitId")}
            />
            <DateField label="Hạn làm" required {...form.getInputProps("dueOn")} />
            {answers.length > 0 && (
              <Select
                label="Từ câu hỏi (nếu có)"
                clearable
                data={answers}
                {...form.getInputProps("answerId")}
              />
            )}
          </>
        )}
      </FormDialog>
    </Section>
  );
}

function OneCommitment({
  view,
  one,
  onDone,
}: {
  view: EventView;
  one: Commitment;
  onDone: (words: string) => void;
}) {
  const [open, setOpen] = useState<"approve" | "result" | null>(null);
  const named = { id: view.id, commitmentId: one.id };
  const links = useQuery({ ...api.plan.links.queryOptions({ input: {} }), enabled: open === "approve" });
  const plans = links.data?.plans ?? [];
  const settle = useMutation({
    mutationFn: (act: "drop" | "approveResult") =>
      act === "drop"
        ? api.events.dropCommitment.call(named)
        : api.events.approveResult.call({ ...named, result: one.result ?? "" }),
    onSuccess: (_, act) => onDone(act === "drop" ? "Đã bỏ cam kết." : "Đã duyệt; kết quả đã công khai."),
  });
  const close = () => setOpen(null);
  const short = one.words.slice(0, 60);
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap={6}>
        <Title order={3} size="h5">
          {one.words}
        </Title>
        <Text size="sm">
          <strong>{one.standing}</strong> · {one.unitName} · hạn {formatDate(one.dueOn)} · {one.madeByName}{" "}
          ghi
          {one.taskId && (
            <>
              {" · "}
              <LinkText to={`/nhiem-vu/${one.taskId}` as never} underline="always">
                nhiệm vụ của kế hoạch
              </LinkText>
            </>
          )}
        </Text>
        {one.result && (
          <Text style={said}>
            Kết quả, ngày {formatDate(one.resultOn!)}
            {one.resultState === "waiting" && ` (chờ duyệt, ${one.resultByName} ghi)`}: {one.result}
          </Text>
        )}
        <Group gap="xs" align="flex-start">
          {one.state === "drafted" && (
            <>
              <MayButton
                may={view.may}
                verb="commit"
                size="sm"
                aria-label={`Duyệt cam kết, giao nhiệm vụ: ${short}`}
                onClick={() => setOpen("approve")}
              >
                Duyệt cam kết, giao nhiệm vụ
              </MayButton>
              {view.may.answer?.allowed && (
                <Button
                  size="sm"
                  variant="default"
                  aria-label={`Bỏ cam kết: ${short}`}
                  onClick={() => settle.mutate("drop")}
                >
                  Bỏ cam kết
                </Button>
              )}
            </>
          )}
          {one.state === "published" && one.resultState !== "published" && (
            <MayButton
              may={view.may}
              verb="answer"
              hideReason
              size="sm"
              variant="default"
              aria-label={`${one.result ? "Sửa kết quả" : "Ghi kết quả"}: ${short}`}
              onClick={() => setOpen("result")}
            >
              {one.result ? "Sửa kết quả" : "Ghi kết quả"}
            </MayButton>
          )}
          {one.resultState === "waiting" && (
            <MayButton
              may={view.may}
              verb="approve"
              size="sm"
              aria-label={`Duyệt, công khai kết quả: ${short}`}
              onClick={() => settle.mutate("approveResult")}
            >
              Duyệt, công khai kết quả
            </MayButton>
          )}
        </Group>
        {settle.isError && <ErrorNotice error={settle.error} />}
      </Stack>
      <FormDialog<{ planId: string | null }, unknown>
        opened={open === "approve" && !links.isPending}
        onClose={close}
        title="Duyệt cam kết, giao nhiệm vụ"
        lead="Cam kết hiện ở trang sự kiện; nhiệm vụ có đơn vị, hạn như cam kết được thêm vào kế hoạch."
        initial={{ planId: plans[0]?.id ?? null }}
        check={({ planId }) => (planId ? {} : { planId: "Hãy chọn một kế hoạch đang thực hiện." })}
        verb="Duyệt, giao nhiệm vụ"
        submit={({ planId }) =>
          api.events.approveCommitment.call({
            ...named,
            planId: planId ?? "",
            madeAt: one.madeAt,
          })
        }
        onDone={() => onDone("Đã duyệt; cam kết đã công khai và thành nhiệm vụ.")}
      >
        {(form) => (
          <Select
            label="Kế hoạch"
            required
            allowDeselect={false}
            data={plans.map(({ id, title, year }) => ({ value: id, label: `${title} (${year})` }))}
            {...form.getInputProps("planId")}
          />
        )}
      </FormDialog>
      <FormDialog<{ result: string; resultOn: string | null }, unknown>
        key={one.result ?? "moi"}
        opened={open === "result"}
        onClose={close}
        title="Ghi kết quả cam kết"
        lead="Người thứ hai duyệt rồi kết quả mới công khai và thành minh chứng của nhiệm vụ."
        initial={{ result: one.result ?? "", resultOn: one.resultOn }}
        check={({ resultOn }) => (resultOn ? {} : { resultOn: "Hãy ghi ngày có kết quả." })}
        verb="Gửi duyệt kết quả"
        submit={({ result, resultOn }) =>
          api.events.writeResult.call({ ...named, result, resultOn: resultOn ?? "" })
        }
        onDone={() => onDone("Đã gửi người thứ hai duyệt.")}
      >
        {(form) => (
          <>
            <Textarea label="Kết quả" required autosize minRows={3} {...form.getInputProps("result")} />
            <DateField label="Ngày có kết quả" required {...form.getInputProps("resultOn")} />
          </>
        )}
      </FormDialog>
    </Paper>
  );
}
