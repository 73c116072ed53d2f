import type { PortalCall, SearchHit } from "#platform/http/portal-page.ts";
import { shorten } from "#platform/http/portal-parts.tsx";
import { scoreOf } from "#platform/search/words.ts";
import { type PublishedClause, publishedPlan, publishedPlanAddresses } from "../published.ts";
import { clauseAnchor, clauseName, planPath } from "./plan-progress.tsx";

/** Plans that are looked through: this year's and the two before. */
const NEWEST = 3;

const withAllBelow = (clause: PublishedClause): PublishedClause[] => [
  clause,
  ...clause.children.flatMap(withAllBelow),
];

/** Clauses of the newest plans that hold the words of the query; the plan itself when its title does. */
export async function searchPlan(
  { database, agency, now }: PortalCall,
  query: string,
  limit: number,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const { slug, title } of (await publishedPlanAddresses(database, agency.id)).slice(0, NEWEST)) {
    const href = planPath(slug);
    const kind = `Kế hoạch: ${shorten(title, 60)}`;
    const titleScore = scoreOf(query, title);
    if (titleScore !== null)
      hits.push({ href, kind: "Kế hoạch", title, summary: "", at: null, score: titleScore });
    const page = await publishedPlan(database, agency.id, slug, now);
    for (const clause of (page?.clauses ?? []).flatMap(withAllBelow)) {
      const score = scoreOf(query, `${clause.title ?? ""}\n${clause.text}`);
      if (score === null) continue;
      hits.push({
        href: `${href}#${clauseAnchor(clause.path)}`,
        kind,
        title: clauseName(clause),
        // A clause without a title is named by its text already.
        summary: clause.title || clause.text.length > 90 ? shorten(clause.text, 200) : "",
        at: null,
        score,
      });
    }
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}
