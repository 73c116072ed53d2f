import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { statusOf } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { authCall } from "./auth-call.ts";

/** After the password or the provider: a code of the phone, or a recovery code. `onBack`: to the password, with why if it was refused. */
export function SecondStepForm({
  onSignedIn,
  onBack,
}: {
  onSignedIn: () => void;
  onBack: (why: unknown) => void;
}) {
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: () => authCall("second-step", { code }),
    onSuccess: onSignedIn,
    onError: (error) => {
      // Gone: the step has run out, and only the password leads on.
      if (statusOf(error) === 410) onBack(error);
      field.current?.focus();
      field.current?.select();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack>
        <Text size="sm">
          Còn một bước nữa. Hãy mở ứng dụng xác thực trên điện thoại và nhập mã đang hiện cho Gần Dân.
        </Text>
        <ErrorNotice error={send.error} />
        <TextInput
          ref={field}
          label="Mã xác thực"
          description="6 chữ số trong ứng dụng. Không có điện thoại thì nhập một mã dự phòng."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data-autofocus
          autoFocus
        />
        <Button type="submit" loading={send.isPending}>
          Xác nhận
        </Button>
        <Button variant="subtle" onClick={() => onBack(null)}>
          Đăng nhập bằng tài khoản khác
        </Button>
      </Stack>
    </form>
  );
}
