import { Button, Center, Code, CopyButton, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { QrCode } from "#ui/qr-code.tsx";
import { type AuthAnswer, authCall } from "./auth-call.ts";
import { PasswordAsked } from "./password-asked.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

const inFours = (key: string) => key.match(/.{1,4}/g)?.join(" ") ?? key;

/** Password, key and first code, recovery codes: in this order, one thing at a time. `onDone`: all is kept. */
export function SetUpSecondFactor({ onBegun, onDone }: { onBegun?: () => void; onDone: () => void }) {
  const [begun, setBegun] = useState<AuthAnswer | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  if (!begun)
    return (
      <PasswordAsked
        act="second-factor/begin"
        verb="Tiếp tục"
        onDone={(answer) => {
          setBegun(answer);
          onBegun?.();
        }}
      >
        Cần một ứng dụng xác thực trên điện thoại (loại hiện mã 6 số, đổi sau mỗi 30 giây); ứng dụng nào theo
        chuẩn TOTP cũng được. Nhập mật khẩu để bắt đầu.
      </PasswordAsked>
    );
  if (confirmed) return <RecoveryCodes codes={begun.recoveryCodes ?? []} onKept={onDone} />;
  return <FirstCode begun={begun} onConfirmed={() => setConfirmed(true)} />;
}

function FirstCode({
  begun: { uri = "", key = "" },
  onConfirmed,
}: {
  begun: AuthAnswer;
  onConfirmed: () => void;
}) {
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const confirm = useMutation({
    mutationFn: () => authCall("second-factor/confirm", { code }),
    onSuccess: onConfirmed,
    onError: () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack>
        <Text size="sm">1. Trong ứng dụng, chọn thêm tài khoản và quét hình này.</Text>
        <Center>
          <QrCode text={uri} label="Mã QR để quét bằng ứng dụng xác thực" />
        </Center>
        <Text size="sm" component="div">
          Không quét được thì gõ khóa này vào ứng dụng (kiểu “theo thời gian”):
          <Code block mt={4} style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>
            {inFours(key)}
          </Code>
        </Text>
        <CopyButton value={key} timeout={4000}>
          {({ copied, copy }) => (
            <Button variant="default" size="sm" w="fit-content" onClick={copy}>
              {copied ? "Đã chép" : "Chép khóa"}
            </Button>
          )}
        </CopyButton>
        <ErrorNotice error={confirm.error} />
        <TextInput
          ref={field}
          label="2. Nhập mã đang hiện trong ứng dụng"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoFocus
        />
        <Group>
          <Button type="submit" loading={confirm.isPending}>
            Xác nhận mã
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
