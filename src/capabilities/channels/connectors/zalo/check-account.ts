import type { AccountCall, AccountCheck, AccountLimit } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { zaloOf } from "./zalo-call.ts";
import { outcomeOf } from "./zalo-outcome.ts";

/** Refresh tokens last three months from the last refresh. Contract: section 2. */
const DAYS = 90;

/** Every article has a cover. */
const NEEDS_PICTURE: AccountLimit = {
  words: "Bài phải có ảnh làm ảnh bìa, vì chưa điền ảnh bìa dùng chung khi kết nối.",
  refuses: "without-picture",
};

/** The account as it sees itself: verified, and its pair of tokens renewed where it had grown old. */
export async function checkAccount(call: AccountCall): Promise<AccountCheck> {
  try {
    const { zalo, secret } = zaloOf(call);
    const own = await zalo("/v2.0/oa/getoa");
    if (!own.ok) {
      const result = outcomeOf(own.trouble, { visible: false });
      const why = "why" in result ? result.why : "Zalo trả lời không đọc được.";
      return { ok: false, why, final: result.outcome === "reauth" || result.outcome === "rejected" };
    }
    if (own.data.is_verified === false)
      return { ok: false, why: "Zalo OA chưa được xác thực nên chưa đăng bài được.", final: true };
    const { refreshedAt, cover } = await secret();
    const since = refreshedAt === "" ? call.now() : new Date(refreshedAt);
    return {
      ok: true,
      ...(own.data.oa_id !== undefined && { remoteId: String(own.data.oa_id) }),
      name: typeof own.data.name === "string" ? own.data.name : null,
      expiresAt: new Date(since.getTime() + DAYS * 86_400_000),
      limits: cover ? [] : [NEEDS_PICTURE],
    };
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    const { result } = error;
    return { ok: false, why: result.why, final: result.outcome === "reauth" };
  }
}
