import { Alert, Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice, NotSentNotice } from "#ui/error-notice.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { authCall } from "./auth-call.ts";
import { DoorFrame } from "./door-frame.tsx";
import { NewPasswordFields, newPasswordHindrance, usePasswordAsked } from "./new-password-fields.tsx";

export default function ResetPasswordPage() {
  const [{ ma }] = useFilters({ ma: "" });
  const [password, setPassword] = useState("");
  const [repeated, setRepeated] = useState("");
  const [why, setWhy] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const { data: asked } = usePasswordAsked(ma);
  const reset = useMutation({ mutationFn: () => authCall("reset-password", { token: ma, password }) });
  if (reset.isSuccess) {
    return (
      <DoorFrame title="Đã đặt mật khẩu" lead="Các phiên đăng nhập trước đó, nếu có, đã kết thúc.">
        <LinkButton to="/dang-nhap">Đăng nhập</LinkButton>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title="Đặt mật khẩu">
      {ma === "" && (
        <Alert color="orange" role="alert" title="Đường dẫn này thiếu mã.">
          Hãy mở lại đúng đường dẫn trong thư, hoặc <LinkText to="/quen-mat-khau">xin đường dẫn mới</LinkText>
          .
        </Alert>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const hindrance = newPasswordHindrance(asked, password, repeated);
          setWhy(hindrance);
          setTries(tries + 1);
          if (!hindrance) reset.mutate();
        }}
      >
        <Stack>
          <NotSentNotice why={why} tries={tries} />
          <ErrorNotice error={reset.error} />
          <NewPasswordFields
            token={ma}
            password={password}
            repeated={repeated}
            onPassword={setPassword}
            onRepeated={setRepeated}
          />
          <Button type="submit" loading={reset.isPending} disabled={ma === ""}>
            Đặt mật khẩu
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  );
}
