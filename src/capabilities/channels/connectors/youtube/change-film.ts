import { layOut } from "../../networks/post-length.ts";
import { youtube as network } from "../../networks/youtube.ts";
import type { ChangeCall, Found, Outcome } from "../connector.ts";
import { partOf, statusSeenBy } from "./film-parts.ts";
import { type Answer, youtubeOf } from "./youtube-call.ts";
import { outcomeOf } from "./youtube-outcome.ts";

type Json = Record<string, unknown>;

/** A third attempt is never made by itself: the network takes the words and shows others. */
const ATTEMPTS = 2;

const GONE = "Video không còn trên kênh; có người đã xóa ở đó.";
const HIDDEN =
  "Video chuyển sang chế độ riêng tư: chỉ người quản lý kênh còn thấy, lượt xem và bình luận vẫn giữ. Muốn xóa hẳn thì xóa trong YouTube Studio.";

/** What of a video's words is sent back with the new ones: a part is replaced whole, what is left out is lost. */
const KEPT = ["tags", "categoryId", "defaultLanguage", "defaultAudioLanguage"];

const done = ({ stands: { remoteId, url } }: ChangeCall, note?: string): Outcome & Found => ({
  outcome: "done",
  remoteId,
  url,
  ...(note && { note }),
});

const plain = (text: unknown): string =>
  String(text ?? "")
    .normalize("NFC")
    .replaceAll("\r\n", "\n")
    .trim();

function wordsOf({ post }: ChangeCall): { title: string; description: string } {
  const [title, description] = layOut(network, post).map(({ text }) => text);
  return { title: title!, description: description! };
}

const saysTheSame = (snippet: Json, words: ReturnType<typeof wordsOf>): boolean =>
  plain(snippet.title) === plain(words.title) && plain(snippet.description) === plain(words.description);

const isMissing = ({ status, trouble }: Answer): boolean =>
  status === 404 && trouble.reason === "videoNotFound";

async function announce({ handles, keep, risky }: ChangeCall): Promise<void> {
  await keep({ attempts: String(Number(handles.attempts ?? 0) + 1) });
  await risky();
}

const put = (call: ChangeCall, part: "snippet" | "status", json: Json): Promise<Answer> =>
  youtubeOf(call).youtube("/youtube/v3/videos", {
    method: "PUT",
    query: { part },
    json: { id: call.stands.remoteId, [part]: json },
  });

/** What an answer that is no success means for a change; the words of an upload would mislead. */
function undone(call: ChangeCall, answer: Answer, isMade: boolean): Outcome {
  const result = outcomeOf(answer.trouble, { visible: isMade, now: call.now() });
  if (result.outcome === "unknown")
    return { ...result, why: "YouTube trả lời không rõ đã đổi video hay chưa; hệ thống đọc lại để xem." };
  if (result.outcome === "retry" && !result.holds)
    return { ...result, why: "YouTube đang lỗi; video còn nguyên như trước, hệ thống thử lại." };
  return result;
}

/** Puts the new title and description in place of the old; the film itself is never exchanged. Contract: section 6. */
export async function changeFilm(call: ChangeCall): Promise<Outcome> {
  const { post, stands } = call;
  const film = post.recordings.find(({ sort }) => sort === "video");
  if (!film || (stands.handles.film && stands.handles.film !== film.id))
    return {
      outcome: "rejected",
      why: "YouTube không cho thay tệp của video đã đăng; hãy gỡ rồi đăng lại, hoặc sửa lời bằng tay.",
    };
  const there = await partOf(call, stands.remoteId, "snippet");
  if (there === null) return { outcome: "rejected", why: GONE };
  if (!there.ok) return undone(call, there.answer, false);
  const words = wordsOf(call);
  if (saysTheSame(there.part, words)) return done(call);
  const kept = KEPT.filter((name) => name in there.part).map((name) => [name, there.part[name]]);
  await announce(call);
  const answer = await put(call, "snippet", { ...Object.fromEntries(kept), ...words });
  if (answer.ok && answer.body?.snippet && saysTheSame(answer.body.snippet as Json, words)) return done(call);
  if (isMissing(answer)) return { outcome: "rejected", why: GONE };
  return undone(call, answer, true);
}

/** Reads the words back and compares them. */
export async function lookAtFilm(call: ChangeCall): Promise<Found> {
  const there = await partOf(call, call.stands.remoteId, "snippet");
  if (there === null) return { outcome: "unknown", why: GONE, askAgainIn: null };
  if (!there.ok)
    return { outcome: "unknown", why: "YouTube chưa trả lời; hệ thống hỏi lại.", askAgainIn: 60 };
  if (saysTheSame(there.part, wordsOf(call))) return done(call);
  if (Number(call.handles.attempts ?? 1) < ATTEMPTS) return { outcome: "absent" };
  return {
    outcome: "unknown",
    why: "Đã sửa hai lần mà đọc lại trên YouTube vẫn là lời khác; hãy mở video để xem.",
    askAgainIn: null,
  };
}

/** Out of the public's sight, and kept: a recall is not a deletion. What is gone already is gone. Contract: section 6. */
export async function hideFilm(call: ChangeCall): Promise<Outcome> {
  const there = await partOf(call, call.stands.remoteId, "status");
  if (there === null) return done(call, GONE);
  if (!there.ok) return undone(call, there.answer, false);
  if (there.part.privacyStatus === "private") return done(call, HIDDEN);
  await announce(call);
  const answer = await put(call, "status", statusSeenBy(there.part, "private"));
  if (isMissing(answer)) return done(call, GONE);
  const standing = (answer.body?.status as Json | undefined)?.privacyStatus;
  if (answer.ok && standing === "private") return done(call, HIDDEN);
  return undone(call, answer, true);
}

export async function lookWhetherHidden(call: ChangeCall): Promise<Found> {
  const there = await partOf(call, call.stands.remoteId, "status");
  if (there === null) return done(call, GONE);
  if (!there.ok)
    return { outcome: "unknown", why: "YouTube chưa trả lời; hệ thống hỏi lại.", askAgainIn: 60 };
  return there.part.privacyStatus === "private" ? done(call, HIDDEN) : { outcome: "absent" };
}
