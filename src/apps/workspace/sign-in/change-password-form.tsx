import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice, NotSentNotice } from "#ui/error-notice.tsx";
import { authCall } from "./auth-call.ts";
import { NewPasswordFields, newPasswordHindrance, usePasswordAsked } from "./new-password-fields.tsx";
import { PasswordField } from "./password-field.tsx";

/** The password in use, and the new one twice. */
export function ChangePasswordForm({ onChanged }: { onChanged: () => void }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [repeated, setRepeated] = useState("");
  const [why, setWhy] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const { data: asked } = usePasswordAsked();
  const change = useMutation({
    mutationFn: () => authCall("change-password", { current, password }),
    onSuccess: onChanged,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const hindrance = newPasswordHindrance(asked, password, repeated);
        setWhy(hindrance);
        setTries(tries + 1);
        if (!hindrance) change.mutate();
      }}
    >
      <Stack maw="26rem">
        <NotSentNotice why={why} tries={tries} />
        <ErrorNotice error={change.error} />
        <PasswordField
          label="Mật khẩu hiện tại"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordFields
          password={password}
          repeated={repeated}
          onPassword={setPassword}
          onRepeated={setRepeated}
        />
        <Button type="submit" loading={change.isPending} w="fit-content">
          Đổi mật khẩu
        </Button>
      </Stack>
    </form>
  );
}
