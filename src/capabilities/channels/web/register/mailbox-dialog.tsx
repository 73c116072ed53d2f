import { Checkbox, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { givenMailbox, MailboxFields, mailboxValues } from "#ui/mailbox-fields.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type Account, api, type Register } from "../api.ts";

/** To which mailbox letters come back; tried before it is kept, and read there without changing anything. */
export function MailboxDialog({
  account: { id, name, mailbox },
  onClose,
  onDone,
}: {
  account: Account;
  onClose: () => void;
  onDone: (register: Register) => void;
}) {
  const known = mailbox?.known;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`Hộp thư trả về: ${name}`}
      lead="Thư không tới được thì máy chủ thư gửi báo cáo về hộp thư này. Hệ thống đọc 5 phút một lần, ghi nơi nào không nhận và thôi gửi tới địa chỉ không còn; thư trong hộp không bị đánh dấu, chuyển hay xóa."
      initial={{
        address: mailbox?.address ?? "",
        usesTags: mailbox?.usesTags ?? true,
        ...mailboxValues(
          mailbox && { ...known, host: mailbox.host, port: mailbox.port, folder: mailbox.folder },
        ),
      }}
      verb="Thử và lưu"
      submit={(values) => api.channels.setPressMailbox.call({ id, ...givenMailbox(values) })}
      onDone={(register) => {
        onDone(register);
        sayDone("Đã lưu hộp thư trả về; thư gửi từ giờ mang địa chỉ trả về này.");
      }}
    >
      {(form) => (
        <>
          <TextInput
            label="Địa chỉ nhận thư trả về"
            description="Ví dụ tra-ve@so.tinh.gov.vn; nên là hộp thư riêng cho việc này."
            required
            autoComplete="off"
            data-autofocus
            {...form.getInputProps("address")}
          />
          <Checkbox
            label="Mỗi thư một địa chỉ trả về (tra-ve+mã@…)"
            description="Biết chắc thư nào bị trả về. Chỉ bỏ chọn khi máy chủ thư không nhận địa chỉ có dấu +."
            {...form.getInputProps("usesTags", { type: "checkbox" })}
          />
          <MailboxFields form={form} saved={mailbox && (known?.oauth ? "oauth" : "password")} />
        </>
      )}
    </FormDialog>
  );
}
