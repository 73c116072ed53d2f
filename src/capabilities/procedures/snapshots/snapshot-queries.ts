import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ProcedureVersion } from "../procedure-queries.ts";
import {
  postingProof,
  procedure,
  procedureSnapshot,
  procedureSnapshotRow,
  procedureVersion,
} from "../tables.ts";

export type Snapshot = typeof procedureSnapshot.$inferSelect;

const NEWEST = 50;

const kept = (agencyId: string) =>
  and(eq(procedureSnapshot.agencyId, agencyId), isNull(procedureSnapshot.droppedAt));

/** The newest snapshots of the agency. */
export const snapshotsOf = (q: Queryable, agencyId: string): Promise<Snapshot[]> =>
  q
    .select()
    .from(procedureSnapshot)
    .where(kept(agencyId))
    .orderBy(desc(procedureSnapshot.takenAt), desc(procedureSnapshot.id))
    .limit(NEWEST);

/** One of the agency's snapshots. @throws NotFound */
export async function snapshotOf(q: Queryable, agencyId: string, id: string): Promise<Snapshot> {
  const [found] = await q
    .select()
    .from(procedureSnapshot)
    .where(and(kept(agencyId), eq(procedureSnapshot.id, id)));
  if (!found) throw new NotFound("Không có bản chụp danh mục này trong cơ quan.");
  return found;
}

/** Its rows, in the order of the sheet. */
export const rowsOfSnapshot = (q: Queryable, snapshotId: string) =>
  q
    .select({
      ...{ line: procedureSnapshotRow.line, code: procedureSnapshotRow.code },
      written: procedureSnapshotRow.written,
    })
    .from(procedureSnapshotRow)
    .where(eq(procedureSnapshotRow.snapshotId, snapshotId))
    .orderBy(asc(procedureSnapshotRow.line));

/** Versions of the agency's procedures that hold no longer, the newest first, by procedure. */
export async function formerVersions(
  q: Queryable,
  agencyId: string,
): Promise<Map<string, ProcedureVersion[]>> {
  const rows = await q
    .select({ version: procedureVersion })
    .from(procedureVersion)
    .innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
    .where(and(eq(procedure.agencyId, agencyId), ne(procedureVersion.version, procedure.currentVersion)))
    .orderBy(desc(procedureVersion.version));
  return Map.groupBy(
    rows.map(({ version }) => version),
    ({ procedureId }) => procedureId,
  );
}

/** What is shown by this snapshot and was not dropped: procedure, version and act in one word. */
export async function shownBySnapshot(q: Queryable, snapshotId: string): Promise<Set<string>> {
  const rows = await q
    .select()
    .from(postingProof)
    .where(and(eq(postingProof.snapshotId, snapshotId), isNull(postingProof.droppedAt)));
  return new Set(rows.map(shownKey));
}

export const shownKey = ({
  procedureId,
  version,
  act,
}: Pick<typeof postingProof.$inferSelect, "procedureId" | "version" | "act">): string =>
  `${procedureId} ${version} ${act}`;
