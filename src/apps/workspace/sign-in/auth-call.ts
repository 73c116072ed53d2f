import { ORPCError } from "@orpc/client";

export type AuthAct =
  | "sign-in"
  | "sign-out"
  | "sign-out-everywhere"
  | "forgotten-password"
  | "reset-password"
  | "change-password";

/**
 * Calls /api/auth. Gives the sentence of the answer ("" when it has none). @throws ORPCError with the server's
 * sentence when refused, TypeError when there is no connection; both are understood by `explainError`.
 */
export async function authCall(act: AuthAct, input: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(`/api/auth/${act}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    credentials: "same-origin",
  });
  const { message = "", advice }: { message?: string; advice?: string } = await answer
    .json()
    .catch(() => ({}));
  if (!answer.ok) {
    const fallback = "Máy chủ không trả lời đúng; hãy thử lại sau ít phút.";
    throw new ORPCError("AUTH", { status: answer.status, message: message || fallback, data: { advice } });
  }
  return message;
}
