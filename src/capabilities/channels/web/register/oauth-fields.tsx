import { PasswordInput, TextInput } from "@mantine/core";

/** By what a mailbox that takes no password lets in. */
export function OauthFields({
  form,
  isSaved,
}: {
  form: { getInputProps: (name: string) => object };
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
