import { and, eq, inArray } from "drizzle-orm";
import { publishedBriefs } from "#newsroom";
import type { Queryable } from "#platform/database/database.ts";
import { changesOf } from "#procedures";
import { procedureNews } from "../tables.ts";

/** One thing that a reader is told of, as it stands now. */
export interface NewsItem {
  title: string;
  summary: string;
  path: string;
}

/** What these are: texts that stand on the portal, procedures that changed; a procedure that changed twice is told once. */
export async function newsItems(q: Queryable, agencyId: string, objectIds: string[]): Promise<NewsItem[]> {
  if (objectIds.length === 0) return [];
  const briefs = await publishedBriefs(q, agencyId, objectIds);
  const changed = await q
    .selectDistinct({ id: procedureNews.procedureId })
    .from(procedureNews)
    .where(and(eq(procedureNews.agencyId, agencyId), inArray(procedureNews.id, objectIds)));
  const changes = await changesOf(
    q,
    agencyId,
    changed.map(({ id }) => id),
  );
  return [
    ...briefs.map(({ title, summary, slug }) => ({
      title,
      summary: summary ?? "",
      path: `/tin-tuc/${slug}`,
    })),
    ...changes.map(({ name, what, path }) => ({ title: `Thủ tục: ${name}`, summary: what, path })),
  ];
}
