import { OutgoingRefused } from "#platform/http/outgoing.ts";
import type { AccountCall, AccountCheck } from "../connector.ts";
import { pressSecret } from "./press-secret.ts";
import { mailWay } from "./send-mail.ts";

/** Whether the mail server lets us in; nothing is sent. */
export async function checkServer(call: AccountCall): Promise<AccountCheck> {
  const secret = pressSecret(await call.credentials.read());
  try {
    const way = await mailWay(call, secret);
    const barred = await way.enter();
    way.close();
    if (!barred) return { ok: true, name: null, expiresAt: null };
    return barred.as === "locked-out"
      ? { ok: false, why: `Máy chủ thư không cho đăng nhập (mã ${barred.said}).`, final: true }
      : { ok: false, why: `Máy chủ thư chưa trả lời được (${barred.said || "mất kết nối"}).`, final: false };
  } catch (error) {
    if (!(error instanceof OutgoingRefused)) throw error;
    const why =
      "Máy chủ thư nằm trong mạng nội bộ; người quản trị máy chủ phải cho phép (CHANNELS_ALLOW_HOSTS).";
    return { ok: false, why, final: false };
  }
}
