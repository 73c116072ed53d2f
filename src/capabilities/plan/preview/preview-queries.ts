import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { personNames } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { planImport } from "../tables.ts";

export type Preview = Omit<typeof planImport.$inferSelect, "bytes" | "previous"> & {
  /** There is a latest correction that can be taken back. */
  canUndo: boolean;
};

const { bytes: _, previous, ...columns } = planImport;
const shown = {
  id: columns.id,
  agencyId: columns.agencyId,
  fileName: columns.fileName,
  reading: columns.reading,
  paragraphs: columns.paragraphs,
  personId: columns.personId,
  createdAt: columns.createdAt,
  planId: columns.planId,
  version: columns.version,
  correctedAt: columns.correctedAt,
  pairing: columns.pairing,
  clonedFrom: columns.clonedFrom,
  canUndo: sql<boolean>`${previous} is not null`,
};

/** A preview of the caller's agency, locked until the act is over. @throws NotFound */
export async function previewOf({ tx, actor }: Pick<Work, "tx" | "actor">, id: string): Promise<Preview> {
  const [found] = await tx
    .select(shown)
    .from(planImport)
    .where(and(eq(planImport.agencyId, actor.agencyId), eq(planImport.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có bản xem trước này.");
  return found;
}

/** Previews that nobody has confirmed yet, the newest first. */
export async function openPreviews(q: Queryable, agencyId: string) {
  const rows = await q
    .select({
      id: planImport.id,
      fileName: planImport.fileName,
      title: sql<string | null>`${planImport.reading} -> 'header' ->> 'title'`,
      personId: planImport.personId,
      createdAt: planImport.createdAt,
      correctedAt: planImport.correctedAt,
    })
    .from(planImport)
    .where(and(eq(planImport.agencyId, agencyId), isNull(planImport.planId)))
    .orderBy(desc(planImport.createdAt));
  const names = await personNames(
    q,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return rows.map(({ personId, ...row }) => ({
    ...row,
    personName: personId === null ? null : (names.get(personId) ?? null),
  }));
}
