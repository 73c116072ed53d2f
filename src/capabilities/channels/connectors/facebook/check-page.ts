import type { AccountCall, AccountCheck, AccountLimit } from "../connector.ts";
import { facebookSecret } from "./facebook-secret.ts";
import { graphOf } from "./graph-call.ts";
import { outcomeOf } from "./graph-outcome.ts";

const NEEDED = ["pages_manage_posts", "pages_read_engagement"];

/** The upload of a video is begun in the name of the app. */
const NO_VIDEO: AccountLimit = {
  words: "Chưa đăng được video: người quản trị điền thêm Mã ứng dụng khi kết nối.",
  refuses: "video",
};

/** The Page by its id, and how long its token lasts where the app may be asked. Contract: section 1.4. */
export async function checkPage(call: AccountCall): Promise<AccountCheck> {
  const secret = facebookSecret(await call.credentials.read());
  const graph = graphOf(call, secret);
  const page = await graph(secret.pageId, { query: { fields: "id,name" } });
  if (!page.ok) {
    const result = outcomeOf(page.trouble, { visible: false });
    const why = "why" in result ? result.why : "Facebook trả lời không đọc được.";
    return { ok: false, why, final: result.outcome === "reauth" || result.outcome === "rejected" };
  }
  const remoteId = String(page.body.id ?? secret.pageId);
  const name = typeof page.body.name === "string" ? page.body.name : null;
  const limits = secret.appId ? [] : [NO_VIDEO];
  if (!secret.appId || !secret.appSecret) return { ok: true, name, remoteId, expiresAt: null, limits };
  const asked = await graph("debug_token", {
    query: { input_token: secret.token, access_token: `${secret.appId}|${secret.appSecret}` },
  });
  // The Page let us in; that the app's own keys are wrong hinders nothing.
  if (!asked.ok) return { ok: true, name, remoteId, expiresAt: null, limits };
  const facts = (asked.body.data ?? {}) as { is_valid?: boolean; expires_at?: number; scopes?: string[] };
  if (facts.is_valid === false)
    return { ok: false, why: "Facebook báo mã truy cập không còn hiệu lực.", final: true };
  const missing = NEEDED.filter((scope) => facts.scopes !== undefined && !facts.scopes.includes(scope));
  if (missing.length > 0)
    return { ok: false, why: `Mã truy cập thiếu quyền ${missing.join(", ")}.`, final: true };
  const seconds = Number(facts.expires_at ?? 0);
  return { ok: true, name, remoteId, expiresAt: seconds > 0 ? new Date(seconds * 1000) : null, limits };
}
