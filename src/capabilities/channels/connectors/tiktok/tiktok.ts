import type { Connector, ConnectorCall, Followed, Outcome } from "../connector.ts";
import { foundWhenLetIn, letIn, NotLetIn } from "../fresh-secret.ts";
import { checkAccount } from "./check-account.ts";
import { findPost } from "./find-post.ts";
import { addressOf, outcomeOfStanding, standingOf } from "./look-at-post.ts";
import { publishFilm } from "./publish-film.ts";
import { publishPhotos } from "./publish-photos.ts";
import { readFigures } from "./read-figures.ts";
import { tiktokOf } from "./tiktok-call.ts";
import { tiktokConnection } from "./tiktok-secret.ts";

const FOLLOW_SECONDS = 600;
const FOLLOW_HOURS = 24;

async function submit(call: ConnectorCall): Promise<Outcome> {
  const film = call.post.recordings.find(({ sort }) => sort === "video");
  return film ? publishFilm(call, film) : publishPhotos(call);
}

/** Not to be asked just now is no answer: what was handed over is asked about again. */
async function asked(call: Promise<Outcome>): Promise<Outcome> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    const { result } = error;
    return result.outcome === "retry"
      ? { outcome: "pending", askAgainIn: result.after ?? 60, why: result.why }
      : result;
  }
}

async function poll(call: ConnectorCall): Promise<Outcome> {
  const standing = await standingOf(tiktokOf(call).tiktok, call);
  if (standing.is === "lost") return { outcome: "unknown", why: "TikTok không còn biết mã của bài đã nhận." };
  // What was handed over whole and is said to lack bytes is told late.
  return outcomeOfStanding(call, standing.is === "waiting" ? { is: "processing" } : standing);
}

/** Its id comes when moderation ends, which may take hours. */
async function follow(call: ConnectorCall): Promise<Followed> {
  const { handles, riskyAt, now } = call;
  const standing = await standingOf(tiktokOf(call).tiktok, call);
  const [id] = standing.is === "published" ? standing.ids : [];
  const url = id ? addressOf(call, id) : null;
  if (id && url) return { remoteId: id, url, words: "TikTok đã cho biết địa chỉ bài", followIn: null };
  const since = new Date(riskyAt ?? handles.publishedAt ?? now()).getTime();
  return { followIn: now().getTime() - since < FOLLOW_HOURS * 3_600_000 ? FOLLOW_SECONDS : null };
}

/** TikTok by its Content Posting API: films by their bytes, pictures by their addresses. */
export const tiktok: Connector = {
  network: "tiktok",
  connection: tiktokConnection,
  check: checkAccount,
  submit: (call) => letIn(submit(call)),
  poll: (call) => asked(poll(call)),
  reconcile: (call) => foundWhenLetIn(findPost(call)),
  follow,
  figures: {
    most: 20,
    read: readFigures,
    idOf: (address) =>
      /^https:\/\/(?:www\.|m\.)?tiktok\.com\/@[^/]+\/video\/(\d+)/u.exec(address)?.[1] ?? null,
  },
};
