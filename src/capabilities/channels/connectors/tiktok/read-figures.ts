import type { Metric } from "../../figures/metric.ts";
import type { AccountCall } from "../connector.ts";
import { type AskedPost, countOf, type FiguresRead } from "../figures-call.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { tiktokOf } from "./tiktok-call.ts";
import { outcomeOf, TOKEN_DEAD, type Trouble } from "./tiktok-outcome.ts";

type Json = Record<string, unknown>;

const COUNTS: { name: string; metric: Metric; words: string }[] = [
  { name: "view_count", metric: "views", words: "số lượt xem." },
  { name: "like_count", metric: "reactions", words: "số lượt thích." },
  { name: "comment_count", metric: "comments", words: "số bình luận." },
  { name: "share_count", metric: "shares", words: "số lượt chia sẻ." },
];
const NO_SCOPE = new Set(["scope_not_authorized", "scope_permission_missed"]);

/** What a refusal means for who asks; null: this one right is missing. */
function endOf(trouble: Trouble): FiguresRead["ended"] {
  if (trouble.code !== null && NO_SCOPE.has(trouble.code)) return null;
  const said = outcomeOf(trouble, { visible: false });
  if (trouble.code === TOKEN_DEAD && said.outcome === "reauth") return { outcome: "reauth", why: said.why };
  const where = `(mã ${trouble.code ?? `HTTP ${trouble.status}`})`;
  return {
    outcome: "later",
    why: `TikTok chưa cho số liệu; hệ thống hỏi lại sau ${where}.`,
    ...(said.outcome === "retry" && said.after !== undefined && { after: said.after }),
  };
}

/**
 * Views, likes, comments and shares by the Display API, which knows public items alone. One that it leaves out and never
 * told of may be private or a set of pictures: that is unknown, and it is asked about again. One that was public is not
 * any more. Contract: section 3.6.
 */
export async function readFigures(
  call: AccountCall,
  posts: AskedPost[],
  skip: ReadonlySet<string>,
): Promise<FiguresRead> {
  const read: FiguresRead = { posts: new Map(), missing: [], ended: null };
  const wanted = COUNTS.filter(({ name }) => !skip.has(name));
  // What moderation still holds is known by another kind of id.
  const byRemoteId = new Map(
    posts.filter(({ remoteId }) => /^\d+$/.test(remoteId)).map((post) => [post.remoteId, post]),
  );
  if (wanted.length === 0 || byRemoteId.size === 0) return read;
  try {
    const fields = ["id", ...wanted.map(({ name }) => name)].join(",");
    const answer = await tiktokOf(call).tiktok(`/v2/video/query/?fields=${fields}`, {
      filters: { video_ids: [...byRemoteId.keys()] },
    });
    if (!answer.ok) {
      read.ended = endOf(answer.trouble);
      if (read.ended === null)
        read.missing = wanted.map(({ name, metric }) => ({
          ...{ name, metric, because: "permission" as const },
          why: `TikTok không cho xem số này vì ứng dụng chưa được cấp quyền video.list (mã ${answer.trouble.code}).`,
        }));
      return read;
    }
    const { videos } = answer.data;
    if (!Array.isArray(videos)) return { ...read, ended: endOf({ status: 200, code: null }) };
    for (const video of videos as Json[]) {
      const post = byRemoteId.get(String(video.id));
      if (!post) continue;
      const figures = wanted.flatMap(({ name, metric, words }) => {
        const value = countOf(video[name]);
        return value === null
          ? []
          : [{ metric, value, name, words: `TikTok Display API v2, video/query: ${words}` }];
      });
      read.posts.set(post.id, { figures });
    }
    const sure = read.posts.size > 0;
    // The id of a film is told once it is public.
    for (const { id, wasTold, handles } of byRemoteId.values())
      if (!read.posts.has(id) && (wasTold || handles.film))
        read.posts.set(id, {
          gone: "TikTok không còn cho mọi người xem video này: đã xóa hoặc chuyển riêng tư.",
          sure,
        });
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    const { result } = error;
    read.ended =
      result.outcome === "reauth"
        ? { outcome: "reauth", why: result.why }
        : { outcome: "later", why: "TikTok chưa cấp mã truy cập mới; hệ thống hỏi lại sau." };
  }
  return read;
}
