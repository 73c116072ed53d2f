import { MultiSelect } from "@mantine/core";
import { beginning } from "#platform/text/beginning.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { clauseMark } from "../../clause-mark.ts";
import { api, type ParentView, type PlanView } from "../api.ts";

/** Says which clauses here carry out a clause from above. */
export function ParentClauseDialog({
  plan,
  duty,
  opened,
  onClose,
  onDone,
}: {
  plan: PlanView;
  duty: ParentView["duties"][number];
  opened: boolean;
  onClose: () => void;
  onDone: (next: { parents: ParentView[] }) => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Nối với mục ${duty.path} của cấp trên`}
      lead={duty.name}
      initial={{ clauseIds: duty.here.map(({ id }) => id) }}
      verb="Ghi chỗ nối"
      submit={({ clauseIds }) =>
        api.plan.linkParentClause.call({ id: plan.id, parentClauseId: duty.id, clauseIds })
      }
      onDone={(next) => {
        onDone(next);
        sayDone("Đã ghi chỗ nối.");
      }}
    >
      {(form) => (
        <MultiSelect
          label="Các mục ở đây thực hiện mục này"
          description="Bỏ hết thì mục của cấp trên trở lại là chưa có mục thực hiện."
          searchable
          nothingFoundMessage="Không có mục này"
          data={plan.clauses.map(({ id, path, title, text }) => ({
            value: id,
            label: `${clauseMark(path)}: ${title ?? beginning(text, 90)}`,
          }))}
          {...form.getInputProps("clauseIds")}
        />
      )}
    </FormDialog>
  );
}
