import { Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { beginning } from "#platform/text/beginning.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { clauseMark } from "../../clause-mark.ts";
import { api } from "../api.ts";
import { type ClauseChange, type ComparisonView, marksOf } from "./changes.ts";

const NONE = "khong";
type Side = { path: string; title: string | null; text: string };
const nameOf = ({ path, title, text }: Side) => `${clauseMark(path)}: ${title ?? beginning(text, 90)}`;

/** Corrects which clause of the plan a clause of the new text continues. */
export function PairDialog({
  found,
  change,
  opened,
  onClose,
}: {
  found: ComparisonView;
  change: ClauseChange;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const { importId, version, plan, clauses } = found;
  const removed = change.kind === "removed";
  const others = removed
    ? clauses.flatMap(({ after }) => (after ? [{ value: after.path, label: nameOf(after) }] : []))
    : clauses.flatMap(({ before, clauseId }) =>
        before && clauseId ? [{ value: clauseId, label: nameOf(before) }] : [],
      );
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Ghép mục ${marksOf(change)}`}
      lead={
        removed
          ? "Chọn mục của bản mới nối tiếp mục này; nghĩa vụ, nhiệm vụ, minh chứng sẽ đi theo mục ấy."
          : "Chọn mục của bản đang có mà mục này nối tiếp; nghĩa vụ, nhiệm vụ, minh chứng của mục ấy sẽ đi theo."
      }
      initial={{ other: removed ? "" : (change.clauseId ?? NONE) }}
      verb="Ghép"
      submit={({ other }) =>
        api.plan.pairClauses.call({
          id: importId,
          planId: plan.id,
          version,
          ...(removed
            ? { path: other, clauseId: change.clauseId ?? null }
            : { path: change.after!.path, clauseId: other === NONE ? null : other }),
        })
      }
      onDone={(next) => {
        queries.setQueryData(
          api.plan.compareImport.queryKey({ input: { id: importId, planId: plan.id } }),
          next,
        );
        sayDone("Đã ghép lại.");
      }}
    >
      {(form) => (
        <Select
          label={removed ? "Mục của bản mới" : "Mục của bản đang có"}
          required
          searchable
          nothingFoundMessage="Không có mục này"
          data={removed ? others : [{ value: NONE, label: "Không nối tiếp mục nào: là mục mới" }, ...others]}
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps("other")}
        />
      )}
    </FormDialog>
  );
}
