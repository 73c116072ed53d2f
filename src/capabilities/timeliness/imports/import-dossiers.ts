import { sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "../policy.ts";
import { dossierImport } from "../tables.ts";
import { closeAbsent, refuseUnnamed } from "./absent-dossiers.ts";
import { type DossierRow, incoming, keptOf, PART, rowOf, saidBy } from "./dossier-row.ts";
import { importBefore, printOf, readSheet, type Sheet, type SheetMode, whyDoubted } from "./read-sheet.ts";
import { type Run, unwatched } from "./running-imports.ts";

export interface DossierImportResult {
  importId: string;
  /** The same bytes had been imported for this period before: nothing was done. */
  already: boolean;
  read: number;
  rejected: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Open ones that a whole state no longer held: closed without a result. */
  absent: number;
}

/** Writes one part; what it writes over is kept aside. A dossier that says the same stays as it is. */
async function writePart({ tx }: Work, rows: DossierRow[], importId: string) {
  const { rows: written } = await tx.execute<{ is_new: boolean }>(sql`
    with ${incoming(rows)},
    former as (
      insert into dossier_former (replaced_by, ${keptOf()})
      select ${importId}, ${keptOf("d")}
      from dossier d join incoming i on i.agency_id = d.agency_id and i.code = d.code
      where ${saidBy("d")} is distinct from ${saidBy("i")})
    insert into dossier (${keptOf()}) select ${keptOf()} from incoming
    on conflict (agency_id, code) do update set (${keptOf()}) = row (${keptOf("excluded")})
    where ${saidBy("dossier")} is distinct from ${saidBy("excluded")}
    returning (xmax = 0) as is_new`);
  const added = written.filter(({ is_new: isNew }) => isNew).length;
  return { added, changed: written.length - added };
}

/**
 * Takes a sheet of dossiers in for a period, as one act: a dossier of the agency stands once, by its code. The same
 * bytes for the same period change nothing; a later sheet writes over what an earlier one said; one that is the whole
 * state of its moment also closes what it no longer holds. Throws UnreadableDocument for a file that is no such sheet.
 */
export async function importDossiers(
  work: Work,
  { bytes, fileName, period, mode = "upsert" }: Sheet & { mode?: SheetMode },
  run: Run = unwatched(),
): Promise<DossierImportResult> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  const reporting = parsePeriod(period, "decree");
  const { code } = reporting;
  const sha256 = printOf(bytes);
  // Two who bring sheets at once: the second sees what the first has written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dossier-import ${agencyId}`}, 0))`);
  const before = await importBefore(tx, agencyId, { sha256, period: code, mode });
  if (before)
    return {
      importId: before.id,
      already: true,
      read: before.rowsRead,
      rejected: before.rowsRejected,
      added: 0,
      changed: 0,
      unchanged: before.added + before.changed + before.unchanged,
      absent: 0,
    };
  const { dossiers, reading, rejected } = await readSheet({ bytes }, at, run);
  const doubted = whyDoubted(reading);
  if (doubted !== null) throw new Unacceptable(doubted, [{ field: "file", message: doubted }]);
  if (mode === "snapshot") refuseUnnamed(rejected, reading.rows.rejected);
  const importId = uuidv7();
  const result = { importId, already: false, read: reading.rows.read, rejected: reading.rows.rejected };
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < dossiers.length; from += PART) {
    run.signal.throwIfAborted();
    run.tell({ step: "writing", done: from, total: dossiers.length });
    const part = dossiers.slice(from, from + PART).map((dossier) => rowOf(dossier, agencyId, importId));
    const { added, changed } = await writePart(work, part, importId);
    counts.added += added;
    counts.changed += changed;
    counts.unchanged += part.length - added - changed;
  }
  run.signal.throwIfAborted();
  const absent =
    mode === "snapshot"
      ? await closeAbsent(tx, { agencyId, period: reporting, dossiers, rejected }, importId)
      : 0;
  await tx.insert(dossierImport).values({
    id: importId,
    agencyId,
    fileName,
    sha256,
    period: code,
    rowsRead: result.read,
    rowsRejected: result.rejected,
    ...counts,
    mode,
    absent,
    importedBy: personId,
    importedAt: at,
  });
  await work.record({
    act: "import-dossiers",
    objectKind: "dossier-import",
    objectId: importId,
    after: { fileName, period: code, read: result.read, rejected: result.rejected, ...counts, absent },
  });
  return { ...result, ...counts, absent };
}
