import { eq } from "drizzle-orm";
import { insertMany } from "#platform/database/insert-many.ts";
import { putManySearchTexts, putSearchText, type SearchableText } from "#platform/search/search-text.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { formRows } from "./forms/own-forms.ts";
import { procedurePath } from "./procedure-code.ts";
import type { ProcedureRecord } from "./procedure-record.ts";
import { procedure, procedureVersion, procedureVersionForm } from "./tables.ts";

export interface NewVersion {
  procedureId: string;
  code: string;
  suffix: string;
  version: number;
  record: ProcedureRecord;
  /** First day on which it holds. */
  validFrom: string;
  /** Why it came in place of the former; empty for the first. */
  reason: string;
}

/** The words by which a procedure is found besides its name. */
const searchBody = ({ code, suffix, record }: Pick<NewVersion, "code" | "suffix" | "record">): string =>
  [
    code,
    suffix,
    record.field,
    ...record.keywords,
    record.description,
    ...record.components.flatMap(({ papers }) => papers.map(({ name }) => name)),
    ...record.results,
    record.conditions,
  ]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (/[.!?;:…]$/u.test(part) ? part : `${part}.`))
    .join("\n");

type Findable = Pick<NewVersion, "procedureId" | "code" | "suffix" | "record">;

const findable = ({ actor, at }: Work, { procedureId, code, suffix, record }: Findable): SearchableText => ({
  agencyId: actor.agencyId,
  kind: "procedure",
  objectId: procedureId,
  code,
  title: record.name,
  body: searchBody({ code, suffix, record }),
  at,
  address: procedurePath({ code, name: record.name }),
  label: "Thủ tục hành chính",
  fields: record.field ? [record.field] : [],
});

/** Makes a procedure findable by what it says now. */
export const putProcedureInSearch = (work: Work, one: Findable): Promise<void> =>
  putSearchText(work.tx, findable(work, one));

/** The same for all that a list brings. */
export const putProceduresInSearch = (work: Work, many: Findable[]): Promise<void> =>
  putManySearchTexts(
    work.tx,
    many.map((one) => findable(work, one)),
  );

/** A version as its table keeps it. */
export const versionRow = (
  { actor, at }: Work,
  { procedureId, version, record, validFrom, reason }: Omit<NewVersion, "code" | "suffix">,
): typeof procedureVersion.$inferInsert => ({
  ...record,
  ...{ procedureId, version, validFrom, reason, agencyId: actor.agencyId },
  fingerprint: fingerprintOf(record),
  madeBy: actor.personId === SYSTEM_PERSON ? null : actor.personId,
  madeAt: at,
});

/** Appends a version and makes it the one that holds; the former stays. */
export async function writeVersion(work: Work, given: NewVersion): Promise<void> {
  const { tx, actor, at } = work;
  const { procedureId, suffix, version } = given;
  await tx.insert(procedureVersion).values(versionRow(work, given));
  await insertMany(tx, procedureVersionForm, formRows(actor.agencyId, given));
  await tx
    .update(procedure)
    .set({ suffix, currentVersion: version, updatedAt: at })
    .where(eq(procedure.id, procedureId));
  await putProcedureInSearch(work, given);
}
