import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { type AuthAct, type AuthAnswer, authCall } from "./auth-call.ts";
import { PasswordField } from "./password-field.tsx";

/** Asks for the password before an act on one's own account. */
export function PasswordAsked({
  act,
  verb,
  children,
  onDone,
}: {
  act: AuthAct;
  /** The verb on the button: "Tiếp tục". */
  verb: string;
  children: ReactNode;
  onDone: (answer: AuthAnswer) => void;
}) {
  const [password, setPassword] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: () => authCall(act, { password }),
    onSuccess: onDone,
    onError: () => field.current?.focus(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack>
        <Text size="sm">{children}</Text>
        <ErrorNotice error={send.error} />
        <PasswordField
          ref={field}
          label="Mật khẩu của bạn"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          data-autofocus
        />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
