import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { authCall } from "./auth-call.ts";
import { DoorFrame } from "./door-frame.tsx";

export default function ForgottenPasswordPage() {
  const [email, setEmail] = useState("");
  const ask = useMutation({ mutationFn: () => authCall("forgotten-password", { email: email.trim() }) });
  return (
    <DoorFrame
      title="Quên mật khẩu"
      lead="Nhập thư điện tử bạn dùng để đăng nhập. Đường dẫn đặt lại mật khẩu chỉ dùng được một lần."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <Stack>
          {ask.data?.message && (
            <Alert color="green" role="status">
              {ask.data.message}
            </Alert>
          )}
          <ErrorNotice error={ask.error} />
          <TextInput
            label="Thư điện tử"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoFocus
          />
          <Button type="submit" loading={ask.isPending}>
            Xin đường dẫn đặt lại mật khẩu
          </Button>
          <LinkText to="/dang-nhap" size="sm">
            Quay lại đăng nhập
          </LinkText>
        </Stack>
      </form>
    </DoorFrame>
  );
}
