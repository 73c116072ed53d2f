import type { ChangeCall, Found, Outcome } from "../connector.ts";
import { hasOtherMedia } from "../other-media.ts";
import type { Graph } from "./graph-call.ts";
import { isMissing, outcomeOf } from "./graph-outcome.ts";
import { messageOf } from "./publish-post.ts";

/** A third attempt is never made by itself: the network takes the words and shows others. */
const ATTEMPTS = 2;

const GONE = "Bài không còn trên trang; có người đã gỡ ở đó.";

/** A film is changed and taken down as a film: its post goes with it. */
const targetOf = ({ stands }: ChangeCall): string => stands.handles.video || stands.remoteId;
const fieldOf = ({ stands }: ChangeCall): "description" | "message" =>
  stands.handles.video ? "description" : "message";

const done = ({ stands: { remoteId, url } }: ChangeCall): Outcome & Found => ({
  outcome: "done",
  remoteId,
  url,
});

const plain = (text: string): string => text.normalize("NFC").replaceAll("\r\n", "\n").trim();

/** The words that stand there; null: nothing does. @throws Error when the network does not tell */
async function standing(call: ChangeCall, graph: Graph): Promise<string | null> {
  const field = fieldOf(call);
  const answer = await graph(targetOf(call), { query: { fields: field } });
  if (answer.ok) return plain(String(answer.body[field] ?? ""));
  if (isMissing(answer.trouble)) return null;
  throw new Error(outcomeOf(answer.trouble, { visible: false }).outcome);
}

async function announce({ handles, keep, risky }: ChangeCall): Promise<void> {
  await keep({ attempts: String(Number(handles.attempts ?? 0) + 1) });
  await risky();
}

/** Puts the new words in place of the old; the network exchanges no pictures. Contract: section 5. */
export async function changePost(call: ChangeCall, graph: Graph): Promise<Outcome> {
  if (hasOtherMedia(call))
    return {
      outcome: "rejected",
      why: "Facebook không cho đổi ảnh, video của bài đã đăng; hãy gỡ rồi đăng lại, hoặc sửa lời bằng tay.",
    };
  const words = messageOf(call.post);
  await announce(call);
  const answer = await graph(targetOf(call), {
    method: "POST",
    json: call.stands.handles.video ? { title: call.post.title, description: words } : { message: words },
  });
  if (answer.ok && answer.body.success !== false) return done(call);
  if (!answer.ok && isMissing(answer.trouble)) return { outcome: "rejected", why: GONE };
  const result = answer.ok ? null : outcomeOf(answer.trouble, { visible: true });
  if (result && result.outcome !== "unknown") return result;
  return {
    outcome: "unknown",
    why: "Facebook trả lời không rõ đã sửa hay chưa; hệ thống đọc lại bài để xem.",
  };
}

/** Reads the post back and compares it, word for word. */
export async function lookAtPost(call: ChangeCall, graph: Graph): Promise<Found> {
  const words = await standing(call, graph);
  if (words === null) return { outcome: "unknown", why: GONE, askAgainIn: null };
  if (words === plain(messageOf(call.post))) return done(call);
  if (Number(call.handles.attempts ?? 1) < ATTEMPTS) return { outcome: "absent" };
  return {
    outcome: "unknown",
    why: "Đã sửa hai lần mà đọc lại trên Facebook vẫn là lời khác; hãy mở bài để xem.",
    askAgainIn: null,
  };
}

/** What is gone already is gone. */
export async function removePost(call: ChangeCall, graph: Graph): Promise<Outcome> {
  await announce(call);
  const answer = await graph(targetOf(call), { method: "DELETE" });
  if (answer.ok && answer.body.success !== false) return done(call);
  if (!answer.ok && isMissing(answer.trouble)) return done(call);
  const result = answer.ok ? null : outcomeOf(answer.trouble, { visible: true });
  if (result && result.outcome !== "unknown") return result;
  return { outcome: "unknown", why: "Facebook trả lời không rõ đã gỡ hay chưa; hệ thống mở lại bài để xem." };
}

export const lookWhetherGone = async (call: ChangeCall, graph: Graph): Promise<Found> =>
  (await standing(call, graph)) === null ? done(call) : { outcome: "absent" };
