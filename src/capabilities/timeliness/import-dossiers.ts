import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "./policy.ts";
import type { Dossier } from "./reading/judge-dossier.ts";
import { type DossierReading, readDossiers } from "./reading/read-dossiers.ts";
import { unitKey } from "./reading/tally-dossiers.ts";
import { dossierImport } from "./tables.ts";

/** So many rows are handed to the database in one go. */
const PART = 5_000;
/** Of a hundred rows so many may be rejected; with more the whole sheet is doubted. */
const MOST_REJECTED = 20;

export interface DossierImportResult {
  importId: string;
  /** The same bytes had been imported for this period before: nothing was done. */
  already: boolean;
  read: number;
  rejected: number;
  added: number;
  changed: number;
  unchanged: number;
}

/** A sheet is held in memory while it is written. */
const MOST_DOSSIERS = 200_000;

const tooMany = () => {
  const message = `Bảng có hơn ${MOST_DOSSIERS.toLocaleString("vi-VN")} hồ sơ nên chưa nhập; hãy chia theo kỳ hoặc theo đơn vị rồi nhập lần lượt.`;
  return new Unacceptable(message, [{ field: "file", message }]);
};

const rowOf = (dossier: Dossier, agencyId: string, importId: string) => ({
  agency_id: agencyId,
  code: dossier.code,
  import_id: importId,
  unit: dossier.unit || dossier.unitCode,
  unit_key: unitKey(dossier.unit || dossier.unitCode),
  procedure_code: dossier.procedureCode,
  procedure_name: dossier.procedureName,
  field: dossier.field,
  channel: dossier.channel,
  is_online: dossier.online,
  received_on: isoOfYmd(dossier.received),
  due_on: isoOfYmd(dossier.due),
  finished_on: dossier.finished === null ? null : isoOfYmd(dossier.finished),
  status: dossier.group,
  paid_online: dossier.paidOnline,
  digitised: dossier.digitised,
  electronic: dossier.electronic,
});

const kept = sql.raw(
  "agency_id, code, import_id, unit, unit_key, procedure_code, procedure_name, field, channel, is_online, received_on, due_on, finished_on, status, paid_online, digitised, electronic",
);
const saidBy = (table: string) =>
  sql.raw(
    `(${["unit_key", "procedure_code", "procedure_name", "field", "channel", "is_online", "received_on", "due_on", "finished_on", "status", "paid_online", "digitised", "electronic"].map((column) => `${table}.${column}`).join(", ")})`,
  );

/** Writes one part; what it writes over is kept aside. A dossier that says the same stays as it is. */
async function writePart({ tx }: Work, rows: ReturnType<typeof rowOf>[], importId: string) {
  const { rows: written } = await tx.execute<{ is_new: boolean }>(sql`
    with incoming as (select * from jsonb_populate_recordset(null::dossier, ${JSON.stringify(rows)}::jsonb)),
    former as (
      insert into dossier_former (replaced_by, ${kept})
      select ${importId}, d.agency_id, d.code, d.import_id, d.unit, d.unit_key, d.procedure_code, d.procedure_name, d.field,
        d.channel, d.is_online, d.received_on, d.due_on, d.finished_on, d.status, d.paid_online, d.digitised, d.electronic
      from dossier d join incoming i on i.agency_id = d.agency_id and i.code = d.code
      where ${saidBy("d")} is distinct from ${saidBy("i")})
    insert into dossier (${kept}) select ${kept} from incoming
    on conflict (agency_id, code) do update set
      import_id = excluded.import_id, unit = excluded.unit, unit_key = excluded.unit_key,
      procedure_code = excluded.procedure_code, procedure_name = excluded.procedure_name, field = excluded.field,
      channel = excluded.channel, is_online = excluded.is_online, received_on = excluded.received_on,
      due_on = excluded.due_on, finished_on = excluded.finished_on, status = excluded.status,
      paid_online = excluded.paid_online, digitised = excluded.digitised, electronic = excluded.electronic
    where ${saidBy("dossier")} is distinct from ${saidBy("excluded")}
    returning (xmax = 0) as is_new`);
  const added = written.filter(({ is_new: isNew }) => isNew).length;
  return { added, changed: written.length - added };
}

/** @throws Unacceptable when so much of the sheet is rejected that the rest is not to be trusted. */
function demandFewRejected({ rows, errors }: DossierReading): void {
  if (rows.rejected * 100 <= rows.read * MOST_REJECTED) return;
  const first = errors
    .slice(0, 3)
    .map(({ row, message }) => `dòng ${row}: ${message}`)
    .join(" ");
  const message = `Có ${rows.rejected} trên ${rows.read} dòng không nhận được (quá ${MOST_REJECTED} %) nên chưa nhập dòng nào; hãy kiểm tra lại tệp, ví dụ ${first}`;
  throw new Unacceptable(message, [{ field: "file", message }]);
}

/**
 * Takes a sheet of dossiers in for a period, as one act: a dossier of the agency stands once, by its code. The same
 * bytes for the same period change nothing; a later sheet writes over what an earlier one said. Throws
 * UnreadableDocument for a file that is no such sheet.
 */
export async function importDossiers(
  work: Work,
  { bytes, fileName, period }: { bytes: Uint8Array; fileName: string; period: string },
): Promise<DossierImportResult> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  const { code } = parsePeriod(period, "decree");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Two who bring sheets at once: the second sees what the first has written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dossier-import ${agencyId}`}, 0))`);
  const [before] = await tx
    .select()
    .from(dossierImport)
    .where(
      and(
        eq(dossierImport.agencyId, agencyId),
        eq(dossierImport.sha256, sha256),
        eq(dossierImport.period, code),
        isNull(dossierImport.undoneAt),
      ),
    );
  if (before)
    return {
      importId: before.id,
      already: true,
      read: before.rowsRead,
      rejected: before.rowsRejected,
      added: 0,
      changed: 0,
      unchanged: before.added + before.changed + before.unchanged,
    };
  const dossiers = new Map<string, Dossier>();
  const asOf = Number(toVietnamDate(at).toString().replaceAll("-", ""));
  const reading = await readDossiers(bytes, asOf, (dossier) => {
    // The last row of a dossier holds.
    dossiers.set(dossier.code, dossier);
    if (dossiers.size > MOST_DOSSIERS) throw tooMany();
  });
  demandFewRejected(reading);
  const importId = uuidv7();
  const result = { importId, already: false, read: reading.rows.read, rejected: reading.rows.rejected };
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const all = [...dossiers.values()];
  for (let from = 0; from < all.length; from += PART) {
    const part = all.slice(from, from + PART);
    const { added, changed } = await writePart(
      work,
      part.map((dossier) => rowOf(dossier, agencyId, importId)),
      importId,
    );
    counts.added += added;
    counts.changed += changed;
    counts.unchanged += part.length - added - changed;
  }
  await tx.insert(dossierImport).values({
    id: importId,
    agencyId,
    fileName,
    sha256,
    period: code,
    rowsRead: result.read,
    rowsRejected: result.rejected,
    ...counts,
    importedBy: personId,
    importedAt: at,
  });
  await work.record({
    act: "import-dossiers",
    objectKind: "dossier-import",
    objectId: importId,
    after: { fileName, period: code, read: result.read, rejected: result.rejected, ...counts },
  });
  return { ...result, ...counts };
}
