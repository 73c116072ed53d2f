import { and, asc, eq, inArray } from "drizzle-orm";
import { type Role, roleLabels } from "#platform/auth/actor.ts";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { appointPerson } from "../appoint-person.ts";
import { withdrawAppointment } from "../end-appointment.ts";
import { endSigningAuthority } from "../end-signing-authority.ts";
import { notify } from "../notify.ts";
import { peopleWithRole } from "../organization-queries.ts";
import { setPersonActive } from "../set-person-active.ts";
import { appointment, rightsReview, rightsReviewLine, unit } from "../tables.ts";
import { checkUnitForRole } from "../unit-for-role.ts";
import { rightsReviewPolicy } from "./policy.ts";
import type { ReviewOutcome } from "./rights-review.ts";
import { linesOf, reviewOf, rightInWords, type StandingLine } from "./rights-review-queries.ts";

export interface Decision {
  id: string;
  lineIds: string[];
  outcome: ReviewOutcome;
  reason: string | null;
  /** The role and the unit (null: the whole agency) that a changed right becomes. */
  newRole: Role | null;
  newUnitId: string | null;
}

/**
 * Decides on lines of a review, all or none: rights stay, or they end with today by the same acts as elsewhere, or they
 * are changed, which an administrator does and anybody else proposes. @throws NotFound, Forbidden, Conflict, Unacceptable
 */
export async function decideRights(work: Work, decision: Decision): Promise<void> {
  const { tx, actor, at } = work;
  const { id, lineIds, outcome, reason } = decision;
  await reviewOf(tx, actor, id);
  await tx.select({ id: rightsReview.id }).from(rightsReview).where(eq(rightsReview.id, id)).for("update");
  await tx
    .select({ id: rightsReviewLine.id })
    .from(rightsReviewLine)
    .where(and(eq(rightsReviewLine.reviewId, id), inArray(rightsReviewLine.id, lineIds)))
    .orderBy(asc(rightsReviewLine.id))
    .for("update");
  const review = await reviewOf(tx, actor, id);
  const lines = (await linesOf(tx, review, at)).filter((line) => lineIds.includes(line.id));
  if (lines.length < new Set(lineIds).size)
    throw new NotFound("Có dòng không thuộc đợt rà soát này; hãy tải lại trang.");
  if (outcome !== "confirmed" && !reason) {
    const message = "Hãy nêu lý do.";
    throw new Unacceptable(message, [{ field: "reason", message }]);
  }
  for (const line of lines) {
    rightsReviewPolicy.permit(actor, "decide", line.subject);
    if (outcome === "changed") await change(work, line, decision);
    else if (outcome === "withdrawn") await withdraw(work, line, reason!);
    else await confirm(work, line, reason);
  }
}

async function confirm(work: Work, line: StandingLine, reason: string | null): Promise<void> {
  if (line.gone)
    throw new Conflict(
      `${line.personName}, ${rightInWords(line)}: quyền này không còn nên không giữ nguyên được; không cần quyết định dòng này.`,
    );
  await decide(work, line, { outcome: "confirmed", reason });
}

async function withdraw(work: Work, line: StandingLine, reason: string): Promise<void> {
  const on = toVietnamDate(work.at).toString();
  const why = `Rà soát quyền: ${reason}`;
  const id = line.subjectId;
  if (!line.gone) {
    if (line.kind === "appointment") await withdrawAppointment(work, { id, on, reason: why });
    else if (line.kind === "authority") await endSigningAuthority(work, { id, on, reason: why });
    else await setPersonActive(work, { id, active: false, reason: why });
  }
  await decide(work, line, { outcome: "withdrawn", reason });
}

/** The old role ends with today, the new one begins tomorrow; who does not keep people proposes it. */
async function change(
  work: Work,
  line: StandingLine,
  { newRole, newUnitId, reason }: Decision,
): Promise<void> {
  const { tx, actor, at } = work;
  if (line.kind !== "appointment")
    throw new Conflict(
      "Chỉ vai trò đổi được ở đây; thẩm quyền ký thì thu hồi rồi ghi thẩm quyền mới, tài khoản thì phân công hoặc thu hồi.",
    );
  if (line.gone) throw new Conflict(`${line.personName}: ${line.since}; không còn gì để đổi.`);
  if (newRole === null) {
    const message = "Hãy chọn vai trò mới.";
    throw new Unacceptable(message, [{ field: "newRole", message }]);
  }
  if (newRole === line.role && newUnitId === line.unitId) {
    const message = "Vai trò và đơn vị mới giống hiện nay; hãy chọn khác, hoặc giữ nguyên.";
    throw new Unacceptable(message, [{ field: "newRole", message }]);
  }
  await checkUnitForRole(tx, actor.agencyId, { role: newRole, unitId: newUnitId });
  if (rightsReviewPolicy.hindrance(actor, "change", line.subject) !== null) {
    const able = await peopleWithRole(tx, actor.agencyId, "administrator");
    if (able.every((one) => one.id === line.personId))
      throw new Conflict(
        `Ngoài ${line.personName} cơ quan chưa có quản trị nào để đổi quyền này; hãy giữ nguyên, thu hồi, hoặc nhờ phân công thêm người quản trị.`,
      );
    await propose(work, line, { newRole, newUnitId, reason: reason! });
    return;
  }
  const today = toVietnamDate(at);
  const why = `Rà soát quyền: ${reason}`;
  const [held] = await tx.select().from(appointment).where(eq(appointment.id, line.subjectId));
  await withdrawAppointment(work, { id: line.subjectId, on: today.toString(), reason: why });
  await appointPerson(work, {
    id: line.personId,
    role: newRole,
    unitId: newUnitId,
    fromDate: today.add({ days: 1 }).toString(),
    toDate: held!.toDate !== null && held!.toDate > today.toString() ? held!.toDate : null,
    reason: why,
  });
  await decide(work, line, { outcome: "changed", reason, newRole, newUnitId });
}

async function newRightInWords(
  { tx }: Work,
  { newRole, newUnitId }: { newRole: Role; newUnitId: string | null },
): Promise<string> {
  if (newUnitId === null) return `${roleLabels[newRole]}, toàn cơ quan`;
  const [found] = await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, newUnitId));
  return `${roleLabels[newRole]}, ${found!.name}`;
}

async function decide(
  work: Work,
  line: StandingLine,
  decided: { outcome: ReviewOutcome; reason: string | null; newRole?: Role; newUnitId?: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  await tx
    .update(rightsReviewLine)
    .set({ ...decided, decidedBy: actor.personId, decidedAt: at })
    .where(eq(rightsReviewLine.id, line.id));
  const { newRole, newUnitId = null } = decided;
  await work.record({
    act: "decide-rights-review",
    objectKind: "rights-review",
    objectId: line.reviewId,
    before: line.outcome === null ? null : { outcome: line.outcome },
    after: {
      person: line.personName,
      right: rightInWords(line),
      outcome: decided.outcome,
      ...(newRole && { newRight: await newRightInWords(work, { newRole, newUnitId }) }),
    },
    reason: decided.reason,
  });
}

async function propose(
  work: Work,
  line: StandingLine,
  { newRole, newUnitId, reason }: { newRole: Role; newUnitId: string | null; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  await tx
    .update(rightsReviewLine)
    .set({
      proposedBy: actor.personId,
      proposedAt: at,
      proposal: reason,
      newRole,
      newUnitId,
      // What was decided before falls with the proposal: the line waits for the administrator.
      outcome: null,
      reason: null,
      decidedBy: null,
      decidedAt: null,
    })
    .where(eq(rightsReviewLine.id, line.id));
  const newRight = await newRightInWords(work, { newRole, newUnitId });
  await work.record({
    act: "propose-rights-change",
    objectKind: "rights-review",
    objectId: line.reviewId,
    after: { person: line.personName, right: rightInWords(line), newRight },
    reason,
  });
  await notify(work, {
    personIds: (await peopleWithRole(tx, actor.agencyId, "administrator")).map((one) => one.id),
    cause: `rights-review:${line.reviewId}:change:${line.id}`,
    kind: "rights-review",
    title: `${actor.name} đề nghị đổi quyền của ${line.personName}: ${newRight}`,
    href: `/workspace/ra-soat-quyen/${line.reviewId}`,
  });
}
