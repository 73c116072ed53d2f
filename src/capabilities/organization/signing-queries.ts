import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { agencyById } from "./organization-queries.ts";
import { signingPolicy } from "./policy.ts";
import { type SigningScope, signatureLines } from "./signing-authority.ts";
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

const named: Record<Exclude<SigningScope, "all">, string> = {
  report: "báo cáo",
  plan: "kế hoạch",
  content: "duyệt tin, bài",
};

/** How a person stands towards signing on a day (YYYY-MM-DD). */
export async function signingStanding(
  q: Queryable,
  { agencyId, personId }: Pick<Actor, "agencyId" | "personId">,
  scope: Exclude<SigningScope, "all">,
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
    .map(({ authority, name }) => ({
      authorityId: authority.id,
      lines: signatureLines(authority, kind),
      name,
      decisionNumber: authority.decisionNumber,
      decidedOn: authority.decidedOn,
      fromDate: authority.fromDate,
      toDate: authority.toDate,
    }));
  if (usable.length > 0) return { usable, why: null, kept, held: true };
  const over = fitting.find(({ authority: { toDate } }) => toDate !== null && toDate < day)?.authority;
  const coming = fitting.find(({ authority: { fromDate } }) => fromDate > day)?.authority;
  const ask = "Nhờ quản trị hoặc lãnh đạo ghi ở mục Thẩm quyền ký.";
  const why = coming
    ? `Thẩm quyền ký của bạn có hiệu lực từ ngày ${formatDate(coming.fromDate)}.`
    : over
      ? `Thẩm quyền ký của bạn đã hết hạn ngày ${formatDate(over.toDate!)}. ${ask}`
      : rows.length > 0
        ? `Thẩm quyền ký của bạn không gồm ${named[scope]}. ${ask}`
        : `Bạn chưa có thẩm quyền ký ${named[scope]}. ${ask}`;
  return { usable, why, kept, held: rows.length > 0 };
}

/** Open accounts whose authority covers signing `scope` on a day. */
export async function signersOf(
  q: Queryable,
  agencyId: string,
  scope: Exclude<SigningScope, "all">,
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
