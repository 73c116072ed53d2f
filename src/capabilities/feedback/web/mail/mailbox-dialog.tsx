import { TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { givenMailbox, MailboxFields, mailboxValues } from "#ui/mailbox-fields.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type MailsView } from "../api.ts";

/** Which mailbox is read; tried before it is kept, and read without changing anything there. */
export function MailboxDialog({
  mailbox,
  onClose,
  onDone,
}: {
  mailbox: MailsView["mailbox"];
  onClose: () => void;
  onDone: (answer: MailsView) => void;
}) {
  const known = mailbox?.known ?? null;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Hộp thư nhận phản ánh"
      lead="Hệ thống đọc 5 phút một lần, chỉ đọc thư gửi tới từ lúc đặt; thư trong hộp không bị đánh dấu, chuyển hay xóa. Nên là hộp thư riêng cho việc này."
      initial={{ address: mailbox?.address ?? "", ...mailboxValues(known) }}
      verb="Thử và lưu"
      submit={(values) => api.feedback.setMailbox.call(givenMailbox(values))}
      onDone={(answer) => {
        onDone(answer);
        onClose();
        sayDone("Đã lưu hộp thư nhận phản ánh.");
      }}
    >
      {(form) => (
        <>
          <TextInput
            label="Địa chỉ mà người dân gửi tới"
            description="Ví dụ phan-anh@so.tinh.gov.vn."
            required
            autoComplete="off"
            data-autofocus
            {...form.getInputProps("address")}
          />
          <MailboxFields form={form} saved={known && (known.oauth ? "oauth" : "password")} />
        </>
      )}
    </FormDialog>
  );
}
