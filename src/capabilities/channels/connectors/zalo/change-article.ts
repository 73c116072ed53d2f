import type { ChangeCall, Found, Outcome } from "../connector.ts";
import { articleOf, filmOf } from "./article.ts";
import { uploadFilm } from "./upload-film.ts";
import { type Zalo, zaloOf } from "./zalo-call.ts";
import { outcomeOf, PROCESSING, type Trouble } from "./zalo-outcome.ts";

type Json = Record<string, unknown>;

const POLLS = [3, 6, 12, 25, 60];
const GIVE_UP_MINUTES = 15;
const ATTEMPTS = 2;

const GONE = "Bài không còn trên OA; có người đã gỡ ở đó.";
const NO_COVER =
  "Zalo đòi ảnh bìa mà bản mới không có ảnh; hãy thêm ảnh vào bài, hoặc điền ảnh bìa dùng chung khi kết nối.";

const done = ({ stands: { remoteId, url } }: ChangeCall): Outcome & Found => ({
  outcome: "done",
  remoteId,
  url,
});

/** An id that the network does not know, whatever it calls that. */
const isMissing = ({ code, message }: Trouble): boolean => code === -201 && /exist|not found/i.test(message);

/** The article as it stands; null: it does not. @throws Error when the network does not tell */
async function standing({ stands }: ChangeCall, zalo: Zalo): Promise<Json | null> {
  const detail = await zalo("/v2.0/article/getdetail", { query: { id: stands.remoteId } });
  if (detail.ok) return detail.data;
  if (isMissing(detail.trouble)) return null;
  throw new Error(outcomeOf(detail.trouble, { visible: false }).outcome);
}

/** The words that people read, as both sides say them. */
const wordsOf = (article: Json): string =>
  [
    article.title,
    article.description,
    ...((article.body ?? []) as Json[]).map(({ content, url, video_id }) => content ?? url ?? video_id),
  ]
    .map((part) =>
      String(part ?? "")
        .normalize("NFC")
        .trim(),
    )
    .join("\n");

async function whole(call: ChangeCall): Promise<Json | null> {
  const article = articleOf(call, "show", (await zaloOf(call).secret()).cover);
  return article && { ...article, id: call.stands.remoteId };
}

async function announce({ handles, keep, risky }: ChangeCall): Promise<void> {
  await keep({ attempts: String(Number(handles.attempts ?? 0) + 1), polls: "0" });
  await risky();
}

/** The film that stands there is used again; another one is uploaded first. */
async function bringFilm(call: ChangeCall, zalo: Zalo): Promise<Outcome | null> {
  const film = filmOf(call);
  if (film && call.stands.handles.film && call.stands.media.includes(film.id))
    await call.keep({ film: call.stands.handles.film });
  return uploadFilm(call, zalo);
}

/** The whole article anew; what people see changes once the job is done there. Contract: section 4.4. */
export async function changeArticle(call: ChangeCall): Promise<Outcome> {
  const { zalo } = zaloOf(call);
  const trouble = await bringFilm(call, zalo);
  if (trouble) return trouble;
  const article = await whole(call);
  if (!article) return { outcome: "rejected", why: NO_COVER };
  await call.keep({ job: "" });
  await announce(call);
  const sent = await zalo("/v2.0/article/update", { method: "POST", json: article });
  if (sent.ok && sent.data.token) {
    await call.keep({ job: String(sent.data.token) });
    return { outcome: "pending", askAgainIn: POLLS[0]!, why: "Zalo đang thay bài." };
  }
  if (!sent.ok && isMissing(sent.trouble)) return { outcome: "rejected", why: GONE };
  const result = sent.ok ? null : outcomeOf(sent.trouble, { visible: true });
  if (result && result.outcome !== "unknown") return result;
  return {
    outcome: "unknown",
    why: "Zalo trả lời không rõ đã nhận bản mới hay chưa; hệ thống đọc lại bài để xem.",
  };
}

/** Asks how far the job is. */
export async function pollChange(call: ChangeCall): Promise<Outcome> {
  const { handles, keep, riskyAt, now } = call;
  const { zalo } = zaloOf(call);
  const asked = await zalo("/v2.0/article/verify", { method: "POST", json: { token: handles.job ?? "" } });
  if (asked.ok) return done(call);
  const result = outcomeOf(asked.trouble, { visible: false });
  if (asked.trouble.code !== PROCESSING && result.outcome !== "retry") return result;
  if (riskyAt && now().getTime() - riskyAt.getTime() > GIVE_UP_MINUTES * 60_000)
    return { outcome: "unknown", why: "Sau 15 phút Zalo vẫn chưa thay xong bài." };
  const polls = Number(handles.polls ?? 0) + 1;
  await keep({ polls: String(polls) });
  return {
    outcome: "pending",
    askAgainIn: POLLS[Math.min(polls, POLLS.length - 1)]!,
    why: "Zalo đang thay bài.",
  };
}

/** Reads the article back and compares its words. */
export async function lookAtArticle(call: ChangeCall): Promise<Found> {
  const { zalo } = zaloOf(call);
  const [there, wanted] = [await standing(call, zalo), await whole(call)];
  if (there === null) return { outcome: "unknown", why: GONE, askAgainIn: null };
  if (wanted && wordsOf(there) === wordsOf(wanted) && there.status === "show") return done(call);
  if (Number(call.handles.attempts ?? 1) < ATTEMPTS) return { outcome: "absent" };
  return {
    outcome: "unknown",
    why: "Đã gửi bản mới hai lần mà đọc lại trên OA vẫn là lời khác; hãy mở bài để xem.",
    askAgainIn: null,
  };
}

/** What is gone already is gone. */
export async function removeArticle(call: ChangeCall): Promise<Outcome> {
  const { zalo } = zaloOf(call);
  await announce(call);
  const sent = await zalo("/v2.0/article/remove", { method: "POST", json: { id: call.stands.remoteId } });
  if (sent.ok || isMissing(sent.trouble)) return done(call);
  const result = outcomeOf(sent.trouble, { visible: true });
  return result.outcome === "unknown"
    ? { outcome: "unknown", why: "Zalo trả lời không rõ đã gỡ hay chưa; hệ thống mở lại bài để xem." }
    : result;
}

export const lookWhetherGone = async (call: ChangeCall): Promise<Found> =>
  (await standing(call, zaloOf(call).zalo)) === null ? done(call) : { outcome: "absent" };
