import { and, desc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { timelinessPublication } from "../tables.ts";

export type Publication = typeof timelinessPublication.$inferSelect;

/** All that was made public, the newest first; of a period every version. */
export const publicationsOf = (q: Queryable, agencyId: string): Promise<Publication[]> =>
  q
    .select()
    .from(timelinessPublication)
    .where(eq(timelinessPublication.agencyId, agencyId))
    .orderBy(desc(timelinessPublication.publishedAt), desc(timelinessPublication.version));

/** What stands of a period now; null: nothing. */
export async function newestOf(q: Queryable, agencyId: string, period: string): Promise<Publication | null> {
  const [found] = await q
    .select()
    .from(timelinessPublication)
    .where(and(eq(timelinessPublication.agencyId, agencyId), eq(timelinessPublication.period, period)))
    .orderBy(desc(timelinessPublication.version))
    .limit(1);
  return found ?? null;
}

/** The same for the screen, without the figures. */
export async function presentPublications(q: Queryable, agencyId: string) {
  const all = await publicationsOf(q, agencyId);
  const names = await personNames(
    q,
    all.map(({ publishedBy }) => publishedBy),
  );
  return all.map(({ id, period, version, reason, publishedAt, publishedBy, figures }) => ({
    ...{ id, period, version, reason, publishedAt, label: figures.label, until: figures.until },
    publishedByName: names.get(publishedBy) ?? "Hệ thống",
  }));
}
