import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type Actor, hasRole, type Role, roleLabels, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { peopleWithRole, personNames } from "../organization-queries.ts";
import {
  appointment,
  person,
  rightsReview,
  rightsReviewLine,
  rightsReviewRule,
  signingAuthority,
  unit,
} from "../tables.ts";
import { type RightsReviewSubject, rightsReviewPolicy } from "./policy.ts";
import { askedSince, type RightNow, reviewStateOf, USUAL_MONTH } from "./rights-review.ts";

export type Review = typeof rightsReview.$inferSelect;
export type Line = typeof rightsReviewLine.$inferSelect;

/** "Trưởng đơn vị, Phòng A"; "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC"; "Tài khoản chưa có vai trò". */
export const rightInWords = ({
  kind,
  role,
  unitName,
  authority,
}: Pick<Line, "kind" | "role" | "unitName" | "authority">): string =>
  kind === "authority"
    ? `Ký: ${authority}`
    : kind === "account"
      ? "Tài khoản chưa có vai trò"
      : `${roleLabels[role!]}, ${unitName ?? "toàn cơ quan"}`;

/** One review of the caller's agency. @throws NotFound */
export async function reviewOf(q: Queryable, { agencyId }: Actor, id: string): Promise<Review> {
  const [found] = await q
    .select()
    .from(rightsReview)
    .where(and(eq(rightsReview.agencyId, agencyId), eq(rightsReview.id, id)));
  if (!found) throw new NotFound("Không có đợt rà soát quyền này trong cơ quan.");
  return found;
}

/** How the rights of lines stand now, by the line's id. */
async function rightsNow(q: Queryable, lines: Line[], today: string): Promise<Map<string, RightNow>> {
  const ids = (kind: Line["kind"]) =>
    lines.filter((line) => line.kind === kind).map(({ subjectId }) => subjectId);
  const ends = new Map<string, string | null>();
  const opened = new Set<string>();
  const [held, signing, accounts] = [ids("appointment"), ids("authority"), ids("account")];
  if (held.length > 0)
    for (const row of await q
      .select({ id: appointment.id, toDate: appointment.toDate })
      .from(appointment)
      .where(inArray(appointment.id, held)))
      ends.set(row.id, row.toDate);
  if (signing.length > 0)
    for (const row of await q
      .select({ id: signingAuthority.id, toDate: signingAuthority.toDate })
      .from(signingAuthority)
      .where(inArray(signingAuthority.id, signing)))
      ends.set(row.id, row.toDate);
  if (accounts.length > 0)
    for (const row of await q
      .select({ id: person.id })
      .from(person)
      .where(and(inArray(person.id, accounts), eq(person.active, true))))
      opened.add(row.id);
  return new Map(
    lines.map(({ id, kind, subjectId, toDate }) => {
      if (kind === "account") return [id, { gone: !opened.has(subjectId), toDate: null }];
      const end = ends.get(subjectId);
      if (end === undefined) return [id, { gone: true, toDate }];
      // What ends today by somebody's act is settled; what only runs out by itself is still to be looked at.
      return [id, { gone: end !== null && (end < today || (end <= today && end !== toDate)), toDate: end }];
    }),
  );
}

/** What became of a right since the list was made, in words; null: it stands as in the list. */
function becameOf({ kind, toDate }: Line, now: RightNow): string | null {
  if (kind === "account") return now.gone ? "Tài khoản đã khóa" : null;
  if (now.gone)
    return now.toDate === null || now.toDate === toDate
      ? "Đã kết thúc"
      : `Đã kết thúc, ngày cuối ${formatDate(now.toDate)}`;
  if (now.toDate === toDate) return null;
  return now.toDate === null ? "Nay không định ngày kết thúc" : `Nay có hạn đến ${formatDate(now.toDate)}`;
}

/** Rights that began after the day of the list and are not in it: "Lê Thị Mẫu: Biên tập, Phòng A (từ 02/12/2026)". */
export async function givenSince(q: Queryable, review: Review, today: string): Promise<string[]> {
  const rows = await q
    .select({
      personName: person.name,
      role: appointment.role,
      unitName: unit.name,
      fromDate: appointment.fromDate,
    })
    .from(appointment)
    .innerJoin(person, eq(person.id, appointment.personId))
    .leftJoin(unit, eq(unit.id, appointment.unitId))
    .where(
      and(
        eq(appointment.agencyId, review.agencyId),
        sql`${appointment.fromDate} > ${review.asOf}`,
        sql`coalesce(${appointment.toDate} >= ${today}, true)`,
      ),
    )
    .orderBy(sql`${person.name} collate "vi-x-icu"`, asc(appointment.fromDate));
  return rows.map(
    ({ personName, role, unitName, fromDate }) =>
      `${personName}: ${roleLabels[role]}, ${unitName ?? "toàn cơ quan"} (từ ${formatDate(fromDate)})`,
  );
}

/** The lines of a review as they stand, each with what the policy looks at. */
export async function linesOf(q: Queryable, review: Review, now: Date) {
  const today = toVietnamDate(now).toString();
  const lines = await q
    .select()
    .from(rightsReviewLine)
    .where(eq(rightsReviewLine.reviewId, review.id))
    .orderBy(asc(rightsReviewLine.position));
  const state = reviewStateOf(review);
  const standing = state === "open" ? await rightsNow(q, lines, today) : null;
  const heads = new Map<string, string[]>();
  const holding = async (role: Role) =>
    standing ? (await peopleWithRole(q, review.agencyId, role)).map(({ id }) => id) : [];
  const [administrators, leadership] = [await holding("administrator"), await holding("leadership")];
  if (standing)
    for (const unitId of new Set(lines.flatMap((line) => line.unitId ?? [])))
      heads.set(
        unitId,
        (await peopleWithRole(q, review.agencyId, "head", unitId)).map(({ id }) => id),
      );
  return lines.map((line) => {
    const current = standing?.get(line.id) ?? { gone: line.stateAtClose !== null, toDate: line.toDate };
    const since = standing ? becameOf(line, current) : line.stateAtClose;
    const headIds = ((line.unitId && heads.get(line.unitId)) || []).filter((id) => id !== line.personId);
    const besides = (ids: string[]) => ids.some((id) => id !== line.personId);
    const undecided = line.outcome === null && !current.gone;
    const left =
      line.leftReason !== null ||
      (standing !== null &&
        undecided &&
        headIds.length === 0 &&
        !besides(line.kind === "account" ? administrators : [...administrators, ...leadership]));
    const subject: RightsReviewSubject = {
      agencyId: review.agencyId,
      state,
      line: {
        kind: line.kind,
        personId: line.personId,
        outcome: line.outcome,
        proposed: line.outcome === null && line.proposedBy !== null && besides(administrators),
        headIds,
        dueOn: review.dueOn,
        overdue: review.dueOn < today,
      },
    };
    return {
      ...line,
      since,
      gone: current.gone,
      /** Nobody has decided it, and it has not ended by itself; somebody besides its holder may. */
      open: undecided && !left && state === "open",
      /** Nobody besides its holder may decide it. */
      left,
      subject,
    };
  });
}

export type StandingLine = Awaited<ReturnType<typeof linesOf>>[number];

/** Whether the caller sees the line: a head sees those of the own units and of the own person. */
const seenBy = (actor: Actor) => {
  if (hasRole(actor, "administrator", "leadership", "auditor")) return () => true;
  return ({ personId, subject }: StandingLine) =>
    personId === actor.personId || (subject.line?.headIds.includes(actor.personId) ?? false);
};

/** A review with the lines that the caller sees. @throws NotFound */
export async function presentReview(q: Queryable, actor: Actor, id: string, now = new Date()) {
  const review = await reviewOf(q, actor, id);
  const all = await linesOf(q, review, now);
  const seen = seenBy(actor);
  const headed = unitsOf(actor, "head");
  const lines = all.filter((line) => seen(line) || (line.unitId !== null && headed.includes(line.unitId)));
  const names = await personNames(q, [
    review.openedBy,
    ...[review.closedBy, review.cancelledBy].filter((one) => one !== null),
    ...all.flatMap(({ decidedBy, proposedBy, subject }) => [
      ...[decidedBy, proposedBy].filter((one) => one !== null),
      ...(subject.line?.headIds ?? []),
    ]),
  ]);
  const units = new Map(
    (await q.select().from(unit).where(eq(unit.agencyId, actor.agencyId))).map((one) => [one.id, one.name]),
  );
  const name = (personId: string | null) => (personId ? (names.get(personId) ?? null) : null);
  return {
    ...review,
    state: reviewStateOf(review),
    openedByName: name(review.openedBy),
    closedByName: name(review.closedBy),
    cancelledByName: name(review.cancelledBy),
    givenSince:
      reviewStateOf(review) === "open"
        ? await givenSince(q, review, toVietnamDate(now).toString())
        : review.givenSince,
    lines: lines.map(({ subject, ...line }) => ({
      ...line,
      right: rightInWords(line),
      newRight: line.newRole
        ? `${roleLabels[line.newRole]}, ${(line.newUnitId && units.get(line.newUnitId)) || "toàn cơ quan"}`
        : null,
      decidedByName: name(line.decidedBy),
      proposedByName: name(line.proposedBy),
      /** Who decides: the heads, or everybody who keeps people. */
      reviewers:
        subject.line!.headIds.length > 0
          ? subject.line!.headIds.map((one) => name(one) ?? "").join(", ")
          : line.kind === "account"
            ? "Quản trị"
            : "Quản trị, lãnh đạo",
      may: rightsReviewPolicy.may(actor, subject),
    })),
    may: rightsReviewPolicy.may(actor, {
      agencyId: actor.agencyId,
      state: reviewStateOf(review),
      undecided: all.filter(({ open }) => open).length,
      begun: all.some(({ outcome, proposedBy }) => outcome !== null || proposedBy !== null),
    }),
  };
}

/** In which month the agency reviews rights; null: only when somebody opens a review. */
export async function reviewMonthOf(q: Queryable, agencyId: string): Promise<number | null> {
  const [rule] = await q.select().from(rightsReviewRule).where(eq(rightsReviewRule.agencyId, agencyId));
  return rule ? rule.month : USUAL_MONTH;
}

/** A review opened so shortly before the month is the one of that year. */
const MONTHS_EARLY = 3;

/**
 * Since which day a review of this year is asked for that nobody has opened; null: none is. An agency younger than that
 * day is asked the next time.
 */
export async function reviewAskedSince(
  q: Queryable,
  { id, createdAt }: { id: string; createdAt: Date },
  today: string,
): Promise<string | null> {
  const month = await reviewMonthOf(q, id);
  if (month === null) return null;
  const since = askedSince(month, today);
  if (toVietnamDate(createdAt).toString() > since) return null;
  const counts = Temporal.PlainDate.from(since).subtract({ months: MONTHS_EARLY }).toString();
  const opened = await q.$count(
    rightsReview,
    and(
      eq(rightsReview.agencyId, id),
      sql`${rightsReview.cancelledAt} is null`,
      sql`(${rightsReview.openedAt} at time zone 'Asia/Ho_Chi_Minh')::date >= ${counts}`,
    ),
  );
  return opened > 0 ? null : since;
}

/** The agency's reviews, the newest first, with how many lines each has and how many are left. */
export async function reviewsOf(q: Queryable, actor: Actor, now = new Date()) {
  const reviews = await q
    .select()
    .from(rightsReview)
    .where(eq(rightsReview.agencyId, actor.agencyId))
    .orderBy(desc(rightsReview.openedAt));
  const answers = [];
  for (const review of reviews) {
    const lines = await linesOf(q, review, now);
    answers.push({
      ...review,
      state: reviewStateOf(review),
      lines: lines.length,
      undecided: reviewStateOf(review) === "open" ? lines.filter(({ open }) => open).length : 0,
      left: lines.filter(({ left }) => left).length,
      withdrawn: lines.filter(({ outcome }) => outcome === "withdrawn").length,
      changed: lines.filter(({ outcome }) => outcome === "changed").length,
      mine: lines.filter(
        ({ open, subject }) => open && rightsReviewPolicy.hindrance(actor, "decide", subject) === null,
      ).length,
    });
  }
  return answers;
}
