import { createReadStream } from "node:fs";
import { layOut } from "../../networks/post-length.ts";
import { youtube as network } from "../../networks/youtube.ts";
import type { ConnectorCall, Outcome, PostRecording } from "../connector.ts";
import type { Answer, Youtube } from "./youtube-call.ts";
import { outcomeOf } from "./youtube-outcome.ts";

/** How long the bytes of a video may take on a weak line. */
const UPLOAD_SECONDS = 3600;
/** News and politics. */
const CATEGORY = "25";
const TAGS = 400;

/** The tag by which a video is found again. */
export const tagOf = (marker: string): string => `pub-${marker}`;

function resourceOf({ post, choices }: ConnectorCall): Record<string, unknown> {
  const [title, description] = layOut(network, post).map(({ text }) => text);
  const tags = [tagOf(post.marker)];
  for (const one of post.hashtags)
    if ([...tags, one].join(",").length < TAGS) tags.push(one.replace(/^#/, ""));
  return {
    snippet: {
      ...{ title, description, tags, categoryId: CATEGORY },
      ...{ defaultLanguage: "vi", defaultAudioLanguage: "vi" },
    },
    status: {
      privacyStatus: "private",
      selfDeclaredMadeForKids: false,
      containsSyntheticMedia: choices.ai === "yes",
      license: "youtube",
      embeddable: true,
    },
  };
}

/** The video with our tag among the newest of the channel; null: it is not there. */
async function videoByTag({ post, now }: ConnectorCall, youtube: Youtube): Promise<string | Outcome | null> {
  const trouble = ({ trouble: why }: Answer) => outcomeOf(why, { visible: false, now: now() });
  const own = await youtube("/youtube/v3/channels", { query: { part: "contentDetails", mine: "true" } });
  if (!own.ok) return trouble(own);
  const [channel] = (own.body?.items ?? []) as {
    contentDetails?: { relatedPlaylists?: { uploads?: string } };
  }[];
  const playlistId = channel?.contentDetails?.relatedPlaylists?.uploads ?? "";
  const list = await youtube("/youtube/v3/playlistItems", {
    query: { part: "snippet,contentDetails", maxResults: "20", playlistId },
  });
  if (!list.ok) return trouble(list);
  const ids = ((list.body?.items ?? []) as { contentDetails?: { videoId?: string } }[]).flatMap(
    ({ contentDetails }) => contentDetails?.videoId ?? [],
  );
  if (ids.length === 0) return null;
  const videos = await youtube("/youtube/v3/videos", { query: { part: "snippet", id: ids.join(",") } });
  if (!videos.ok) return trouble(videos);
  const found = ((videos.body?.items ?? []) as { id: string; snippet?: { tags?: string[] } }[]).find(
    ({ snippet }) => snippet?.tags?.includes(tagOf(post.marker)),
  );
  return found?.id ?? null;
}

/** How many bytes a session holds by what it answered; null: it tells nothing. */
function receivedOf({ status, headers }: Answer): number | null {
  if (status !== 308) return null;
  const last = /-(\d+)$/.exec(headers.get("range") ?? "")?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}

const finished = ({ ok, body }: Answer): string | null =>
  ok && typeof body?.id === "string" ? body.id : null;

/** The session, new or as far as it had come; a number: how many bytes it holds; null: the video is there. */
async function sessionOf(
  call: ConnectorCall,
  youtube: Youtube,
  film: PostRecording,
): Promise<Outcome | number | null> {
  const { handles, keep, now } = call;
  const untold = (answer: Answer) => outcomeOf(answer.trouble, { visible: false, now: now() });
  if (handles.session && handles.film === film.id) {
    const far = await youtube(handles.session, {
      method: "PUT",
      headers: { "content-length": "0", "content-range": `bytes */${film.bytes}` },
    });
    const video = finished(far);
    if (video) {
      await keep({ video });
      return null;
    }
    const received = receivedOf(far);
    if (received !== null) return received;
    if (far.status !== 404 && far.status !== 410) return untold(far);
    // The session is no more; it may have been finished before.
    const lost = await videoByTag(call, youtube);
    if (typeof lost === "object" && lost !== null) return lost;
    await keep({ session: "", ...(lost && { video: lost }) });
    if (lost) return null;
  }
  const begun = await youtube("/upload/youtube/v3/videos", {
    method: "POST",
    query: { uploadType: "resumable", part: "snippet,status", notifySubscribers: "true" },
    headers: {
      "x-upload-content-length": String(film.bytes),
      "x-upload-content-type": film.contentType,
    },
    json: resourceOf(call),
  });
  if (!begun.ok) return untold(begun);
  const session = begun.headers.get("location");
  if (!session) return { outcome: "retry", why: "YouTube nhận video mà không cho biết nơi tải lên." };
  await keep({ session, film: film.id });
  return 0;
}

/**
 * Brings a video to the channel, seen by nobody but its owners: what broke off goes on where it was, and what was
 * finished without an answer is taken as it is. Null: it is there.
 */
export async function uploadFilm(
  call: ConnectorCall,
  youtube: Youtube,
  film: PostRecording,
): Promise<Outcome | null> {
  const { handles, keep, now } = call;
  if (handles.video) return null;
  const received = await sessionOf(call, youtube, film);
  if (typeof received !== "number") return received;
  const sent = await youtube(handles.session!, {
    method: "PUT",
    headers: {
      "content-type": film.contentType,
      "content-length": String(film.bytes - received),
      "content-range": `bytes ${received}-${film.bytes - 1}/${film.bytes}`,
    },
    body: () => createReadStream(film.path, { start: received }),
    seconds: UPLOAD_SECONDS,
  });
  const video = finished(sent);
  if (video) {
    await keep({ video });
    return null;
  }
  if (sent.status === 404 || sent.status === 410 || sent.status === 308 || sent.ok)
    return { outcome: "retry", why: "Tải video lên bị ngắt giữa chừng; hệ thống tải tiếp." };
  return outcomeOf(sent.trouble, { visible: false, now: now() });
}
