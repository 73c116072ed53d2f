import { Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type LateRow } from "../api.ts";

/** Says why a dossier is late, who answers for it, and by when it is to be settled. */
export function ExplainDialog({
  row,
  period,
  reasons,
  onClose,
}: {
  row: LateRow;
  period: string;
  reasons: string[];
  onClose: () => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Vì sao hồ sơ trễ hạn"
      lead={`Hồ sơ ${row.code}. Chọn nhóm lý do; không ghi tên, địa chỉ của ai.`}
      initial={{
        reason: row.said?.reason ?? "",
        unit: row.said?.unit ?? row.unit,
        newDueOn: row.said?.newDueOn ?? "",
      }}
      check={({ reason }) => (reason ? {} : { reason: "Hãy chọn nhóm lý do." })}
      verb="Ghi lý do"
      submit={({ newDueOn, ...said }) =>
        api.timeliness.explainLate.call({ ...said, period, code: row.code, newDueOn: newDueOn || null })
      }
      onDone={(answer) => {
        queries.setQueryData(api.timeliness.lateDossiers.queryKey({ input: { period } }), answer);
        sayDone("Đã ghi lý do.");
      }}
    >
      {(form) => (
        <>
          <Select label="Nhóm lý do" required data={reasons} {...form.getInputProps("reason")} />
          <TextInput
            label="Đơn vị chịu trách nhiệm"
            required
            maxLength={300}
            {...form.getInputProps("unit")}
          />
          <DateField
            label="Ngày hẹn mới"
            description="Để trống nếu không hẹn lại"
            value={form.values.newDueOn || null}
            onChange={(day) => form.setFieldValue("newDueOn", day ?? "")}
            error={form.errors.newDueOn}
          />
        </>
      )}
    </FormDialog>
  );
}
