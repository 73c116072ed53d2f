import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "./api.ts";

/** Writes down the number and the day that the registry has given. */
export function IssueDialog({
  plan,
  opened,
  onClose,
}: {
  plan: PlanView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi số và ngày do văn thư cấp"
      initial={{ number: "", issuedOn: "" }}
      verb="Ghi số"
      submit={(values) => api.plan.issue.call({ id: plan.id, ...values })}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi số và ngày ban hành.");
      }}
    >
      {(form) => (
        <>
          <TextInput
            label="Số"
            required
            inputMode="numeric"
            description="Số đã ghi thì không thay được."
            data-autofocus
            {...form.getInputProps("number")}
          />
          <DateField label="Ngày ban hành" required {...form.getInputProps("issuedOn")} />
        </>
      )}
    </FormDialog>
  );
}
