import { Fieldset, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useGo } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import type { ProposalKind } from "../../estimates/proposal.ts";
import { moneyNumber, moneyText, readMoney } from "../../money.ts";
import { api, type Budget, type Proposal } from "../api.ts";
import { MoneyField } from "../money-field.tsx";
import { useKeep } from "../use-keep.ts";

interface Entry {
  lineId: string;
  name: string;
  limit: number;
  typed: string;
  /** "more" or "less". */
  way: string;
  basis: string;
}

interface Values extends Record<string, unknown> {
  title: string;
  reason: string;
  entries: Entry[];
}

/** The lines that a proposal of this kind may name: an estimate those that nothing was approved of yet. */
const openLines = (budget: Budget, kind: ProposalKind) =>
  budget.lines.filter(({ approvedAt }) => kind === "adjustment" || approvedAt === null);

/** Begins an estimate or an adjustment. */
export function NewProposal({ budget, kind }: { budget: Budget; kind: ProposalKind }) {
  const [openedAs, openAs] = useState<string | null>(null);
  const go = useGo();
  if (openLines(budget, kind).length === 0) return null;
  if (kind === "adjustment" && budget.lines.every(({ approvedAt }) => approvedAt === null)) return null;
  return (
    <>
      <MayButton may={budget.may} verb="write" hideReason variant="default" onClick={() => openAs(newId())}>
        {kind === "estimate" ? "Lập tờ trình dự toán" : "Lập tờ điều chỉnh"}
      </MayButton>
      {openedAs && (
        <ProposalForm
          id={openedAs}
          budget={budget}
          kind={kind}
          before={null}
          onClose={() => openAs(null)}
          onDone={({ id }) => go(`/kinh-phi/to-trinh/${id}`)}
        />
      )}
    </>
  );
}

/** Says for each line how much it gets or gives up; what stays empty is not in the proposal. */
export function ProposalForm({
  id,
  budget,
  kind,
  before,
  onClose,
  onDone,
}: {
  id: string;
  budget: Budget;
  kind: ProposalKind;
  before: Proposal | null;
  onClose: () => void;
  onDone?: (answer: Proposal) => void;
}) {
  const keep = useKeep();
  const standing = new Map(before?.changes.map((one) => [one.lineId, one]));
  const isAdjustment = kind === "adjustment";
  return (
    <FormDialog<Values, Proposal>
      opened
      onClose={onClose}
      size="xl"
      title={isAdjustment ? `Điều chỉnh dự toán năm ${budget.year}` : `Dự toán năm ${budget.year}`}
      lead="Để trống dòng không nằm trong tờ trình này. Ghi xong còn sửa được cho tới khi trình duyệt."
      initial={{
        title:
          before?.title ??
          (isAdjustment
            ? `Điều chỉnh dự toán năm ${budget.year}`
            : `Dự toán tuyên truyền cải cách hành chính năm ${budget.year}`),
        reason: before?.reason ?? "",
        entries: openLines(budget, kind).map((line) => {
          const change = standing.get(line.id);
          return {
            ...{ lineId: line.id, name: line.name, limit: line.limit },
            typed: change ? moneyNumber(Math.abs(change.amount)) : "",
            way: change && change.amount < 0 ? "less" : "more",
            basis: change?.basis ?? line.basis,
          };
        }),
      }}
      verb="Ghi tờ trình"
      check={({ entries }) => {
        const lacks = entries.flatMap(({ typed }, index) => {
          const { why } = typed.trim() === "" ? { why: null } : readMoney(typed);
          return why === null ? [] : [[`entries.${index}.typed`, why] as const];
        });
        return Object.fromEntries(lacks);
      }}
      submit={({ title, reason, entries }) =>
        api.budget.saveProposal.call({
          ...{ id, year: budget.year, kind, title, reason },
          changes: entries
            .filter(({ typed }) => typed.trim() !== "")
            .map(({ lineId, typed, way, basis }) => ({ lineId, typed, less: way === "less", basis })),
        })
      }
      onDone={(answer) => {
        keep.proposal(answer);
        sayDone("Đã ghi tờ trình.");
        onDone?.(answer);
      }}
    >
      {(form) => (
        <>
          <TextInput label="Tên tờ trình" required data-autofocus {...form.getInputProps("title")} />
          <Textarea
            label={isAdjustment ? "Lý do điều chỉnh" : "Căn cứ"}
            required={isAdjustment}
            autosize
            minRows={1}
            {...form.getInputProps("reason")}
          />
          {form.values.entries.map((entry, index) => (
            <Fieldset key={entry.lineId} legend={entry.name}>
              <Stack gap="xs">
                {isAdjustment && (
                  <>
                    <Text size="sm">Hiện được {moneyText(entry.limit)}.</Text>
                    <Select
                      label="Tăng hay giảm"
                      allowDeselect={false}
                      data={[
                        { value: "more", label: "Tăng" },
                        { value: "less", label: "Giảm" },
                      ]}
                      {...form.getInputProps(`entries.${index}.way`)}
                    />
                  </>
                )}
                <MoneyField
                  label={isAdjustment ? "Số tăng hoặc giảm" : "Số dự toán"}
                  {...form.getInputProps(`entries.${index}.typed`)}
                />
                <TextInput label="Cách tính" {...form.getInputProps(`entries.${index}.basis`)} />
              </Stack>
            </Fieldset>
          ))}
        </>
      )}
    </FormDialog>
  );
}
