import { and, eq, lte, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "#platform/database/database.ts";
import { documentAmendment, officialDocument } from "../tables.ts";

/** Another document, as a relation names it. */
export interface RelatedDocument {
  id: string;
  type: string;
  number: string | null;
  abstract: string | null;
  /** Its address on the portal; null: it is not public. */
  slug: string | null;
}

const related = ({
  id,
  type,
  number,
  abstract,
  slug,
  publishedAt,
}: typeof officialDocument.$inferSelect): RelatedDocument => ({
  id,
  type,
  number,
  abstract,
  slug: publishedAt === null ? null : slug,
});

/** What amends a document and what it amends, the latest last. */
export async function amendmentsOf(q: Queryable, { id, agencyId }: { id: string; agencyId: string }) {
  const [older, newer] = [alias(officialDocument, "older"), alias(officialDocument, "newer")];
  const rows = await q
    .select({ older, newer, fromDay: documentAmendment.fromDay })
    .from(documentAmendment)
    .innerJoin(older, eq(older.id, documentAmendment.documentId))
    .innerJoin(newer, eq(newer.id, documentAmendment.byId))
    .where(
      and(
        eq(documentAmendment.agencyId, agencyId),
        or(eq(documentAmendment.documentId, id), eq(documentAmendment.byId, id)),
      ),
    )
    .orderBy(documentAmendment.fromDay, newer.number, newer.id);
  return {
    amendedBy: rows
      .filter((row) => row.older.id === id)
      .map((row) => ({ ...related(row.newer), fromDay: row.fromDay })),
    amends: rows
      .filter((row) => row.newer.id === id)
      .map((row) => ({ ...related(row.older), fromDay: row.fromDay })),
  };
}

/** Which documents of an agency are amended by another on a day. */
export async function amendedOn(
  q: Queryable,
  { agencyId, day }: { agencyId: string; day: string },
): Promise<ReadonlySet<string>> {
  const rows = await q
    .selectDistinct({ id: documentAmendment.documentId })
    .from(documentAmendment)
    .where(and(eq(documentAmendment.agencyId, agencyId), lte(documentAmendment.fromDay, day)));
  return new Set(rows.map(({ id }) => id));
}

/** What took a document's place, and what it took the place of. */
export async function replacementsOf(
  q: Queryable,
  { id, agencyId, replacedBy }: { id: string; agencyId: string; replacedBy: string | null },
) {
  const rows = await q
    .select()
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.agencyId, agencyId),
        replacedBy === null
          ? eq(officialDocument.replacedBy, id)
          : or(eq(officialDocument.replacedBy, id), eq(officialDocument.id, replacedBy)),
      ),
    )
    .orderBy(officialDocument.issuedOn, officialDocument.id);
  return {
    successor: rows.filter((row) => row.id === replacedBy).map(related)[0] ?? null,
    replaces: rows.filter((row) => row.id !== replacedBy).map(related),
  };
}
