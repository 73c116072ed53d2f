import { Select, Textarea } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { type RefusalReason, refusalReasons } from "../../contract.ts";
import { api } from "../api.ts";

/** Why it is not taken up, and where to turn. */
export function RefuseDialog({
  id,
  opened,
  onClose,
  onDone,
}: {
  id: string;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Không thụ lý phản ánh"
      lead="Người gửi đọc được lý do và nơi cần gửi."
      initial={{ reason: "not-ours" as RefusalReason, words: "" }}
      verb="Không thụ lý"
      submit={(values) => api.feedback.refuse.call({ id, ...values })}
      onDone={onDone}
    >
      {(form) => (
        <>
          <Select
            label="Lý do"
            data={optionsOf(refusalReasons)}
            allowDeselect={false}
            description={
              form.values.reason === "complaint"
                ? "Nội dung và ảnh bị xóa ngay; nơi nhận khiếu nại, tố cáo được ghi thêm vào lời báo."
                : undefined
            }
            {...form.getInputProps("reason")}
          />
          <Textarea
            label="Giải thích, nơi cần gửi"
            required
            data-autofocus
            autosize
            minRows={3}
            maxRows={10}
            {...form.getInputProps("words")}
          />
        </>
      )}
    </FormDialog>
  );
}
