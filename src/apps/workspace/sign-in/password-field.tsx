import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useState } from "react";

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
