import { readFile } from "node:fs/promises";
import type { AccountCall, AccountCheck, ConnectorCall, Found, Outcome } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { type ProvinceAnswer, provinceOf } from "./province-call.ts";
import { provinceSecret } from "./province-secret.ts";

const POLL_SECONDS = 300;
/** Looks after 20, 60 and 180 seconds; the first is due already. */
const NEXT_LOOK = [40, 120];

const waits: Record<string, string> = {
  draft: "Bản tin đã sang hệ thống của tỉnh, còn là bản nháp ở đó.",
  "waiting-approval": "Bản tin đã sang hệ thống của tỉnh, chờ nơi đó duyệt.",
  approved: "Hệ thống của tỉnh đã duyệt, chờ xếp lịch phát.",
  scheduled: "Hệ thống của tỉnh đã xếp lịch, chờ đến giờ phát.",
};
const PLAYED = new Set(["playing", "played", "partly-played"]);
const over: Record<string, string> = {
  rejected: "Hệ thống của tỉnh không duyệt bản tin này",
  failed: "Hệ thống của tỉnh báo không phát được bản tin này",
  withdrawn: "Bản tin đã bị thu hồi ở hệ thống của tỉnh",
};

/** What a bulletin there has come to; null: the word is none that is known. */
function outcomeOfStanding({ id, status, reason }: Record<string, unknown>): Outcome | null {
  const standing = String(status ?? "");
  if (PLAYED.has(standing)) return { outcome: "done", remoteId: String(id), url: null };
  if (waits[standing]) return { outcome: "pending", askAgainIn: POLL_SECONDS, why: waits[standing] };
  if (over[standing])
    return { outcome: "rejected", why: `${over[standing]}${reason ? `: ${String(reason)}` : ""}.` };
  return null;
}

/** What a refusal means; `visible`: it answered the call that hands the bulletin over. */
function outcomeOfRefusal({ status, data, retryAfter }: ProvinceAnswer, visible: boolean): Outcome {
  const said = typeof data?.message === "string" ? `: ${data.message}` : "";
  if (status === 429)
    return {
      outcome: "retry",
      why: "Hệ thống của tỉnh giới hạn số lần gửi; hệ thống gửi tiếp sau.",
      after: retryAfter ?? 60,
      holds: true,
    };
  if (status === 401 || status === 403)
    return { outcome: "reauth", why: `Hệ thống của tỉnh không cho gửi nữa${said}.` };
  if ([400, 404, 409, 413, 415, 422].includes(status) && data !== null)
    return { outcome: "rejected", why: `Hệ thống của tỉnh không nhận bản tin${said}.` };
  return visible
    ? { outcome: "unknown", why: "Hệ thống của tỉnh trả lời không rõ đã nhận bản tin hay chưa." }
    : { outcome: "retry", why: "Hệ thống của tỉnh đang lỗi; chưa có gì được gửi." };
}

/** The reference that the far side gives back stands in a field of its own and at the end of the title. */
const titleOf = ({ post }: ConnectorCall) => `${post.title} [${post.marker}]`;

async function handedOver(call: ConnectorCall): Promise<Record<string, unknown>[] | ProvinceAnswer> {
  const answer = await provinceOf(call)(`/api/bulletins?reference=${encodeURIComponent(call.post.marker)}`);
  const items = answer.data?.items;
  if (answer.status !== 200 || !Array.isArray(items)) return answer;
  return (items as Record<string, unknown>[]).filter(
    ({ reference, title }) =>
      reference === call.post.marker || String(title).includes(`[${call.post.marker}]`),
  );
}

/** Asks what became of what was handed over. */
export async function askProvince(call: ConnectorCall): Promise<Outcome> {
  const answer = await provinceOf(call)(`/api/bulletins/${encodeURIComponent(call.handles.bulletin ?? "")}`);
  if (answer.status === 200 && answer.data) {
    const known = outcomeOfStanding({ ...answer.data, id: call.handles.bulletin });
    if (known) return known;
  }
  if (answer.status === 404)
    return { outcome: "rejected", why: "Bản tin không còn ở hệ thống của tỉnh; hãy hỏi đơn vị vận hành." };
  return {
    outcome: "pending",
    askAgainIn: POLL_SECONDS,
    why: "Chưa hỏi được hệ thống của tỉnh; hỏi lại sau.",
  };
}

/** Hands the recording over with its words, areas and reference: the one call that is not repeated. */
export async function sendBulletin(call: ConnectorCall): Promise<Outcome> {
  const { post, handles, keep, risky } = call;
  if (handles.bulletin) return askProvince(call);
  const recording = post.recordings.find(({ sort }) => sort === "audio");
  if (!recording)
    return { outcome: "rejected", why: "Bài chưa có bản ghi âm; hãy thêm bản thu vào bài rồi cho gửi lại." };
  const before = await handedOver(call);
  if (!Array.isArray(before)) return outcomeOfRefusal(before, false);
  const [there] = before;
  if (there) {
    await keep({ bulletin: String(there.id) });
    return askProvince(call);
  }
  const sound = new Blob([new Uint8Array(await readFile(recording.path))], { type: recording.contentType });
  await keep({ attempts: String(Number(handles.attempts ?? 0) + 1), looks: "0" });
  await risky();
  const sent = await provinceOf(call)("/api/bulletins", async ({ areas, priority }) => {
    const form = new FormData();
    for (const [name, value] of [
      ["title", titleOf(call)],
      ["reference", post.marker],
      ["text", post.text],
      ["priority", priority],
      ["durationSeconds", String(recording.seconds)],
    ] as const)
      form.set(name, value);
    for (const area of areas) form.append("areas", area);
    form.set("audio", sound, recording.contentType === "audio/wav" ? "bai-phat.wav" : "bai-phat.mp3");
    return form;
  });
  const id = sent.data?.id;
  if (sent.status < 200 || sent.status > 299 || (typeof id !== "string" && typeof id !== "number"))
    return outcomeOfRefusal(sent, true);
  await keep({ bulletin: String(id) });
  return outcomeOfStanding({ ...sent.data, id }) ?? { outcome: "pending", askAgainIn: 60, why: waits.draft! };
}

/** Looks for a bulletin that may have been handed over, by its reference. */
export async function lookForBulletin(call: ConnectorCall): Promise<Found> {
  const { handles, keep } = call;
  const found = handles.bulletin ? [{ id: handles.bulletin }] : await handedOver(call);
  if (!Array.isArray(found))
    return { outcome: "unknown", why: "Chưa hỏi được hệ thống của tỉnh; hệ thống hỏi lại.", askAgainIn: 120 };
  const [there] = found;
  if (there) {
    await keep({ bulletin: String(there.id) });
    const result = await askProvince(call);
    if (result.outcome === "done") return result;
    const isOver = result.outcome === "rejected";
    return { outcome: "unknown", why: result.why, askAgainIn: isOver ? null : POLL_SECONDS };
  }
  const looks = Number(handles.looks ?? 0) + 1;
  await keep({ looks: String(looks) });
  const next = NEXT_LOOK[looks - 1];
  if (next !== undefined)
    return {
      outcome: "unknown",
      why: "Chưa thấy bản tin ở hệ thống của tỉnh; hệ thống tìm lại.",
      askAgainIn: next,
    };
  if (Number(handles.attempts ?? 1) < 2) return { outcome: "absent" };
  return {
    outcome: "unknown",
    why: "Đã tìm ba lần mà không thấy bản tin; hãy mở hệ thống của tỉnh để xem.",
    askAgainIn: null,
  };
}

/** Whether the province's system lets us in and knows the communes named. */
export async function checkProvince(call: AccountCall): Promise<AccountCheck> {
  try {
    const answer = await provinceOf(call)("/api/areas");
    if (answer.status !== 200 || !Array.isArray(answer.data?.items)) {
      const result = outcomeOfRefusal(answer, false);
      const why = "why" in result ? result.why : "";
      return { ok: false, why, final: result.outcome === "reauth" || result.outcome === "rejected" };
    }
    const known = new Set((answer.data.items as { code?: unknown }[]).map(({ code }) => String(code)));
    const { areas } = provinceSecret(await call.credentials.read());
    const strange = areas.filter((code) => !known.has(code));
    if (areas.length === 0 || strange.length > 0)
      return {
        ok: false,
        why:
          areas.length === 0
            ? "Chưa ghi mã địa bàn nào."
            : `Hệ thống của tỉnh không có địa bàn mã ${strange.slice(0, 5).join(", ")}; hãy xem lại mã.`,
        final: true,
      };
    return { ok: true, name: null, expiresAt: null };
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    return { ok: false, why: error.result.why, final: error.result.outcome === "reauth" };
  }
}
