import type { ConnectorCall, Found } from "../connector.ts";
import type { FacebookSecret } from "./facebook-secret.ts";
import type { Graph } from "./graph-call.ts";
import { outcomeOf } from "./graph-outcome.ts";
import { messageOf } from "./publish-post.ts";
import { standingOf } from "./publish-video.ts";

type Json = Record<string, unknown>;

/** Looks after 20, 60 and 180 seconds; the first is due already. */
const NEXT_LOOK = [40, 120];
const MINUTE = 60_000;
/** Clocks differ: so far back is looked for the marker. */
const BACK_MINUTES = 60;

const textOf = (one: Json): string => String(one.message ?? one.description ?? "").normalize("NFC");

const linksOf = (one: Json): string[] =>
  ((one.attachments as { data?: Json[] } | undefined)?.data ?? []).map(({ unshimmed_url }) =>
    String(unshimmed_url ?? ""),
  );

/** The posts and videos that might be it. @throws Error when the network does not tell */
async function listed(graph: Graph, path: string, query: Record<string, string>): Promise<Json[]> {
  const answer = await graph(path, { query });
  if (!answer.ok) throw new Error(outcomeOf(answer.trouble, { visible: false }).outcome);
  if (!Array.isArray(answer.body.data)) throw new Error("the list could not be read");
  return answer.body.data as Json[];
}

/** It carries the marker, in text or link. */
export const marks = (one: Json, { marker }: ConnectorCall["post"]): boolean =>
  [textOf(one), ...linksOf(one)].some((text) => text.includes(marker));

/** The post by its marker in text or link; without one in it, by its very words. */
export async function lookForPost(
  call: ConnectorCall,
  { pageId }: FacebookSecret,
  graph: Graph,
): Promise<Json | null> {
  const { post, handles, riskyAt, now } = call;
  const begun = new Date(handles.firstRisky ?? riskyAt ?? now()).getTime();
  const words = messageOf(post);
  const isVideo = post.recordings.some(({ sort }) => sort === "video");
  const fields = isVideo
    ? "id,description,created_time,published,status"
    : "id,message,created_time,permalink_url,attachments{unshimmed_url,media_type}";
  const since = String(Math.floor((begun - BACK_MINUTES * MINUTE) / 1000));
  const all = isVideo
    ? await listed(graph, `${pageId}/videos`, { fields, limit: "50" })
    : await listed(graph, `${pageId}/published_posts`, { fields, since, limit: "50" });
  const marked = all.find((one) => marks(one, post));
  return marked ?? all.find((one) => !post.link && textOf(one) === words) ?? null;
}

/**
 * Looks for what a visible call may have left, three times. Not found, it is tried once more; after that a person
 * looks: a third attempt is never made by itself.
 */
export async function findPost(call: ConnectorCall, secret: FacebookSecret, graph: Graph): Promise<Found> {
  const { handles, keep } = call;
  let video = handles.video ?? null;
  if (!video) {
    const found = await lookForPost(call, secret, graph);
    const isVideo = call.post.recordings.some(({ sort }) => sort === "video");
    if (found && !isVideo)
      return {
        outcome: "done",
        remoteId: String(found.id),
        url: found.permalink_url ? String(found.permalink_url) : null,
      };
    if (found) {
      video = String(found.id);
      await keep({ video });
    }
  }
  const looks = Number(handles.looks ?? 0) + 1;
  await keep({ looks: String(looks) });
  const standing = video === null ? null : await standingOf(graph, video);
  if (standing?.result.outcome === "done") return standing.result;
  const next = NEXT_LOOK[looks - 1] ?? null;
  if (next !== null)
    return {
      outcome: "unknown",
      askAgainIn: next,
      why: standing?.begun
        ? "Facebook đang xử lý video; hệ thống xem lại."
        : "Chưa thấy bài trên trang; hệ thống tìm lại.",
    };
  if (!standing?.begun && Number(handles.attempts ?? 1) < 2) return { outcome: "absent" };
  return {
    outcome: "unknown",
    askAgainIn: null,
    why: "Đã tìm ba lần mà chưa chắc bài đã lên trang hay chưa; hãy mở trang để xem.",
  };
}
