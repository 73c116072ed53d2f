import { PASSWORD_RULES, PasswordField } from "./password-field.tsx";

/** Why the two fields cannot be sent yet, as a sentence; null when they can. The server decides about the rest. */
export function newPasswordHindrance(password: string, repeated: string): string | null {
  if (password.length < 10) return "Mật khẩu cần ít nhất 10 ký tự; một câu ngắn là tốt nhất.";
  return password === repeated ? null : "Hai lần nhập chưa giống nhau.";
}

/** A new password, twice. */
export function NewPasswordFields({
  password,
  repeated,
  onPassword,
  onRepeated,
}: {
  password: string;
  repeated: string;
  onPassword: (value: string) => void;
  onRepeated: (value: string) => void;
}) {
  return (
    <>
      <PasswordField
        label="Mật khẩu mới"
        description={PASSWORD_RULES}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
      />
      <PasswordField
        label="Nhập lại mật khẩu mới"
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={repeated}
        onChange={(event) => onRepeated(event.currentTarget.value)}
        error={repeated !== "" && password !== repeated ? "Hai lần nhập chưa giống nhau." : undefined}
      />
    </>
  );
}
