import type { ConnectorCall, Found } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { addressOf, outcomeOfStanding, PRIVATE, standingOf } from "./look-at-post.ts";
import { type Tiktok, tiktokOf } from "./tiktok-call.ts";
import { outcomeOf } from "./tiktok-outcome.ts";

type Json = Record<string, unknown>;

/** Clocks differ: so far back is looked for the marker. */
const BACK_HOURS = 1;
/** Pictures may be missing in the list for a while. */
const LOOK_MINUTES = 10;

const BY_HAND: Found = {
  outcome: "unknown",
  why: "TikTok không cho biết bài đã lên hay chưa; hãy mở tài khoản, xem cả mục riêng tư và bài chờ duyệt.",
  askAgainIn: null,
};

/** The public post with the marker in its words, by the account's own list. @throws NotLetIn when the network does not tell */
async function listedId(
  { post, handles, riskyAt, now }: ConnectorCall,
  tiktok: Tiktok,
): Promise<string | null> {
  const begun = new Date(handles.firstRisky || riskyAt || now()).getTime();
  const listed = await tiktok("/v2/video/list/?fields=id,create_time,title,video_description,share_url", {
    max_count: 20,
  });
  if (!listed.ok) throw new NotLetIn(outcomeOf(listed.trouble, { visible: false }));
  const videos = (listed.data.videos ?? []) as Json[];
  const own = videos.find(
    ({ create_time, title, video_description }) =>
      Number(create_time) * 1000 >= begun - BACK_HOURS * 3_600_000 &&
      `${title ?? ""} ${video_description ?? ""}`.includes(post.marker),
  );
  return own ? String(own.id) : null;
}

/**
 * Asks what became of it by the handle that the network gave; where it gave none, which is so with pictures alone, looks
 * through the account's list, and sends nothing again by itself.
 */
export async function findPost(call: ConnectorCall): Promise<Found> {
  const { handles, riskyAt, now } = call;
  const { tiktok } = tiktokOf(call);
  const standing = handles.publish ? await standingOf(tiktok, call) : ({ is: "lost" } as const);
  if (standing.is === "waiting") return { outcome: "absent" };
  if (standing.is !== "lost") {
    // What failed is told by the next attempt, which asks first.
    if (standing.is === "failed") return { outcome: "absent" };
    const result = await outcomeOfStanding(call, standing);
    if (result.outcome === "done") return result;
    if (result.outcome === "pending")
      return { outcome: "unknown", why: result.why, askAgainIn: result.askAgainIn };
    return handles.level === "SELF_ONLY" && standing.is === "published"
      ? { outcome: "unknown", why: PRIVATE, askAgainIn: null }
      : BY_HAND;
  }
  const id = await listedId(call, tiktok);
  if (id) return { outcome: "done", remoteId: id, url: addressOf(call, id) };
  const since = new Date(riskyAt ?? now()).getTime();
  return now().getTime() - since < LOOK_MINUTES * 60_000
    ? { outcome: "unknown", why: "Chưa thấy bài trên tài khoản; hệ thống tìm lại.", askAgainIn: 120 }
    : BY_HAND;
}
