import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useState } from "react";

/** What is asked of a new password; told before it is typed. */
export const PASSWORD_RULES =
  "Ít nhất 10 ký tự; không phải thư điện tử của bạn hay từ dễ đoán như “matkhau”, “123456”. Một câu ngắn dễ nhớ là tốt nhất.";

/** A password that can be shown, with the keyboard as well; the button says what it will do. */
export function PasswordField(props: PasswordInputProps) {
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      {...props}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        "aria-label": visible ? "Ẩn mật khẩu" : "Hiện mật khẩu",
        tabIndex: 0,
      }}
    />
  );
}
