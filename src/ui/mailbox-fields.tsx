import { Checkbox, NumberInput, PasswordInput, Select, Textarea, TextInput } from "@mantine/core";
import type { DialogForm } from "./form-dialog.tsx";

const IMAPS = 993;

/** How a mailbox that was set is entered, without what lets us in. */
export interface KnownMailbox {
  host: string;
  port: number;
  isTls: boolean;
  user: string;
  oauth: { tokenUrl: string; clientId: string; scope: string } | null;
  folder: string;
  certificate: string;
}

/** What the fields hold at first; `known`: null where no mailbox was set, or its way in is not told. */
export const mailboxValues = (known: Partial<KnownMailbox> | null) => ({
  ...{ host: known?.host ?? "", port: known?.port ?? IMAPS, isTls: known?.isTls ?? true },
  ...{ user: known?.user ?? "", way: (known?.oauth ? "oauth" : "password") as "password" | "oauth" },
  ...{ password: "", tokenUrl: known?.oauth?.tokenUrl ?? "", clientId: known?.oauth?.clientId ?? "" },
  ...{ clientSecret: "", refreshToken: "", scope: known?.oauth?.scope ?? "" },
  ...{ folder: known?.folder ?? "INBOX", certificate: known?.certificate ?? "" },
});

export type MailboxValues = ReturnType<typeof mailboxValues>;

/** What is sent of the fields: the password, or where tokens are from, as was chosen. */
export const givenMailbox = <Values extends MailboxValues>({
  way,
  password,
  tokenUrl,
  ...values
}: Values) => ({
  ...values,
  ...(way === "oauth" ? { tokenUrl } : { password }),
});

/** By what a mailbox that takes no password lets in. */
function OauthFields({
  form,
  isSaved,
}: {
  form: Pick<DialogForm<MailboxValues>, "getInputProps">;
  /** Some were kept before. */
  isSaved: boolean;
}) {
  return (
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
      {(
        [
          [
            "clientSecret",
            "Khóa bí mật của ứng dụng (client secret)",
            "Ứng dụng không có khóa thì để trống.",
          ],
          ["refreshToken", "Mã làm mới (refresh token)", "Của đúng hộp thư này, có quyền đọc thư."],
        ] as const
      ).map(([name, label, hint]) => (
        <PasswordInput
          key={name}
          label={label}
          description={
            isSaved
              ? "Để trống: giữ cái đã lưu, khi máy chủ và tên đăng nhập không đổi. Không hiện lại ở đâu."
              : `${hint} Được khóa kín, không hiện lại ở đâu.`
          }
          required={!isSaved && name === "refreshToken"}
          autoComplete="off"
          visibilityToggleButtonProps={{ "aria-label": `Hiện hoặc ẩn ${label}`, tabIndex: 0 }}
          {...form.getInputProps(name)}
        />
      ))}
      <TextInput
        label="Phạm vi quyền (scope)"
        description="Chỉ điền khi nơi cấp mã đòi, ví dụ https://outlook.office.com/IMAP.AccessAsUser.All."
        autoComplete="off"
        {...form.getInputProps("scope")}
      />
    </>
  );
}

/** How a mailbox is entered: its server, who enters and by what, the folder. `saved`: by what it was entered so far. */
export function MailboxFields({
  form,
  saved,
}: {
  form: Pick<DialogForm<MailboxValues>, "getInputProps" | "values">;
  saved: "password" | "oauth" | null;
}) {
  const keepsPassword = saved === "password";
  return (
    <>
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
        <OauthFields form={form} isSaved={saved === "oauth"} />
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
  );
}
