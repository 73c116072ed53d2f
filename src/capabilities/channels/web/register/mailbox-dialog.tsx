import { Checkbox, NumberInput, PasswordInput, Select, Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type Account, api, type Register } from "../api.ts";
import { OauthFields } from "./oauth-fields.tsx";

const IMAPS = 993;

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
  const keepsPassword = mailbox !== null && !known?.oauth;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`Hộp thư trả về: ${name}`}
      lead="Thư không tới được thì máy chủ thư gửi báo cáo về hộp thư này. Hệ thống đọc 5 phút một lần, ghi nơi nào không nhận và thôi gửi tới địa chỉ không còn; thư trong hộp không bị đánh dấu, chuyển hay xóa."
      initial={{
        address: mailbox?.address ?? "",
        usesTags: mailbox?.usesTags ?? true,
        host: mailbox?.host ?? "",
        port: mailbox?.port ?? IMAPS,
        isTls: known?.isTls ?? true,
        user: known?.user ?? "",
        way: (known?.oauth ? "oauth" : "password") as "password" | "oauth",
        password: "",
        tokenUrl: known?.oauth?.tokenUrl ?? "",
        clientId: known?.oauth?.clientId ?? "",
        clientSecret: "",
        refreshToken: "",
        scope: known?.oauth?.scope ?? "",
        folder: mailbox?.folder ?? "INBOX",
        certificate: known?.certificate ?? "",
      }}
      verb="Thử và lưu"
      submit={({ way, password, tokenUrl, ...values }) =>
        api.channels.setPressMailbox.call({
          ...{ id, ...values },
          ...(way === "oauth" ? { tokenUrl } : { password }),
        })
      }
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
          <TextInput
            label="Máy chủ nhận thư (IMAP)"
            description="Ví dụ mail.tinh.gov.vn."
            required
            autoComplete="off"
            {...form.getInputProps("host")}
          />
          <NumberInput
            label="Cổng"
            description="993 (mã hóa từ đầu, nên dùng) hoặc 143 (STARTTLS)."
            required
            min={1}
            max={65_535}
            {...form.getInputProps("port")}
          />
          <Checkbox
            label="Mã hóa từ đầu (TLS)"
            description="Bỏ chọn thì mã hóa bằng STARTTLS; máy chủ không mã hóa thì hệ thống không đọc."
            {...form.getInputProps("isTls", { type: "checkbox" })}
          />
          <TextInput label="Tên đăng nhập" required autoComplete="off" {...form.getInputProps("user")} />
          <Select
            label="Cách đăng nhập"
            allowDeselect={false}
            data={[
              { value: "password", label: "Mật khẩu ứng dụng" },
              { value: "oauth", label: "Mã truy cập (OAuth 2.0)" },
            ]}
            {...form.getInputProps("way")}
          />
          {form.values.way === "password" ? (
            <PasswordInput
              label="Mật khẩu ứng dụng"
              description={
                keepsPassword
                  ? "Để trống: giữ mật khẩu đã lưu, khi máy chủ và tên đăng nhập không đổi. Không hiện lại ở đâu."
                  : "Được khóa kín và không hiện lại ở đâu."
              }
              required={!keepsPassword}
              autoComplete="off"
              visibilityToggleButtonProps={{ "aria-label": "Hiện hoặc ẩn mật khẩu", tabIndex: 0 }}
              {...form.getInputProps("password")}
            />
          ) : (
            <OauthFields form={form} isSaved={known?.oauth != null} />
          )}
          <TextInput label="Thư mục" autoComplete="off" {...form.getInputProps("folder")} />
          <Textarea
            label="Chứng thư gốc của cơ quan"
            description="Chỉ điền (dạng PEM) khi máy chủ thư dùng chứng thư nội bộ."
            autosize
            minRows={1}
            maxRows={6}
            {...form.getInputProps("certificate")}
          />
        </>
      )}
    </FormDialog>
  );
}
