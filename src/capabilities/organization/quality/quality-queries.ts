import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { agencyById, unitsOfAgency } from "../organization-queries.ts";
import { peopleWithAppointments } from "../people-queries.ts";
import { signatureLines } from "../signing-authority.ts";
import { signingAuthority } from "../tables.ts";
import { judgeQuality } from "./judge-quality.ts";
import { type QualityGroup, qualityKinds } from "./quality-kind.ts";

/** What does harm first, as the kinds are listed. */
const inOrder = Object.keys(qualityKinds);

export interface QualityQuestion {
  /** An account is unused when nobody signed in for so long. */
  months: number;
  unitId?: string | undefined;
  group?: QualityGroup | undefined;
}

/** When each person was last seen: by the audit's sign-ins, and by sessions that are still kept. */
export async function lastSeen(q: Queryable, agencyId: string): Promise<Map<string, string>> {
  const { rows } = await q.execute<{ id: string; day: string }>(sql`
    select id, (max(at) at time zone 'Asia/Ho_Chi_Minh')::date::text as day from (
      select person_id as id, at from audit_entry
      where agency_id = ${agencyId} and act = 'sign-in' and person_id is not null
      union all
      select p.id, s.last_seen_at from person p join auth_session s on s.user_id = p.user_id
      where p.agency_id = ${agencyId}) seen
    group by id`);
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** What is wrong, missing, twice or unused among the agency's people, units, appointments and authorities to sign. */
export async function qualityOf(
  q: Queryable,
  actor: Actor,
  { months, unitId, group }: QualityQuestion,
  now = new Date(),
) {
  const { agencyId } = actor;
  const today = toVietnamDate(now).toString();
  const { kind } = (await agencyById(q, agencyId))!;
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  const seen = await lastSeen(q, agencyId);
  const people = (await peopleWithAppointments(q, actor)).map((person) => ({
    ...person,
    addedOn: toVietnamDate(person.createdAt).toString(),
    lastSeenOn: seen.get(person.id) ?? null,
  }));
  const authorities = await q
    .select()
    .from(signingAuthority)
    .where(
      and(
        eq(signingAuthority.agencyId, agencyId),
        lte(signingAuthority.fromDate, today),
        or(isNull(signingAuthority.toDate), gte(signingAuthority.toDate, today)),
      ),
    );
  const signers = authorities.map((authority) => ({
    personId: authority.personId,
    lines: signatureLines(authority, kind).join(", "),
  }));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return judgeQuality({ people, units, signers }, { today, months })
    .filter((finding) => unitId === undefined || finding.unitIds.includes(unitId))
    .filter((finding) => group === undefined || qualityKinds[finding.kind].group === group)
    .toSorted((a, b) => inOrder.indexOf(a.kind) - inOrder.indexOf(b.kind))
    .map((finding) => ({
      ...finding,
      group: qualityKinds[finding.kind].group,
      unitNames: finding.unitIds.flatMap((id) => names.get(id) ?? []),
    }));
}
