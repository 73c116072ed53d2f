import { createHash } from "node:crypto";
import { withKeptForms } from "./forms/papers-forms.ts";
import { type ProcedureRecord, procedureRecord, recordKeys } from "./procedure-record.ts";

/** The record as it is stored and compared: composed letters, every part there. */
export const cleanRecord = (record: ProcedureRecord): ProcedureRecord =>
  withKeptForms(procedureRecord.parse(JSON.parse(JSON.stringify(record).normalize("NFC"))), null);

/** The same words have the same one, in whatever order the parts came. */
export const fingerprintOf = (record: ProcedureRecord): string =>
  createHash("sha256")
    .update(JSON.stringify(recordKeys.map((key) => record[key])))
    .digest("hex");
