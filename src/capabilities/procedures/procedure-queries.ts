import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ProcedureRecord, recordKeys } from "./procedure-record.ts";
import { procedure, procedureVersion } from "./tables.ts";

export type Procedure = typeof procedure.$inferSelect;
export type ProcedureVersion = typeof procedureVersion.$inferSelect;

/** A procedure with the version that holds now. */
export interface CurrentProcedure {
  procedure: Procedure;
  version: ProcedureVersion;
}

/** What a version says, without when and by whom. */
export const recordOf = (version: ProcedureVersion): ProcedureRecord =>
  Object.fromEntries(recordKeys.map((key) => [key, version[key]])) as ProcedureRecord;

const ofAgency = (agencyId: string) => and(eq(procedure.agencyId, agencyId), isNull(procedure.takenBackAt));

const withCurrent = (q: Queryable) =>
  q
    .select({ procedure, version: procedureVersion })
    .from(procedure)
    .innerJoin(
      procedureVersion,
      and(
        eq(procedureVersion.procedureId, procedure.id),
        eq(procedureVersion.version, procedure.currentVersion),
      ),
    );

/** Every procedure of the agency's register, by code. */
export const proceduresOfAgency = (q: Queryable, agencyId: string): Promise<CurrentProcedure[]> =>
  withCurrent(q).where(ofAgency(agencyId)).orderBy(procedure.code);

/** So many at once keep nobody waiting. */
const PART = 1_000;

/** The same in parts, for a register of any length. */
export async function* partsOfRegister(q: Queryable, agencyId: string): AsyncGenerator<CurrentProcedure[]> {
  for (let after = ""; ; ) {
    const part = await withCurrent(q)
      .where(and(ofAgency(agencyId), gt(procedure.code, after)))
      .orderBy(procedure.code)
      .limit(PART);
    if (part.length > 0) yield part;
    if (part.length < PART) return;
    after = part.at(-1)!.procedure.code;
  }
}

/** Those of the agency's procedures that have these ids. */
export const currentOf = (q: Queryable, agencyId: string, ids: string[]): Promise<CurrentProcedure[]> =>
  withCurrent(q).where(and(ofAgency(agencyId), inArray(procedure.id, ids)));

/** Null: the agency has none, or it was taken back. */
export async function procedureById(
  q: Queryable,
  agencyId: string,
  id: string,
): Promise<CurrentProcedure | null> {
  const [found] = await withCurrent(q).where(and(ofAgency(agencyId), eq(procedure.id, id)));
  return found ?? null;
}

/** One of the agency's procedures. @throws NotFound */
export async function procedureOf(q: Queryable, agencyId: string, id: string): Promise<CurrentProcedure> {
  const found = await procedureById(q, agencyId, id);
  if (!found) throw new NotFound("Không có thủ tục này trong sổ của cơ quan.");
  return found;
}

/** The procedure with this code, without suffix; null: the agency has none. */
export async function procedureByCode(
  q: Queryable,
  agencyId: string,
  code: string,
): Promise<CurrentProcedure | null> {
  const [found] = await withCurrent(q).where(
    and(ofAgency(agencyId), sql`lower(${procedure.code}) = lower(${code})`),
  );
  return found ?? null;
}

/** Holds the procedure until the transaction ends, so that nobody changes it meanwhile. @throws NotFound */
export async function heldProcedure(q: Queryable, agencyId: string, id: string): Promise<CurrentProcedure> {
  await q
    .select({ id: procedure.id })
    .from(procedure)
    .where(and(ofAgency(agencyId), eq(procedure.id, id)))
    .for("update");
  return procedureOf(q, agencyId, id);
}

/** All versions, newest first. */
export const versionsOf = (q: Queryable, procedureId: string): Promise<ProcedureVersion[]> =>
  q
    .select()
    .from(procedureVersion)
    .where(eq(procedureVersion.procedureId, procedureId))
    .orderBy(desc(procedureVersion.version));
