import { and, asc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { toNfc } from "#platform/text/nfc.ts";
import { agencyById } from "./organization-queries.ts";
import { type NamedScope, scopeInWords } from "./signing-authority.ts";
import { type SignedAs, signedAsOf, signingStanding } from "./signing-queries.ts";
import { person, signingAuthority } from "./tables.ts";

/** Who may have signed something of a scope on a day (YYYY-MM-DD). */
export interface SignersOfDay {
  signers: SignedAs[];
  /** Why nobody is there to choose, as a sentence; null where somebody is, or where the agency kept no list on that day. */
  why: string | null;
}

/** People of the agency whose authority covered signing `scope` on a day, by name. */
export async function signersOn(
  q: Queryable,
  agencyId: string,
  scope: NamedScope,
  day: string,
): Promise<SignersOfDay> {
  const begun = and(eq(signingAuthority.agencyId, agencyId), lte(signingAuthority.fromDate, day));
  const kept = (await q.$count(signingAuthority, begun)) > 0;
  if (!kept) return { signers: [], why: null };
  const { kind } = (await agencyById(q, agencyId))!;
  const rows = await q
    .select({ authority: signingAuthority, name: person.name })
    .from(signingAuthority)
    .innerJoin(person, eq(person.id, signingAuthority.personId))
    .where(
      and(
        begun,
        or(isNull(signingAuthority.toDate), gte(signingAuthority.toDate, day)),
        sql`${signingAuthority.scope} in ('all', ${scope})`,
      ),
    )
    .orderBy(sql`${person.name} collate "vi-x-icu"`, asc(signingAuthority.id));
  const signers = rows.map(({ authority, name }) => signedAsOf(authority, name, kind));
  return {
    signers,
    why:
      signers.length > 0
        ? null
        : `Ngày ${formatDate(day)} chưa ai có thẩm quyền ký ${scopeInWords[scope]}. Hãy xem lại ngày, hoặc nhờ quản trị, lãnh đạo ghi ở mục Thẩm quyền ký.`,
  };
}

/**
 * With which authority something was signed on a day: the one named, the one from before a correction where it covers
 * the day too, or the only one that does. Null where the
 * agency kept no list of who signs on that day. @throws Unacceptable where nobody could sign, where several could and
 * none is named, or where the one named could not
 */
export async function chosenSigner(
  q: Queryable,
  agencyId: string,
  {
    scope,
    day,
    before = null,
    ...named
  }: { scope: NamedScope; day: string; authorityId: string | null; before?: string | null },
): Promise<SignedAs | null> {
  const { signers, why } = await signersOn(q, agencyId, scope, day);
  const fail = (message: string): never => {
    throw new Unacceptable(message, [{ field: "authorityId", message }]);
  };
  if (why !== null) fail(why);
  const stays = signers.some((one) => one.authorityId === before) ? before : null;
  const authorityId = named.authorityId ?? stays;
  const [only, other] = signers.filter((one) => authorityId === null || one.authorityId === authorityId);
  if (other)
    fail(`Ngày ${formatDate(day)} có nhiều người được ký ${scopeInWords[scope]}; hãy chọn ai đã ký.`);
  if (authorityId !== null && !only)
    fail(
      `Người ký đã chọn không có thẩm quyền ký ${scopeInWords[scope]} ngày ${formatDate(day)}; hãy chọn lại.`,
    );
  return only ?? null;
}

/**
 * The authority of whoever is named below something that was signed before it came here; null where that is nobody, or
 * not one person alone, who could sign on that day.
 */
export async function signerNamed(
  q: Queryable,
  agencyId: string,
  { scope, day, name }: { scope: NamedScope; day: string; name: string | null },
): Promise<SignedAs | null> {
  const plain = (text: string) => toNfc(text).trim().replace(/\s+/gu, " ").toLocaleLowerCase("vi");
  if (name === null) return null;
  const { signers } = await signersOn(q, agencyId, scope, day);
  const [only, other] = signers.filter((one) => plain(one.name) === plain(name));
  return other ? null : (only ?? null);
}

/**
 * The caller's own authority over `scope` on a day, where it is named; null: the caller acts in no other name.
 * @throws Unacceptable
 */
export async function ownAuthority(
  q: Queryable,
  actor: Actor,
  { scope, day, authorityId }: { scope: NamedScope; day: string; authorityId: string | null },
): Promise<SignedAs | null> {
  if (authorityId === null) return null;
  const { usable } = await signingStanding(q, actor, scope, day);
  const found = usable.find((one) => one.authorityId === authorityId);
  if (found) return found;
  const message = "Thẩm quyền ký đã chọn không còn hiệu lực; hãy tải lại trang và chọn lại.";
  throw new Unacceptable(message, [{ field: "authorityId", message }]);
}
