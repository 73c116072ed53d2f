import { and, asc, count, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { procedurePolicy } from "./policy.ts";
import type { Level, ServiceLevel } from "./procedure-record.ts";
import type { Requirement } from "./procedure-requirements.ts";
import type { ProcedureState } from "./procedure-state.ts";
import type { RegisterOrder } from "./register-order.ts";
import { procedure, procedureVersion } from "./tables.ts";

export interface RegisterFilter {
  /** Words of the code, the name, the field or the keywords, with marks or without; each must be there. */
  q?: string | undefined;
  field?: string | undefined;
  agency?: string | undefined;
  level?: Level | undefined;
  /** unknown: the record does not say. */
  serviceLevel?: ServiceLevel | "unknown" | undefined;
  /** standing: whatever is not repealed. */
  state?: ProcedureState | "standing" | undefined;
  /** any: whatever lacks something. */
  missing?: Requirement | "any" | undefined;
  /** missing: a form is named and has no file here; whole: none. */
  forms?: "missing" | "whole" | undefined;
}

export interface RegisterPage extends RegisterFilter {
  order: RegisterOrder;
  isDown: boolean;
  /** So many rows of the order were seen before. */
  from: number;
}

/** So many rows are shown, and more on demand. */
const PAGE = 50;
/** So many names of fields or agencies are offered to choose from. */
const MOST_CHOICES = 2_000;

const inVietnamese = (column: AnyPgColumn) => sql`${column} collate "vi-x-icu"`;

const orders: Record<RegisterOrder, SQL> = {
  code: sql`${procedure.code}`,
  name: inVietnamese(procedureVersion.name),
  field: inVietnamese(procedureVersion.field),
  level: sql`array_position(array['ministry', 'province', 'district', 'commune', 'other'], ${procedureVersion.level})`,
  serviceLevel: sql`array_position(array['full', 'partial', 'none'], ${procedureVersion.serviceLevel})`,
  state: sql`array_position(array['in-force', 'paused', 'repealed'], ${procedure.state})`,
  updated: sql`${procedure.updatedAt}`,
};

const isCurrent = and(
  eq(procedureVersion.procedureId, procedure.id),
  eq(procedureVersion.version, procedure.currentVersion),
);

const ofAgency = (agencyId: string) => and(eq(procedure.agencyId, agencyId), isNull(procedure.takenBackAt));

const holding = (word: string): SQL | undefined => {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    sql`${procedureVersion.wordsPlain} like ${pattern}`,
    sql`lower(${procedure.code}) like ${pattern}`,
  );
};

function fitting(agencyId: string, filter: RegisterFilter): SQL | undefined {
  const { q = "", field, agency, level, serviceLevel, state, missing, forms } = filter;
  const words = unaccent(q.normalize("NFC")).toLowerCase().split(/\s+/u).filter(Boolean);
  return and(
    ofAgency(agencyId),
    ...words.map(holding),
    field === undefined ? undefined : eq(procedureVersion.field, field),
    agency === undefined ? undefined : eq(procedureVersion.implementingAgency, agency),
    level && eq(procedureVersion.level, level),
    serviceLevel &&
      (serviceLevel === "unknown"
        ? isNull(procedureVersion.serviceLevel)
        : eq(procedureVersion.serviceLevel, serviceLevel)),
    state && (state === "standing" ? ne(procedure.state, "repealed") : eq(procedure.state, state)),
    missing &&
      (missing === "any"
        ? sql`cardinality(${procedureVersion.missing}) > 0`
        : sql`${missing} = any(${procedureVersion.missing})`),
    forms &&
      (forms === "missing"
        ? sql`${procedureVersion.missingForms} > 0`
        : eq(procedureVersion.missingForms, 0)),
  );
}

/** A page of the agency's register: the rows that fit in the order asked for, and how many there are. */
export async function pageOfRegister(
  q: Queryable,
  actor: Actor,
  { order, isDown, from, ...filter }: RegisterPage,
) {
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "read", { agencyId });
  const where = fitting(agencyId, filter);
  const [{ total }] = (await q
    .select({ total: count() })
    .from(procedure)
    .innerJoin(procedureVersion, isCurrent)
    .where(where)) as [{ total: number }];
  const rows = await q
    .select({
      id: procedure.id,
      code: procedure.code,
      state: procedure.state,
      repealedOn: procedure.repealedOn,
      updatedAt: procedure.updatedAt,
      name: procedureVersion.name,
      field: procedureVersion.field,
      implementingAgency: procedureVersion.implementingAgency,
      level: procedureVersion.level,
      serviceLevel: procedureVersion.serviceLevel,
      version: procedureVersion.version,
      validFrom: procedureVersion.validFrom,
      missing: procedureVersion.missing,
      missingForms: procedureVersion.missingForms,
    })
    .from(procedure)
    .innerJoin(procedureVersion, isCurrent)
    .where(where)
    .orderBy(
      isDown ? sql`${orders[order]} desc nulls last` : sql`${orders[order]} asc nulls first`,
      asc(procedure.code),
    )
    .limit(PAGE)
    .offset(from);
  const next = from + rows.length;
  return {
    procedures: rows.map((row) => ({
      ...row,
      missing: row.missing ?? [],
      missingForms: row.missingForms ?? 0,
    })),
    total,
    /** Of the whole register, whatever is narrowed. */
    all: await q.$count(procedure, ofAgency(agencyId)),
    next: next < total && rows.length > 0 ? next : null,
    may: procedurePolicy.may(actor, { agencyId }),
  };
}

/** The fields and implementing agencies of the register's records, by which it is narrowed. */
export async function registerChoices(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "read", { agencyId });
  const named = async (column: AnyPgColumn) => {
    const rows = await q
      .selectDistinct({ name: sql<string>`${column}` })
      .from(procedure)
      .innerJoin(procedureVersion, isCurrent)
      .where(and(ofAgency(agencyId), ne(column, "")))
      .limit(MOST_CHOICES);
    return rows.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "vi"));
  };
  return {
    fields: await named(procedureVersion.field),
    agencies: await named(procedureVersion.implementingAgency),
  };
}

/** What every procedure of the register is called, by code. */
export const namesOfRegister = (
  q: Queryable,
  agencyId: string,
): Promise<{ id: string; code: string; name: string }[]> =>
  q
    .select({ id: procedure.id, code: procedure.code, name: procedureVersion.name })
    .from(procedure)
    .innerJoin(procedureVersion, isCurrent)
    .where(ofAgency(agencyId))
    .orderBy(asc(procedure.code));
