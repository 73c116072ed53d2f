import type { ConnectorCall, Outcome } from "../connector.ts";
import { captionFilm } from "./caption-film.ts";
import { LOCKED } from "./check-channel.ts";
import { partOf, statusSeenBy } from "./film-parts.ts";
import { uploadFilm } from "./upload-film.ts";
import { youtubeOf } from "./youtube-call.ts";
import { outcomeOf, refusedBecause } from "./youtube-outcome.ts";

type Json = Record<string, unknown>;

const MINUTE = 60_000;
/** Every half minute at first, then every five. */
const SOON_MINUTES = 10;
/** High resolutions may take hours: then what is there comes out. */
const PROCESSED_MINUTES = 30;

const addressOf = (id: string): string => `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;

/** It is public. */
export const publicAt = (id: string) => ({ outcome: "done" as const, remoteId: id, url: addressOf(id) });

/** The state of the video; null: it is not there. What hinders from knowing is an outcome. */
export async function stateOf(call: ConnectorCall): Promise<Json | Outcome | null> {
  const there = await partOf(call, call.handles.video!, "status", ["processingDetails"]);
  if (there === null) return null;
  return there.ok ? there.part : outcomeOf(there.answer.trouble, { visible: false, now: call.now() });
}

/** It is there but private: made public once it is processed. That call may be repeated: it is about this one video. */
export async function bringOut(call: ConnectorCall): Promise<Outcome> {
  const { handles, keep, risky, riskyAt, now } = call;
  const status = await stateOf(call);
  if (status === null) {
    await keep({ video: "", session: "", captions: "" });
    return {
      outcome: "rejected",
      why: "Video đã tải lên không còn trên kênh: có thể có người đã xóa. Cho gửi lại thì hệ thống tải lên từ đầu.",
    };
  }
  if ("outcome" in status) return status as Outcome;
  if (status.privacyStatus === "public") return publicAt(handles.video!);
  const upload = status.uploadStatus;
  if (upload === "failed" || upload === "rejected") {
    const reason = String((upload === "failed" ? status.failureReason : status.rejectionReason) ?? "");
    await keep({ video: "", session: "", captions: "" });
    return refusedBecause(reason);
  }
  const since = now().getTime() - Date.parse(handles.uploadedAt || now().toISOString());
  if (upload === "uploaded" && since < PROCESSED_MINUTES * MINUTE)
    return {
      outcome: "pending",
      askAgainIn: since < SOON_MINUTES * MINUTE ? 30 : 300,
      why: "YouTube đang xử lý video; xử lý xong thì hệ thống mở công khai.",
    };
  if (riskyAt === null) await risky();
  const answer = await youtubeOf(call).youtube("/youtube/v3/videos", {
    method: "PUT",
    query: { part: "status" },
    json: {
      id: handles.video,
      status: statusSeenBy(status as Json, "public"),
    },
  });
  if (!answer.ok) return outcomeOf(answer.trouble, { visible: true, now: now() });
  const standing = (answer.body?.status as Json | undefined)?.privacyStatus;
  if (standing === "public") return publicAt(handles.video!);
  return standing === "private"
    ? { outcome: "rejected", why: LOCKED }
    : { outcome: "unknown", why: "YouTube trả lời không rõ video đã công khai hay chưa." };
}

/** Uploaded unseen, given its captions, processed, and only then made public. */
export async function publishFilm(call: ConnectorCall): Promise<Outcome> {
  const { post, handles, keep, now } = call;
  const { youtube, secret } = youtubeOf(call);
  if (!(await secret()).audited) return { outcome: "rejected", why: LOCKED };
  const film = post.recordings.find(({ sort }) => sort === "video");
  if (!film) return { outcome: "rejected", why: "YouTube cần một video; bài này chưa có." };
  const hindrance = (await uploadFilm(call, youtube, film)) ?? (await captionFilm(call, youtube, film));
  if (hindrance) return hindrance;
  if (!handles.uploadedAt) await keep({ uploadedAt: now().toISOString() });
  return bringOut(call);
}
