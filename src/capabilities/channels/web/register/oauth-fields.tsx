import { PasswordInput, TextInput } from "@mantine/core";

/** By what a mailbox that takes no password lets in. */
export function OauthFields({ form }: { form: { getInputProps: (name: string) => object } }) {
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
          ["clientSecret", "Khóa bí mật của ứng dụng (client secret)"],
          ["refreshToken", "Mã làm mới (refresh token)"],
        ] as const
      ).map(([name, label]) => (
        <PasswordInput
          key={name}
          label={label}
          description="Để trống: giữ cái đã lưu, khi máy chủ và tên đăng nhập không đổi. Không hiện lại ở đâu."
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
