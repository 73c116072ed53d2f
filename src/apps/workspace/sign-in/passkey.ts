import { ORPCError } from "@orpc/client";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { authCall } from "./auth-call.ts";

/** Why the browser made or gave no passkey, in the form that `explainError` tells. */
function inWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const said = (message: string, advice: string) =>
    new ORPCError("PASSKEY", { status: 422, message, data: { advice } });
  if (error.name === "InvalidStateError")
    return said("Thiết bị này đã có khóa truy cập của bạn.", "Không cần thêm nữa.");
  if (error.name === "SecurityError")
    return said(
      "Địa chỉ này không dùng được khóa truy cập.",
      "Hãy mở hệ thống bằng địa chỉ chính thức có tên miền và https; nhờ người quản trị nếu không rõ.",
    );
  if (error.name === "NotAllowedError" || error.name === "AbortError")
    return said("Chưa dùng khóa truy cập: đã thôi hoặc quá lâu.", "Chưa có gì thay đổi. Có thể thử lại.");
  return error;
}

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => "PublicKeyCredential" in globalThis;

/** Asks the device for a new passkey and stores its public half under a name. */
export async function registerPasskey(options: unknown, name: string): Promise<void> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const response = await startRegistration({
    optionsJSON: options as PublicKeyCredentialCreationOptionsJSON,
  }).catch((error) => {
    throw inWords(error);
  });
  await authCall("passkey/register", { name, response });
}

/** Signs in with a passkey of this device; the person chooses which. */
export async function signInByPasskey(): Promise<void> {
  const [{ startAuthentication }, { options }] = await Promise.all([
    import("@simplewebauthn/browser"),
    authCall("passkey/sign-in-options"),
  ]);
  const response = await startAuthentication({
    optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
  }).catch((error) => {
    throw inWords(error);
  });
  await authCall("passkey/sign-in", { response });
}
