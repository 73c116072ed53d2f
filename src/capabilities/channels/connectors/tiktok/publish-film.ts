import { createReadStream } from "node:fs";
import { layOut } from "../../networks/post-length.ts";
import { tiktok as network } from "../../networks/tiktok.ts";
import type { ConnectorCall, Outcome, Post, PostRecording } from "../connector.ts";
import { creatorOf, hindranceOf, levelOf } from "./creator.ts";
import { outcomeOfStanding, standingOf } from "./look-at-post.ts";
import { type Tiktok, tiktokOf } from "./tiktok-call.ts";
import { outcomeOf } from "./tiktok-outcome.ts";

/** Pieces of so many bytes, the last one larger by what is left; a smaller film is one piece. Contract: section 3.3. */
const PIECE = 10_000_000;
const LARGEST = 4_000_000_000;
/** How long a piece may take on a weak line. */
const PIECE_SECONDS = 900;

const TYPES = ["video/mp4", "video/quicktime", "video/webm"];

export const captionOf = (post: Post): string => layOut(network, post)[0]!.text;

const processing: Outcome = { outcome: "pending", askAgainIn: 10, why: "TikTok đang xử lý video." };

const piecesOf = (size: number) =>
  size < PIECE ? { piece: size, count: 1 } : { piece: PIECE, count: Math.floor(size / PIECE) };

/** Announces the film; nothing can be published before its last byte is there. Null: bytes may follow. */
async function begin(call: ConnectorCall, film: PostRecording): Promise<Outcome | null> {
  const { choices, post, keep } = call;
  const { tiktok, secret } = tiktokOf(call);
  if (film.bytes > LARGEST)
    return { outcome: "rejected", why: "Video lớn hơn 4 GB nên TikTok không nhận; hãy xuất tệp nhỏ hơn." };
  const creator = await creatorOf(tiktok);
  if ("outcome" in creator) return creator;
  const { audited } = await secret();
  const hindrance = hindranceOf(call, creator, { audited, seconds: film.seconds });
  if (hindrance) return hindrance;
  const { piece, count } = piecesOf(film.bytes);
  const begun = await tiktok("/v2/post/publish/video/init/", {
    post_info: {
      title: captionOf(post),
      privacy_level: levelOf(call),
      disable_comment: !creator.mayComment || choices.comments === "off",
      disable_duet: true,
      disable_stitch: true,
      brand_content_toggle: false,
      brand_organic_toggle: false,
      is_aigc: choices.ai === "yes",
    },
    source_info: {
      source: "FILE_UPLOAD",
      video_size: film.bytes,
      chunk_size: piece,
      total_chunk_count: count,
    },
  });
  if (!begun.ok) return outcomeOf(begun.trouble, { visible: false });
  const { publish_id, upload_url } = begun.data;
  if (!publish_id || !upload_url)
    return { outcome: "retry", why: "TikTok nhận video mà không cho biết mã; hệ thống gửi lại." };
  await keep({
    publish: String(publish_id),
    upload: String(upload_url),
    film: film.id,
    size: String(film.bytes),
    username: creator.username,
    level: levelOf(call),
    publishedAt: "",
  });
  return null;
}

/** Sends what is lacking. With the last piece the network may publish; sent twice it is still one post. */
async function sendPieces(
  { handles, fetch, keep, risky }: ConnectorCall,
  film: PostRecording,
  received: number,
): Promise<Outcome> {
  const { piece, count } = piecesOf(film.bytes);
  const next = Math.min(Math.floor(received / piece), count - 1);
  for (let number = next; number < count; number += 1) {
    const isLast = number === count - 1;
    const [first, end] = [number * piece, isLast ? film.bytes : (number + 1) * piece];
    if (isLast) await risky();
    const { status } = await fetch(handles.upload!, {
      method: "PUT",
      headers: {
        "content-type": TYPES.find((type) => type === film.contentType) ?? "video/mp4",
        "content-length": String(end - first),
        "content-range": `bytes ${first}-${end - 1}/${film.bytes}`,
      },
      body: createReadStream(film.path, { start: first, end: end - 1 }),
      seconds: PIECE_SECONDS,
    });
    if (status === 403) {
      // Its hour is over; without its last byte nothing of it comes out.
      await keep({ publish: "", upload: "" });
      return { outcome: "retry", why: "Địa chỉ tải lên của TikTok đã hết hạn; hệ thống tải lại từ đầu." };
    }
    if (status === 429) return outcomeOf({ status, code: null }, { visible: false });
    if (isLast && status !== 201)
      return {
        outcome: "unknown",
        why: `TikTok trả lời không rõ đã nhận đủ video hay chưa (HTTP ${status}).`,
      };
    if (!isLast && status !== 206)
      return {
        outcome: "retry",
        why: `Tải video lên bị ngắt giữa chừng; hệ thống tải tiếp (HTTP ${status}).`,
      };
  }
  await keep({ upload: "" });
  return processing;
}

/** How far what was begun is, as far as it goes without new bytes; "waiting" with how many are there. */
async function goneSoFar(call: ConnectorCall, tiktok: Tiktok, film: PostRecording) {
  const { handles, keep } = call;
  const standing = await standingOf(tiktok, call);
  if (standing.is === "waiting" && handles.film === film.id) return standing.received;
  // Another film by now, or nobody knows it there: without its last byte the former never comes out.
  if (standing.is === "waiting" || standing.is === "lost") {
    await keep({ publish: "", upload: "" });
    return null;
  }
  return outcomeOfStanding(call, standing);
}

/** A film by its bytes: announced, sent piece by piece, taken up where it broke off, never announced twice. */
export async function publishFilm(call: ConnectorCall, film: PostRecording): Promise<Outcome> {
  let received = 0;
  if (call.handles.publish) {
    const far = await goneSoFar(call, tiktokOf(call).tiktok, film);
    if (typeof far === "object" && far !== null) return far;
    received = far ?? 0;
  }
  if (!call.handles.publish) {
    const hindrance = await begin(call, film);
    if (hindrance) return hindrance;
  }
  return sendPieces(call, film, received);
}
