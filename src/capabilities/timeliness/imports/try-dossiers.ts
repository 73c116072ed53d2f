import { sql } from "drizzle-orm";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unknownProcedureCodes } from "#procedures";
import type { RejectedRow } from "../reading/dossiers-worker.ts";
import type { DossierReading } from "../reading/read-dossiers.ts";
import { type Absent, refuseUnnamed, tellAbsent } from "./absent-dossiers.ts";
import { type DossierRow, incoming, PART, rowOf, saidBy } from "./dossier-row.ts";
import { importBefore, printOf, readSheet, type Sheet, type SheetMode, whyDoubted } from "./read-sheet.ts";
import type { Run } from "./running-imports.ts";

/** Stands for the import that a trial does not make. */
const NO_IMPORT = "00000000-0000-0000-0000-000000000000";

export interface DossierTrial {
  /** The same bytes are in for this period. */
  already: boolean;
  reading: DossierReading;
  rejected: RejectedRow[];
  added: number;
  changed: number;
  unchanged: number;
  /** Of a sheet that is the whole state: what it no longer holds. */
  absent: Absent | null;
  /** Why nothing of it would be taken. */
  doubted: string | null;
  /** Codes that the register of procedures does not know, with how many dossiers name each. */
  unknown: { code: string; name: string; dossiers: number }[];
}

async function comparePart(q: Queryable, rows: DossierRow[]) {
  const { rows: counted } = await q.execute<{ added: number; changed: number }>(sql`
    with ${incoming(rows)}
    select count(*) filter (where d.code is null)::int as added,
      count(*) filter (where d.code is not null and ${saidBy("d")} is distinct from ${saidBy("i")})::int as changed
    from incoming i left join dossier d on d.agency_id = i.agency_id and d.code = i.code`);
  return counted[0]!;
}

/** What would become of a sheet, without writing anything. @throws UnreadableDocument */
export async function tryDossiers(
  q: Queryable,
  agencyId: string,
  { mode = "upsert", ...sheet }: Sheet & { mode?: SheetMode },
  { at, run }: { at: Date; run: Run },
): Promise<DossierTrial> {
  const period = parsePeriod(sheet.period, "decree");
  const before = await importBefore(q, agencyId, {
    ...{ sha256: printOf(sheet.bytes), period: period.code, mode },
  });
  const { dossiers, reading, rejected } = await readSheet(sheet, at, run);
  if (mode === "snapshot") refuseUnnamed(rejected, reading.rows.rejected);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < dossiers.length; from += PART) {
    run.signal.throwIfAborted();
    run.tell({ step: "writing", done: from, total: dossiers.length });
    const part = dossiers.slice(from, from + PART).map((dossier) => rowOf(dossier, agencyId, NO_IMPORT));
    const { added, changed } = await comparePart(q, part);
    counts.added += added;
    counts.changed += changed;
    counts.unchanged += part.length - added - changed;
  }
  const named = new Map<string, { code: string; name: string; dossiers: number }>();
  for (const { procedureCode, procedureName } of dossiers) {
    if (procedureCode === "") continue;
    const one = named.get(procedureCode) ?? { code: procedureCode, name: procedureName, dossiers: 0 };
    one.dossiers += 1;
    named.set(procedureCode, one);
  }
  const unknown = await unknownProcedureCodes(q, agencyId, [...named.keys()]);
  return {
    ...{ already: before !== null, reading, rejected, ...counts, doubted: whyDoubted(reading) },
    absent: mode === "snapshot" ? await tellAbsent(q, { agencyId, period, dossiers, rejected }) : null,
    unknown: unknown.map((one) => named.get(one)!).toSorted((a, b) => b.dossiers - a.dossiers),
  };
}
