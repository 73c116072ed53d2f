import type { AccountCall } from "../connector.ts";
import { type AskedPost, countOf, type FiguresRead, type ReadFigure } from "../figures-call.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { type Zalo, zaloOf } from "./zalo-call.ts";
import { outcomeOf, type Trouble } from "./zalo-outcome.ts";

type Json = Record<string, unknown>;
type Ended = NonNullable<FiguresRead["ended"]>;

const PAGE = 10;
/** So many pages are leafed through at most in one go. */
const PAGES = 40;

const WORDS = {
  views: "Zalo OA API v2.0, article/getslice: tổng số lượt xem bài viết.",
  shares: "Zalo OA API v2.0, article/getslice: tổng số lượt chia sẻ bài viết.",
};

function endOf(trouble: Trouble): Ended {
  const result = outcomeOf(trouble, { visible: false });
  if (result.outcome === "reauth") return { outcome: "reauth", why: result.why };
  return {
    outcome: "later",
    why: `Zalo chưa cho số liệu; hệ thống hỏi lại sau (mã ${trouble.code ?? "không đọc được"}).`,
    ...(result.outcome === "retry" && result.after !== undefined && { after: result.after }),
  };
}

/** Leafs through one type of articles until all asked for are found; false: the list was not read to its end. */
async function leaf(
  zalo: Zalo,
  type: "normal" | "video",
  wanted: Set<string>,
  found: (article: Json) => void,
): Promise<{ whole: boolean; listed: number; ended: Ended | null }> {
  let count = 0;
  for (let page = 0; page < PAGES && wanted.size > 0; page++) {
    const answer = await zalo("/v2.0/article/getslice", {
      query: { offset: String(page * PAGE), limit: String(PAGE), type },
    });
    if (!answer.ok) return { whole: false, listed: count, ended: endOf(answer.trouble) };
    const listed = answer.data.medias ?? answer.data.articles;
    if (!Array.isArray(listed))
      return { whole: false, listed: count, ended: endOf({ code: null, message: "" }) };
    count += listed.length;
    for (const article of listed as Json[]) {
      if (!wanted.delete(String(article.id))) continue;
      found(article);
    }
    // A page that is short of what the list says it holds is no end of it.
    if (listed.length < PAGE)
      return { whole: count >= (countOf(answer.data.total) ?? 0), listed: count, ended: null };
  }
  return { whole: false, listed: count, ended: null };
}

/** Views and shares from the list of articles; Zalo tells no other numbers. Contract: section 6. */
export async function readFigures(call: AccountCall, posts: AskedPost[]): Promise<FiguresRead> {
  const read: FiguresRead = { posts: new Map(), missing: [], ended: null };
  const byRemoteId = new Map(posts.map((post) => [post.remoteId, post.id]));
  const wanted = new Set(byRemoteId.keys());
  const found = (article: Json) => {
    const figures: ReadFigure[] = [];
    const [views, shares] = [countOf(article.total_view), countOf(article.total_share)];
    if (views !== null)
      figures.push({ metric: "views", value: views, name: "total_view", words: WORDS.views });
    if (shares !== null)
      figures.push({ metric: "shares", value: shares, name: "total_share", words: WORDS.shares });
    read.posts.set(byRemoteId.get(String(article.id))!, { figures });
  };
  try {
    const { zalo } = zaloOf(call);
    let whole = true;
    let listed = 0;
    for (const type of ["normal", "video"] as const) {
      const leafed = await leaf(zalo, type, wanted, found);
      if (leafed.ended) return { ...read, ended: leafed.ended };
      whole &&= leafed.whole;
      listed += leafed.listed;
    }
    if (whole)
      for (const remoteId of wanted)
        read.posts.set(byRemoteId.get(remoteId)!, {
          gone: "Zalo OA không còn liệt kê bài này.",
          sure: listed > 0,
        });
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    const { result } = error;
    if (result.outcome === "reauth") return { ...read, ended: { outcome: "reauth", why: result.why } };
    return {
      ...read,
      ended: { outcome: "later", why: "Zalo chưa cấp mã truy cập mới; hệ thống hỏi lại sau." },
    };
  }
  return read;
}
