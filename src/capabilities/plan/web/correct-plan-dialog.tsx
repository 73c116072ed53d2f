import { NumberInput, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "./api.ts";
import { ReasonField } from "./reason-field.tsx";

/** Changes the title and the year of a confirmed plan. */
export function CorrectPlanDialog({
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
      title="Sửa tên, năm của kế hoạch"
      lead="Địa chỉ của trang trên cổng giữ nguyên. Đổi năm thì các kỳ báo cáo và tiến độ tính theo năm mới."
      initial={{ title: plan.title, year: plan.year, reason: "" }}
      verb="Ghi chỗ sửa"
      submit={({ reason, ...fields }) =>
        api.plan.correct.call({ id: plan.id, ...fields, reason: reason || null })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã sửa kế hoạch.");
      }}
    >
      {(form) => (
        <>
          <Textarea label="Tên kế hoạch" required autosize data-autofocus {...form.getInputProps("title")} />
          <NumberInput
            label="Kế hoạch của năm"
            required
            clampBehavior="none"
            hideControls
            allowDecimal={false}
            maw="10rem"
            {...form.getInputProps("year")}
          />
          <ReasonField plan={plan} {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
