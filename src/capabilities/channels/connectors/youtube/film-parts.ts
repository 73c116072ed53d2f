import type { AccountCall } from "../connector.ts";
import { type Answer, youtubeOf } from "./youtube-call.ts";

type Json = Record<string, unknown>;

/** What of a video's state is sent back when it is changed: what is left out is lost. */
const KEPT = [
  "license",
  "embeddable",
  "publicStatsViewable",
  "selfDeclaredMadeForKids",
  "containsSyntheticMedia",
];

/** The state to write so that nothing but who sees it changes. */
export const statusSeenBy = (status: Json, privacyStatus: "public" | "private"): Json => ({
  ...Object.fromEntries(KEPT.filter((name) => name in status).map((name) => [name, status[name]])),
  privacyStatus,
});

/** One part of a video as it stands there; null: it does not. */
export async function partOf(
  call: AccountCall,
  id: string,
  part: "snippet" | "status",
  more: string[] = [],
): Promise<{ ok: true; part: Json } | { ok: false; answer: Answer } | null> {
  const answer = await youtubeOf(call).youtube("/youtube/v3/videos", {
    query: { part: [part, ...more].join(","), id },
  });
  if (!answer.ok || !answer.body) return { ok: false, answer };
  const [video] = (answer.body.items ?? []) as Record<string, Json | undefined>[];
  return video ? { ok: true, part: video[part] ?? {} } : null;
}
