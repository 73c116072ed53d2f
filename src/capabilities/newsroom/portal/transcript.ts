import type { PortalCall, PortalFile, PortalMove } from "#platform/http/portal-page.ts";
import { publishedBySlug } from "../published.ts";
import { articlePath } from "./news-card.tsx";

export const transcriptPath = (slug: string): string => `${articlePath(slug)}/loi-doc.txt`;

/** /tin-tuc/…/loi-doc.txt: what is said in the recording, for players that show it; gone with the text. */
export async function answerTranscript(call: PortalCall): Promise<PortalFile | PortalMove | null> {
  const { database, agency, params } = call;
  const found = await publishedBySlug(database, agency.id, params.slug ?? "");
  if (found?.state === "moved") return { kind: "move", to: transcriptPath(found.movedTo) };
  if (found?.state !== "published") return null;
  const [recording] = found.recordings;
  if (!recording?.transcript) return null;
  return {
    kind: "file",
    contentType: "text/plain; charset=utf-8",
    body: `${recording.transcript}\n`,
    tags: [`content:${found.id}`],
    lastModified: found.updatedAt,
    maxAge: 300,
  };
}
