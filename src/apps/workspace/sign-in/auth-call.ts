import { ORPCError } from "@orpc/client";
import type { PasswordRule } from "#organization/contract";

export type AuthAct =
  | "sign-in"
  | "second-step"
  | "sign-out"
  | "sign-out-everywhere"
  | "forgotten-password"
  | "reset-password"
  | "change-password"
  | "password-rule"
  | "passkey/register-options"
  | "passkey/register"
  | "passkey/sign-in-options"
  | "passkey/sign-in"
  | "provider/buttons"
  | "provider/leave"
  | "confirm-identity"
  | "second-factor/state"
  | "second-factor/begin"
  | "second-factor/confirm"
  | "second-factor/recovery-codes"
  | "second-factor/remove";

/** What is asked of a new password; `words`: what it must not be made of. */
export interface PasswordAskedFor {
  rule: PasswordRule;
  words: string[];
}

/** What the acts answer besides a sentence. */
export interface AuthAnswer {
  message?: string;
  /** The password was right; the second factor is asked for. */
  secondStep?: boolean;
  enabled?: boolean;
  recoveryCodesLeft?: number;
  /** otpauth:// address for the QR code. */
  uri?: string;
  /** The same key in Base32, to be typed. */
  key?: string;
  recoveryCodes?: string[];
  /** Where the browser goes to sign in, or to sign out, elsewhere. */
  url?: string;
  /** Signed out here; what let the person in still has a session of its own. */
  openThere?: boolean;
  /** Where one may sign in elsewhere. */
  providers?: { key: string; name: string }[];
  rule?: PasswordRule;
  words?: string[];
  /** What the browser needs to make or use a passkey. */
  options?: unknown;
}

/**
 * Calls /api/auth and gives the answer. @throws ORPCError with the server's sentence when refused, TypeError when
 * there is no connection; both are understood by `explainError`.
 */
export async function authCall(act: AuthAct, input: Record<string, unknown> = {}): Promise<AuthAnswer> {
  const answer = await fetch(`/api/auth/${act}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    credentials: "same-origin",
  });
  const json: AuthAnswer & { advice?: string } = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const message = json.message || "Máy chủ không trả lời đúng; hãy thử lại sau ít phút.";
    throw new ORPCError("AUTH", { status: answer.status, message, data: { advice: json.advice } });
  }
  return json;
}
