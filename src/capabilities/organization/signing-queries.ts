import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { AgencyKind } from "./agency.ts";
import { agencyById } from "./organization-queries.ts";
import { signingPolicy } from "./policy.ts";
import { type NamedScope, scopeInWords, signatureLines } from "./signing-authority.ts";
import { person, signingAuthority } from "./tables.ts";

/** With whose name and as what something is signed, and by which decision; kept with what was signed. */
export interface SignedAs {
  authorityId: string;
  /** Lines above the signature, in capitals. */
  lines: string[];
  name: string;
  decisionNumber: string;
  decidedOn: string;
  fromDate: string;
  toDate: string | null;
}

/** What a signature with an authority is kept as. */
export const signedAsOf = (
  authority: typeof signingAuthority.$inferSelect,
  name: string,
  kind: AgencyKind,
): SignedAs => ({
  authorityId: authority.id,
  lines: signatureLines(authority, kind),
  name,
  decisionNumber: authority.decisionNumber,
  decidedOn: authority.decidedOn,
  fromDate: authority.fromDate,
  toDate: authority.toDate,
});

/** "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC, theo Quyết định số 02/QĐ-SNV ngày 05/01/2026". */
export const signedAsInWords = ({ lines, decisionNumber, decidedOn }: SignedAs): string =>
  `${lines.join(" / ")}, theo Quyết định số ${decisionNumber} ngày ${formatDate(decidedOn)}`;

/** The signing authorities of the caller's agency, the newest first. */
export async function signingAuthorities(q: Queryable, actor: Actor, id?: string) {
  const { kind } = (await agencyById(q, actor.agencyId))!;
  const rows = await q
    .select({ authority: signingAuthority, personName: person.name, personActive: person.active })
    .from(signingAuthority)
    .innerJoin(person, eq(person.id, signingAuthority.personId))
    .where(and(eq(signingAuthority.agencyId, actor.agencyId), id ? eq(signingAuthority.id, id) : undefined))
    .orderBy(desc(signingAuthority.fromDate), asc(signingAuthority.id));
  const now = today().toString();
  return rows.map(({ authority, personName, personActive }) => ({
    ...authority,
    personName,
    lines: signatureLines(authority, kind),
    standing:
      authority.fromDate > now
        ? ("coming" as const)
        : (authority.toDate ?? now) < now || !personActive
          ? ("ended" as const)
          : ("in-force" as const),
    may: signingPolicy.may(actor, authority),
  }));
}

/** One of them. @throws NotFound */
export async function signingAuthorityOf(q: Queryable, actor: Actor, id: string) {
  const [found] = await signingAuthorities(q, actor, id);
  if (!found) throw new NotFound("Không có thẩm quyền ký này trong cơ quan.");
  return found;
}

/** What a person may sign `scope` with on a day, and why not, as a sentence, when it is nothing. */
export interface SigningStanding {
  usable: SignedAs[];
  /** Null where something is usable, or where the agency keeps no list of who signs. */
  why: string | null;
  /** False: the agency has never written down who signs; nothing is asked of those who do. */
  kept: boolean;
  /** The person has, had or will have an authority of some kind. */
  held: boolean;
}

/** How a person stands towards signing on a day (YYYY-MM-DD). */
export async function signingStanding(
  q: Queryable,
  { agencyId, personId }: Pick<Actor, "agencyId" | "personId">,
  scope: NamedScope,
  day: string,
): Promise<SigningStanding> {
  const kept = (await q.$count(signingAuthority, eq(signingAuthority.agencyId, agencyId))) > 0;
  if (!kept) return { usable: [], why: null, kept, held: false };
  const { kind } = (await agencyById(q, agencyId))!;
  const rows = await q
    .select({ authority: signingAuthority, name: person.name })
    .from(signingAuthority)
    .innerJoin(person, eq(person.id, signingAuthority.personId))
    .where(and(eq(signingAuthority.agencyId, agencyId), eq(signingAuthority.personId, personId)))
    .orderBy(desc(signingAuthority.fromDate));
  const fitting = rows.filter(({ authority }) => authority.scope === "all" || authority.scope === scope);
  const usable = fitting
    .filter(({ authority: { fromDate, toDate } }) => fromDate <= day && (toDate === null || toDate >= day))
    .map(({ authority, name }) => signedAsOf(authority, name, kind));
  if (usable.length > 0) return { usable, why: null, kept, held: true };
  const over = fitting.find(({ authority: { toDate } }) => toDate !== null && toDate < day)?.authority;
  const coming = fitting.find(({ authority: { fromDate } }) => fromDate > day)?.authority;
  const ask = "Nhờ quản trị hoặc lãnh đạo ghi ở mục Thẩm quyền ký.";
  const why = coming
    ? `Thẩm quyền ký của bạn có hiệu lực từ ngày ${formatDate(coming.fromDate)}.`
    : over
      ? `Thẩm quyền ký của bạn đã hết hạn ngày ${formatDate(over.toDate!)}. ${ask}`
      : rows.length > 0
        ? `Thẩm quyền ký của bạn không gồm ${scopeInWords[scope]}. ${ask}`
        : `Bạn chưa có thẩm quyền ký ${scopeInWords[scope]}. ${ask}`;
  return { usable, why, kept, held: rows.length > 0 };
}

/** Open accounts whose authority covers signing `scope` on a day. */
export async function signersOf(
  q: Queryable,
  agencyId: string,
  scope: NamedScope,
  day: string,
): Promise<string[]> {
  const rows = await q
    .selectDistinct({ id: person.id })
    .from(signingAuthority)
    .innerJoin(person, eq(person.id, signingAuthority.personId))
    .where(
      and(
        eq(signingAuthority.agencyId, agencyId),
        eq(person.active, true),
        sql`scope in ('all', ${scope}) and daterange(from_date, to_date, '[]') @> ${day}::date`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Somebody else who signs then as the agency's head, or the same person signing in another way; null: nobody. */
export async function clashingAuthority(
  q: Queryable,
  agencyId: string,
  { personId, form, scope, fromDate, toDate }: Omit<typeof signingAuthority.$inferInsert, "id">,
) {
  const heads = form === "head" || form === "Q";
  const [found] = await q
    .select({
      personId: signingAuthority.personId,
      personName: person.name,
      fromDate: signingAuthority.fromDate,
      toDate: signingAuthority.toDate,
    })
    .from(signingAuthority)
    .innerJoin(person, eq(person.id, signingAuthority.personId))
    .where(
      and(
        eq(signingAuthority.agencyId, agencyId),
        sql`daterange(from_date, to_date, '[]') && daterange(${fromDate}::date, ${toDate ?? null}::date, '[]')`,
        or(
          heads ? sql`form in ('head', 'Q')` : undefined,
          and(
            eq(signingAuthority.personId, personId),
            scope === "all" ? undefined : sql`scope in ('all', ${scope})`,
          ),
        ),
      ),
    )
    .limit(1);
  return found ?? null;
}
