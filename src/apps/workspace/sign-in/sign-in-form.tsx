import { Button, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { authCall } from "./auth-call.ts";
import { knowsPasskeys, signInByPasskey } from "./passkey.ts";
import { PasswordField } from "./password-field.tsx";
import { SecondStepForm } from "./second-step-form.tsx";

/**
 * E-mail and password, and a code where the account asks for one; `onSignedIn` is called when the server let the
 * person in. `codeAsked`: who comes back from a provider has only the code to give.
 */
export function SignInForm({
  onSignedIn,
  codeAsked = false,
}: {
  onSignedIn: () => void;
  codeAsked?: boolean;
}) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [step, setStep] = useState<"password" | "code">(codeAsked ? "code" : "password");
  const [sentBack, setSentBack] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const signIn = useMutation({
    mutationFn: () => authCall("sign-in", { email: email.trim().normalize("NFC"), password }),
    onMutate: () => {
      setSentBack(null);
      byPasskey.reset();
    },
    onSuccess: ({ secondStep }) => {
      if (!secondStep) return onSignedIn();
      setPassword("");
      setStep("code");
    },
    // The button that was pressed is disabled meanwhile and loses the focus; the next key goes on here.
    onError: () => field.current?.focus(),
  });
  const byPasskey = useMutation({
    mutationFn: signInByPasskey,
    onMutate: () => {
      setSentBack(null);
      signIn.reset();
    },
    onSuccess: onSignedIn,
  });
  if (step === "code")
    return (
      <SecondStepForm
        onSignedIn={onSignedIn}
        onBack={(why) => {
          setSentBack(why);
          setStep("password");
        }}
      />
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Stack>
        <ErrorNotice error={signIn.error ?? byPasskey.error ?? sentBack} />
        <TextInput
          label="Thư điện tử"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          data-autofocus
          autoFocus
        />
        <PasswordField
          ref={field}
          label="Mật khẩu"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={signIn.isPending}>
          Đăng nhập
        </Button>
        {knowsPasskeys() && (
          <Button variant="default" loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
            Dùng khóa truy cập
          </Button>
        )}
      </Stack>
    </form>
  );
}
