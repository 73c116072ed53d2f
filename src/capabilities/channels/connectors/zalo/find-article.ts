import type { ConnectorCall, Found } from "../connector.ts";
import { titleOf } from "./article.ts";
import { bringOut } from "./publish-article.ts";
import { type Zalo, zaloOf } from "./zalo-call.ts";
import { outcomeOf } from "./zalo-outcome.ts";

type Json = Record<string, unknown>;

/** Looks after 20, 60 and 180 seconds; the first is due already. */
const NEXT_LOOK = [40, 120];
const HOUR = 3_600_000;

/** Moments come in milliseconds, in seconds, or as text of them. */
function momentOf(value: unknown): number {
  const number = Number(value);
  if (Number.isNaN(number)) return Date.parse(String(value));
  return number < 100_000_000_000 ? number * 1000 : number;
}

/** The newest twenty. @throws Error when the network does not tell */
async function newest(zalo: Zalo): Promise<Json[]> {
  const all: Json[] = [];
  for (const offset of ["0", "10"]) {
    const leaf = await zalo("/v2.0/article/getslice", { query: { offset, limit: "10", type: "normal" } });
    if (!leaf.ok) throw new Error(outcomeOf(leaf.trouble, { visible: false }).outcome);
    all.push(...((leaf.data.medias ?? leaf.data.articles ?? []) as Json[]));
  }
  return all;
}

/** The articles of this delivery: same title, not older, and the marker where the network shows the link. */
export async function ownArticles(
  call: ConnectorCall,
  zalo: Zalo,
): Promise<{ id: string; address: string; isMarked: boolean }[]> {
  const { post, handles, riskyAt, now } = call;
  const title = (handles.title ?? titleOf(call)).normalize("NFC");
  // Clocks differ; the marker decides.
  const since = new Date(handles.firstRisky ?? riskyAt ?? now()).getTime() - HOUR;
  const own: Awaited<ReturnType<typeof ownArticles>> = [];
  for (const one of await newest(zalo)) {
    if (String(one.title ?? "").normalize("NFC") !== title || momentOf(one.create_date) < since) continue;
    const detail = await zalo("/v2.0/article/getdetail", { query: { id: String(one.id) } });
    if (!detail.ok) throw new Error(outcomeOf(detail.trouble, { visible: false }).outcome);
    const link = detail.data.tracking_link;
    const tells = typeof link === "string" && link !== "";
    const isMarked = tells && link.includes(post.marker);
    if (!tells || isMarked) own.push({ id: String(one.id), address: String(one.link_view ?? ""), isMarked });
  }
  return own;
}

/** Looks for an article that may have been made, shows it where it is found, and takes away a stray one. */
export async function findArticle(call: ConnectorCall): Promise<Found> {
  const { handles, keep } = call;
  const { zalo } = zaloOf(call);
  if (!handles.article) {
    const own = await ownArticles(call, zalo);
    const article = own.at(-1);
    if (article) {
      for (const { id } of own.slice(0, -1))
        await zalo("/v2.0/article/remove", { method: "POST", json: { id } });
      await keep({ article: article.id, polls: "0" });
    }
  }
  if (handles.article) {
    const result = await bringOut(call);
    if (result.outcome === "done") return result;
    const why = result.why;
    if (result.outcome === "pending") return { outcome: "unknown", why, askAgainIn: result.askAgainIn };
    return { outcome: "unknown", why, askAgainIn: result.outcome === "rejected" ? null : 600 };
  }
  const looks = Number(handles.looks ?? 0) + 1;
  await keep({ looks: String(looks) });
  const next = NEXT_LOOK[looks - 1];
  if (next !== undefined)
    return { outcome: "unknown", why: "Chưa thấy bài trên OA; hệ thống tìm lại.", askAgainIn: next };
  if (Number(handles.attempts ?? 1) < 2) return { outcome: "absent" };
  return {
    outcome: "unknown",
    why: "Đã tìm ba lần mà không thấy bài; hãy mở trang quản trị OA để xem.",
    askAgainIn: null,
  };
}
