import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, SearchHit } from "#platform/http/portal-page.ts";
import { forceWords, searchPublishedDocuments } from "../published.ts";
import { documentPath, nameOf } from "./document-path.ts";

/** Public documents that hold the words of the query in number, abstract or text. */
export async function searchDocuments(
  { database, agency, now }: PortalCall,
  query: string,
  limit: number,
): Promise<SearchHit[]> {
  const day = toVietnamDate(now).toString();
  const found = await searchPublishedDocuments(database, { agencyId: agency.id, day, query, limit });
  return found.map((document) => ({
    href: documentPath(document.slug),
    kind: "Văn bản",
    title: nameOf(document),
    summary: [document.abstract, document.force && forceWords[document.force]].filter(Boolean).join(". "),
    at: new Date(`${document.issuedOn}T00:00:00+07:00`),
    score: document.score,
  }));
}
