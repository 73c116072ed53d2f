import type { ConnectorCall, Outcome, PostRecording } from "../connector.ts";
import type { Youtube } from "./youtube-call.ts";
import { outcomeOf } from "./youtube-outcome.ts";

const BOUNDARY = "gan-dan-phu-de";
const ALREADY_THERE = 409;

/** Gives the video its Vietnamese captions, where it has any; what is there already stays. Null: nothing is lacking. */
export async function captionFilm(
  { handles, keep, now }: ConnectorCall,
  youtube: Youtube,
  film: PostRecording,
): Promise<Outcome | null> {
  if (handles.captions) return null;
  const captions = await film.captions();
  if (captions === null) return null;
  const about = JSON.stringify({ snippet: { videoId: handles.video, language: "vi", name: "" } });
  const body = [
    `--${BOUNDARY}\r\ncontent-type: application/json; charset=UTF-8\r\n\r\n${about}\r\n`,
    `--${BOUNDARY}\r\ncontent-type: text/vtt; charset=UTF-8\r\n\r\n${captions}\r\n--${BOUNDARY}--\r\n`,
  ].join("");
  const sent = await youtube("/upload/youtube/v3/captions", {
    method: "POST",
    query: { part: "snippet", uploadType: "multipart" },
    headers: { "content-type": `multipart/related; boundary=${BOUNDARY}` },
    body: () => body,
    seconds: 60,
  });
  if (sent.ok || sent.status === ALREADY_THERE) {
    await keep({ captions: "yes" });
    return null;
  }
  const result = outcomeOf(sent.trouble, { visible: false, now: now() });
  // Captions that are not taken do not hold back the video.
  if (result.outcome !== "rejected") return result;
  await keep({ captions: "refused" });
  return null;
}
