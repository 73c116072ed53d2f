import { Select, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { type ApologyRule, api, type LateRow } from "../api.ts";

/** Of a dossier what an apology needs. */
type Apologised = Pick<LateRow, "code"> & Partial<Pick<LateRow, "said">>;

/** Writes an apology for a late dossier; a second person approves it. */
export function DraftDialog({
  row,
  rule,
  onClose,
}: {
  row: Apologised;
  rule: ApologyRule;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [id] = useState(newId);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Soạn thư xin lỗi"
      lead={`Hồ sơ ${row.code}. Lãnh đạo duyệt rồi mới gửi. Tên, địa chỉ người nhận điền lúc tải thư, hệ thống không lưu. Cơ quan cho hẹn lại nhiều nhất ${rule.mostNewDates} lần.`}
      initial={{ reason: row.said?.reason ?? "", explanation: "", newDueOn: row.said?.newDueOn ?? "" }}
      check={({ reason }) => (reason ? {} : { reason: "Hãy chọn nhóm lý do." })}
      verb="Ghi thư"
      submit={({ newDueOn, ...said }) =>
        api.timeliness.draftApology.call({ ...said, id, code: row.code, newDueOn: newDueOn || null })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.timeliness.key() });
        sayDone("Đã ghi thư, chờ lãnh đạo duyệt ở mục Xin lỗi.");
      }}
    >
      {(form) => (
        <>
          <Select label="Nhóm lý do" required data={rule.reasons} {...form.getInputProps("reason")} />
          <Textarea
            label="Nói rõ vì sao chậm"
            description="In trong thư gửi người nộp, không công khai"
            required
            autosize
            minRows={3}
            maxLength={2000}
            {...form.getInputProps("explanation")}
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
