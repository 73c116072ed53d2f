import { sql } from "drizzle-orm";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";
import type { Dossier } from "../reading/judge-dossier.ts";
import { unitKey } from "../reading/tally-dossiers.ts";

/** So many rows are handed to the database in one go. */
export const PART = 5_000;

/** A dossier as a row of the table. */
export const rowOf = (dossier: Dossier, agencyId: string, importId: string) => ({
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
  circulated: dossier.circulated,
  absent: false,
});
export type DossierRow = ReturnType<typeof rowOf>;

/** What a row says, apart from whose it is and which import said it. */
const said = [
  "unit_key",
  "procedure_code",
  "procedure_name",
  "field",
  "channel",
  "is_online",
  "received_on",
  "due_on",
  "finished_on",
  "status",
  "paid_online",
  "digitised",
  "electronic",
  "circulated",
  "absent",
];

export const saidBy = (table: string) =>
  sql.raw(`(${said.map((column) => `${table}.${column}`).join(", ")})`);

/** The columns of the table, of `table` where one is named. */
export const keptOf = (table = "") =>
  sql.raw(
    ["agency_id", "code", "import_id", "unit", ...said]
      .map((column) => `${table === "" ? "" : `${table}.`}${column}`)
      .join(", "),
  );

/** Rows as a table of the database. */
export const incoming = (rows: DossierRow[]) =>
  sql`incoming as (select * from jsonb_populate_recordset(null::dossier, ${JSON.stringify(rows)}::jsonb))`;
