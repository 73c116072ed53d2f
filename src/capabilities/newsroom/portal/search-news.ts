import type { PortalCall, SearchHit } from "#platform/http/portal-page.ts";
import { searchPublished } from "../published.ts";
import { articlePath } from "./news-card.tsx";

/** Published items that hold the words of the query. */
export async function searchNews(
  { database, agency }: PortalCall,
  query: string,
  limit: number,
): Promise<SearchHit[]> {
  const found = await searchPublished(database, agency.id, query, limit);
  return found.map(({ slug, kindLabel, title, summary, publishedAt, score }) => ({
    href: articlePath(slug),
    kind: kindLabel,
    title,
    summary,
    at: publishedAt,
    score,
  }));
}
