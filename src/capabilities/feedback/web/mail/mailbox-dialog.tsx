import { Checkbox, NumberInput, PasswordInput, Select, Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type MailsView } from "../api.ts";

const IMAPS = 993;

const secrets = [
  ["clientSecret", "Khóa bí mật của ứng dụng (client secret)"],
  ["refreshToken", "Mã làm mới (refresh token)"],
] as const;

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
  const keptSecret =
    "Để trống: giữ cái đã lưu, khi máy chủ và tên đăng nhập không đổi. Không hiện lại ở đâu.";
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Hộp thư nhận phản ánh"
      lead="Hệ thống đọc 5 phút một lần, chỉ đọc thư gửi tới từ lúc đặt; thư trong hộp không bị đánh dấu, chuyển hay xóa. Nên là hộp thư riêng cho việc này."
      initial={{
        ...{ address: mailbox?.address ?? "", host: known?.host ?? "", port: known?.port ?? IMAPS },
        ...{ isTls: known?.isTls ?? true, user: known?.user ?? "" },
        way: (known?.oauth ? "oauth" : "password") as "password" | "oauth",
        ...{ password: "", tokenUrl: known?.oauth?.tokenUrl ?? "", clientId: known?.oauth?.clientId ?? "" },
        ...{ clientSecret: "", refreshToken: "", scope: known?.oauth?.scope ?? "" },
        ...{ folder: known?.folder ?? "INBOX", certificate: known?.certificate ?? "" },
      }}
      verb="Thử và lưu"
      submit={({ way, password, tokenUrl, ...values }) =>
        api.feedback.setMailbox.call({ ...values, ...(way === "oauth" ? { tokenUrl } : { password }) })
      }
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
              description={known && !known.oauth ? keptSecret : "Được khóa kín và không hiện lại ở đâu."}
              required={!known || known.oauth !== null}
              autoComplete="off"
              visibilityToggleButtonProps={{ "aria-label": "Hiện hoặc ẩn mật khẩu", tabIndex: 0 }}
              {...form.getInputProps("password")}
            />
          ) : (
            <>
              <TextInput
                label="Địa chỉ cấp mã truy cập"
                description="Ví dụ https://oauth2.googleapis.com/token."
                type="url"
                required
                autoComplete="off"
                {...form.getInputProps("tokenUrl")}
              />
              <TextInput
                label="Mã ứng dụng (client ID)"
                required
                autoComplete="off"
                {...form.getInputProps("clientId")}
              />
              {secrets.map(([name, label]) => (
                <PasswordInput
                  key={name}
                  label={label}
                  description={known?.oauth ? keptSecret : "Được khóa kín và không hiện lại ở đâu."}
                  required={!known?.oauth && name === "refreshToken"}
                  autoComplete="off"
                  visibilityToggleButtonProps={{ "aria-label": `Hiện hoặc ẩn ${label}`, tabIndex: 0 }}
                  {...form.getInputProps(name)}
                />
              ))}
              <TextInput
                label="Phạm vi quyền (scope)"
                description="Chỉ điền khi nơi cấp mã đòi."
                autoComplete="off"
                {...form.getInputProps("scope")}
              />
            </>
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
