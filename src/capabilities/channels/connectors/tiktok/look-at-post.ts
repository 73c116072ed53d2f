import type { ConnectorCall, Outcome } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import type { Tiktok } from "./tiktok-call.ts";
import { outcomeOf, outcomeOfFailure } from "./tiktok-outcome.ts";

const MINUTE = 60_000;
/** Every ten seconds at first, then every minute. */
const SOON = { seconds: 10, minutes: 5 };
const GIVE_UP_HOURS = 2;
/** Moderation usually takes a minute; so long nobody but its owner sees it, and it is not said to stand. */
const MODERATION_MINUTES = 10;
const FOLLOW_SECONDS = 600;

export const PRIVATE =
  "Bài đã ở TikTok nhưng mới chỉ chủ tài khoản xem được. Mở TikTok bằng tài khoản của cơ quan, chuyển bài sang công khai, rồi chọn “Đã lên” và dán địa chỉ.";

/** How far what was begun is. */
type Standing =
  /** It waits for bytes: nothing is published, and nothing can be. */
  | { is: "waiting"; received: number }
  | { is: "processing" }
  | { is: "published"; ids: string[] }
  | { is: "failed"; result: Outcome }
  /** The network does not know it, or not any more. */
  | { is: "lost" };

/** @throws NotLetIn when the network does not tell */
export async function standingOf(tiktok: Tiktok, { handles }: ConnectorCall): Promise<Standing> {
  const answer = await tiktok("/v2/post/publish/status/fetch/", { publish_id: handles.publish });
  if (!answer.ok) {
    if (answer.trouble.code === "invalid_publish_id") return { is: "lost" };
    throw new NotLetIn(outcomeOf(answer.trouble, { visible: false }));
  }
  const { status, fail_reason, publicaly_available_post_id: ids, uploaded_bytes } = answer.data;
  switch (status) {
    case "FAILED":
      return { is: "failed", result: outcomeOfFailure(String(fail_reason ?? "")) };
    case "PUBLISH_COMPLETE":
      return { is: "published", ids: Array.isArray(ids) ? ids.map(String) : [] };
    case "PROCESSING_UPLOAD": {
      const received = Number(uploaded_bytes ?? 0);
      return received < Number(handles.size ?? 0) ? { is: "waiting", received } : { is: "processing" };
    }
    default:
      return { is: "processing" };
  }
}

/** The address of a post by its id, once the network tells it. */
export const addressOf = ({ handles }: Pick<ConnectorCall, "handles">, id: string): string | null =>
  handles.username ? `https://www.tiktok.com/@${handles.username}/video/${id}` : null;

/** What its standing means for the delivery; `since`: when it was handed over. Waiting is for the caller. */
export async function outcomeOfStanding(
  call: ConnectorCall,
  standing: Exclude<Standing, { is: "waiting" | "lost" }>,
): Promise<Outcome> {
  const { handles, keep, riskyAt, now } = call;
  const at = now().getTime();
  switch (standing.is) {
    case "failed":
      // Nothing of it can come out any more: the next attempt begins anew.
      await keep({ publish: "", upload: "" });
      return standing.result;
    case "published": {
      const [id] = standing.ids;
      if (id) return { outcome: "done", remoteId: id, url: addressOf(call, id) };
      if (handles.level === "SELF_ONLY") return { outcome: "unknown", why: PRIVATE };
      if (!handles.publishedAt) await keep({ publishedAt: now().toISOString() });
      if (at - Date.parse(handles.publishedAt!) < MODERATION_MINUTES * MINUTE)
        return {
          outcome: "pending",
          askAgainIn: 30,
          why: "TikTok đang duyệt bài; duyệt xong mọi người mới xem được.",
        };
      return { outcome: "done", remoteId: handles.publish!, url: null, followIn: FOLLOW_SECONDS };
    }
    case "processing": {
      const since = riskyAt?.getTime() ?? at;
      if (at - since > GIVE_UP_HOURS * 60 * MINUTE)
        return { outcome: "unknown", why: "Sau hai giờ TikTok vẫn chưa xử lý xong." };
      const soon = at - since < SOON.minutes * MINUTE;
      return { outcome: "pending", askAgainIn: soon ? SOON.seconds : 60, why: "TikTok đang xử lý bài." };
    }
  }
}
