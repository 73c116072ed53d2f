import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { onIdentityAsked } from "#ui/identity.ts";
import { authCall } from "./auth-call.ts";
import { PasswordField } from "./password-field.tsx";

/** Above the dialog whose act waits. */
const ABOVE_DIALOGS = 450;

let giveUp: (() => void) | null = null;
// Every open dialog hears Escape at the window; this one stands on top and hears it first, and alone.
globalThis.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !giveUp) return;
    event.stopImmediatePropagation();
    giveUp();
  },
  { capture: true },
);

/** Before a sensitive act: asks for the password once more over whatever is open, then the act goes on by itself. */
export function ConfirmIdentity() {
  const [answer, setAnswer] = useState<((proved: boolean) => void) | null>(null);
  useEffect(() => onIdentityAsked(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  const end = (proved: boolean) => {
    answer?.(proved);
    setAnswer(null);
  };
  useEffect(() => {
    giveUp = answer && (() => end(false));
    return () => {
      giveUp = null;
    };
  });
  return (
    <Modal
      opened={answer !== null}
      onClose={() => end(false)}
      title="Xác nhận đúng là bạn"
      zIndex={ABOVE_DIALOGS}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <ProofForm onProved={() => end(true)} onGivenUp={() => end(false)} />
    </Modal>
  );
}

function ProofForm({ onProved, onGivenUp }: { onProved: () => void; onGivenUp: () => void }) {
  const [proof, setProof] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: () => authCall("confirm-identity", { proof }),
    onSuccess: onProved,
    onError: () => field.current?.focus(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // The form may stand inside that of the act that waits, as React sees it.
        event.stopPropagation();
        send.mutate();
      }}
    >
      <Stack>
        <Text size="sm">
          Việc này cần chắc chắn đúng là bạn đang ngồi trước máy. Xác nhận xong, việc bạn vừa bấm được làm
          tiếp; những gì đã nhập còn nguyên.
        </Text>
        <ErrorNotice error={send.error} />
        <PasswordField
          ref={field}
          label="Mật khẩu, hoặc mã 6 số trong ứng dụng xác thực"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={proof}
          onChange={(event) => setProof(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onGivenUp}>
            Không, quay lại
          </Button>
          <Button type="submit" loading={send.isPending}>
            Xác nhận
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
