import type { ConnectorCall, Outcome } from "../connector.ts";
import { articleOf, titleOf } from "./article.ts";
import { isBroadcast } from "./broadcast-article.ts";
import { uploadFilm } from "./upload-film.ts";
import { zaloOf } from "./zalo-call.ts";
import { outcomeOf, PROCESSING } from "./zalo-outcome.ts";

const POLLS = [3, 6, 12, 25, 60];
/** Shown first, and sent to followers after that. */
const BROADCAST_SECONDS = 5;
const GIVE_UP_MINUTES = 15;

const NO_COVER: Outcome = {
  outcome: "rejected",
  why: "Zalo đòi ảnh bìa mà bài không có ảnh; hãy thêm ảnh vào bài, hoặc điền ảnh bìa dùng chung khi kết nối.",
};

async function later({ handles, keep, riskyAt, now }: ConnectorCall): Promise<Outcome> {
  if (riskyAt && now().getTime() - riskyAt.getTime() > GIVE_UP_MINUTES * 60_000)
    return { outcome: "unknown", why: "Sau 15 phút Zalo vẫn chưa xử lý xong bài." };
  const polls = Number(handles.polls ?? 0);
  await keep({ polls: String(polls + 1) });
  const askAgainIn = POLLS[Math.min(polls, POLLS.length - 1)]!;
  return { outcome: "pending", askAgainIn, why: "Zalo đang xử lý bài." };
}

/** The address that people open; null where the network does not list the article. */
async function addressOf(call: ConnectorCall, id: string): Promise<string | null> {
  const { zalo } = zaloOf(call);
  const listed = await zalo("/v2.0/article/getslice", {
    query: { offset: "0", limit: "10", type: "normal" },
  });
  const all = listed.ok ? (listed.data.medias ?? listed.data.articles ?? []) : [];
  const own = (all as Record<string, unknown>[]).find((one) => String(one.id) === id);
  return own?.link_view ? String(own.link_view) : null;
}

/** From a job or a hidden article to one that is shown; each step may be repeated. */
export async function bringOut(call: ConnectorCall): Promise<Outcome> {
  const { handles, keep } = call;
  const { zalo, secret } = zaloOf(call);
  const verify = (token: string) => zalo("/v2.0/article/verify", { method: "POST", json: { token } });
  if (!handles.article) {
    const made = await verify(handles.job ?? "");
    if (!made.ok && made.trouble.code === PROCESSING) return later(call);
    if (!made.ok) {
      const result = outcomeOf(made.trouble, { visible: false });
      if (result.outcome === "rejected") await keep({ job: "" });
      return result.outcome === "retry" ? later(call) : result;
    }
    await keep({ article: String(made.data.id ?? made.data.article_id ?? ""), polls: "0" });
  }
  if (!handles.showJob) {
    const article = articleOf(call, "show", (await secret()).cover);
    if (!article) return NO_COVER;
    const update = { ...article, id: handles.article };
    const sent = await zalo("/v2.0/article/update", { method: "POST", json: update });
    if (!sent.ok) {
      const result = outcomeOf(sent.trouble, { visible: false });
      return result.outcome === "retry" ? later(call) : result;
    }
    await keep({ showJob: String(sent.data.token ?? "") });
  }
  const shown = await verify(handles.showJob!);
  if (!shown.ok && shown.trouble.code === PROCESSING) return later(call);
  if (!shown.ok) {
    const result = outcomeOf(shown.trouble, { visible: false });
    if (result.outcome === "rejected") await keep({ showJob: "" });
    return result.outcome === "retry" ? later(call) : result;
  }
  const id = handles.article!;
  const url = await addressOf(call, id);
  return { outcome: "done", remoteId: id, url, ...(isBroadcast(call) && { followIn: BROADCAST_SECONDS }) };
}

/**
 * Makes the article hidden, so that a stray one is seen by nobody; that is the one call which is not repeated. What
 * follows, looking at the job and showing the article, may be repeated as often as needed.
 */
export async function publishArticle(call: ConnectorCall): Promise<Outcome> {
  const { handles, keep, risky, now } = call;
  if (handles.job || handles.article) return bringOut(call);
  const { zalo, secret } = zaloOf(call);
  const trouble = await uploadFilm(call, zalo);
  if (trouble) return trouble;
  const article = articleOf(call, "hide", (await secret()).cover);
  if (!article) return NO_COVER;
  await keep({
    title: titleOf(call),
    attempts: String(Number(handles.attempts ?? 0) + 1),
    firstRisky: handles.firstRisky ?? now().toISOString(),
    looks: "0",
    polls: "0",
  });
  await risky();
  const made = await zalo("/v2.0/article/create", { method: "POST", json: article });
  if (!made.ok) return outcomeOf(made.trouble, { visible: true });
  if (!made.data.token) return { outcome: "unknown", why: "Zalo nhận bài mà không cho biết mã việc." };
  await keep({ job: String(made.data.token) });
  return { outcome: "pending", askAgainIn: POLLS[0]!, why: "Zalo đang xử lý bài." };
}
