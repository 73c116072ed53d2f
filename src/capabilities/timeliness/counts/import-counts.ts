import { and, eq, or, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { DossierImportResult } from "../imports/import-dossiers.ts";
import { printOf, type Sheet } from "../imports/read-sheet.ts";
import { dossierPolicy } from "../policy.ts";
import { dossierCount, dossierCountFormer, dossierImport } from "../tables.ts";
import { lookAtCounts } from "./look-at-counts.ts";

/** So many rows are handed to the database in one go. */
const PART = 1_000;

const inParts = <T>(all: T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PART) }, (_, at) => all.slice(at * PART, (at + 1) * PART));

/**
 * Takes a sheet of counts in as one act. The same bytes for the same period change nothing; a later sheet writes over
 * what an earlier one said of the same unit, period, field and procedure. Throws UnreadableDocument.
 */
export async function importCounts(work: Work, sheet: Sheet): Promise<DossierImportResult> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  const { code } = parsePeriod(sheet.period, "decree");
  // Two who bring sheets at once: the second sees what the first has written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dossier-import ${agencyId}`}, 0))`);
  const { before, reading, added, changed, unchanged, doubted } = await lookAtCounts(tx, agencyId, sheet, at);
  const { read, rejected } = reading.rows;
  if (before)
    return {
      ...{ importId: before.id, already: true, read: before.rowsRead, rejected: before.rowsRejected },
      ...{ added: 0, changed: 0, unchanged: before.added + before.changed + before.unchanged, absent: 0 },
    };
  if (doubted !== null) throw new Unacceptable(doubted, [{ field: "file", message: doubted }]);
  const importId = uuidv7();
  for (const part of inParts(changed)) {
    const former = await tx
      .delete(dossierCount)
      .where(
        and(
          eq(dossierCount.agencyId, agencyId),
          or(
            ...part.map(({ period, unitKey, field, procedureCode }) =>
              and(
                eq(dossierCount.period, period),
                eq(dossierCount.unitKey, unitKey),
                eq(dossierCount.field, field),
                eq(dossierCount.procedureCode, procedureCode),
              ),
            ),
          ),
        ),
      )
      .returning();
    await tx.insert(dossierCountFormer).values(former.map((one) => ({ ...one, replacedBy: importId })));
  }
  for (const part of inParts([...added, ...changed]))
    await tx.insert(dossierCount).values(part.map((count) => ({ ...count, agencyId, importId })));
  const counts = { added: added.length, changed: changed.length, unchanged };
  await tx.insert(dossierImport).values({
    ...{ id: importId, agencyId, fileName: sheet.fileName, sha256: printOf(sheet.bytes), period: code },
    ...{ rowsRead: read, rowsRejected: rejected, ...counts, kind: "counts" },
    ...{ importedBy: personId, importedAt: at },
  });
  await work.record({
    act: "import-dossier-counts",
    objectKind: "dossier-import",
    objectId: importId,
    after: { fileName: sheet.fileName, period: code, read, rejected, ...counts },
  });
  return { importId, already: false, read, rejected, ...counts, absent: 0 };
}
