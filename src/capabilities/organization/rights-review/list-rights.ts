import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { agencyById, unitsOfAgency } from "../organization-queries.ts";
import { peopleWithAppointments } from "../people-queries.ts";
import { lastSeen } from "../quality/quality-queries.ts";
import { signInRuleOf } from "../sign-in-rule.ts";
import { signatureLines } from "../signing-authority.ts";
import type { rightsReviewLine } from "../tables.ts";
import { signingAuthority } from "../tables.ts";
import { type ReviewMark, UNUSED_MONTHS } from "./rights-review.ts";

type Line = Omit<typeof rightsReviewLine.$inferInsert, "id" | "reviewId" | "position">;

/**
 * What the people of the agency held on a day (YYYY-MM-DD): each role in each unit, each authority to sign, and each
 * open account without any role; with what a reviewer should look at first. By name, a person's rights together.
 */
export async function rightsOn(q: Queryable, actor: Actor, asOf: string): Promise<Line[]> {
  const { agencyId } = actor;
  const { kind } = (await agencyById(q, agencyId))!;
  const closedUnits = new Set(
    (await unitsOfAgency(q, agencyId, { closed: true }))
      .filter(({ closedOn }) => closedOn !== null && closedOn < asOf)
      .map(({ id }) => id),
  );
  const { secondFactorRoles } = await signInRuleOf(q, agencyId);
  const seen = await lastSeen(q, agencyId);
  const longAgo = Temporal.PlainDate.from(asOf).subtract({ months: UNUSED_MONTHS }).toString();
  const authorities = await q
    .select()
    .from(signingAuthority)
    .where(
      and(
        eq(signingAuthority.agencyId, agencyId),
        lte(signingAuthority.fromDate, asOf),
        or(isNull(signingAuthority.toDate), gte(signingAuthority.toDate, asOf)),
      ),
    );
  return (await peopleWithAppointments(q, actor)).flatMap((person): Line[] => {
    const lastSignIn = seen.get(person.id) ?? null;
    const ofAccount: ReviewMark[] = [
      ...(person.active ? [] : (["locked"] as const)),
      ...(person.leavesOn === null ? [] : (["leaving"] as const)),
      ...(lastSignIn === null ? (["never-signed-in"] as const) : []),
      ...(lastSignIn !== null && lastSignIn < longAgo ? (["unused"] as const) : []),
    ];
    const common = {
      agencyId,
      personId: person.id,
      personName: person.name,
      jobTitle: person.jobTitle,
      lastSignIn,
    };
    const held = person.appointments.filter(
      ({ fromDate, toDate }) => fromDate <= asOf && (toDate === null || toDate >= asOf),
    );
    const signing = authorities.filter(({ personId }) => personId === person.id);
    const roles: Line[] = held.map(({ id, role, unitId, unitName, fromDate, toDate }) => ({
      ...common,
      kind: "appointment",
      subjectId: id,
      role,
      unitId,
      unitName,
      fromDate,
      toDate,
      marks: [
        ...ofAccount,
        ...(secondFactorRoles.includes(role) && person.secondFactor === false
          ? (["no-second-factor"] as const)
          : []),
        ...(unitId !== null && closedUnits.has(unitId) ? (["closed-unit"] as const) : []),
      ],
    }));
    const signatures: Line[] = signing.map((authority) => ({
      ...common,
      kind: "authority",
      subjectId: authority.id,
      authority: signatureLines(authority, kind).join(", "),
      fromDate: authority.fromDate,
      toDate: authority.toDate,
      marks: ofAccount,
    }));
    const account: Line[] =
      person.active && held.length === 0
        ? [{ ...common, kind: "account", subjectId: person.id, marks: ofAccount }]
        : [];
    return [...roles, ...signatures, ...account];
  });
}
