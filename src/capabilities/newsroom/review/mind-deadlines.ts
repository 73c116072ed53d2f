import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Role } from "#platform/auth/actor.ts";
import { toVietnamDate, VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { itemOfAgency, revisionOf } from "../content-queries.ts";
import { amongSeers } from "../readers/hidden.ts";
import { reviewRun, reviewStep } from "../tables.ts";
import type { Step } from "./review.ts";
import { decidersOf } from "./review-queries.ts";

export const REVIEW_DEADLINES_QUEUE = "newsroom.mind-review-deadlines";

/** The end of the day, in Vietnam, on which `now` lies: who is due until then is reminded. */
const endOfDay = (now: Date): Date =>
  new Date(toVietnamDate(now).add({ days: 1 }).toZonedDateTime({ timeZone: VIETNAM }).epochMilliseconds - 1);

/** The next above those who decide: of a unit's people its head, of the others the leadership, of the leadership the Office. */
function above({ roles }: Step): { role: Role; inUnit: boolean } {
  if (roles.includes("contributor") && !roles.includes("head")) return { role: "head", inUnit: true };
  return roles.includes("leadership")
    ? { role: "office", inUnit: false }
    : { role: "leadership", inUnit: false };
}

async function peopleAbove(q: Queryable, item: { agencyId: string; unitId: string }, step: Step) {
  const { role, inUnit } = above(step);
  const unitId = inUnit ? (step.unitId ?? item.unitId) : undefined;
  return (await peopleWithRole(q, item.agencyId, role, unitId)).map(({ id }) => id);
}

/** Tells of one step: its people on the day it falls due, the next above once it is over. */
async function tell(
  current: Work,
  { run, step }: { run: typeof reviewRun.$inferSelect; step: typeof reviewStep.$inferSelect },
  late: boolean,
): Promise<void> {
  const { tx, at } = current;
  const item = await itemOfAgency(tx, run.agencyId, run.itemId);
  await tx
    .update(reviewStep)
    .set(late ? { escalatedAt: at, remindedAt: step.remindedAt ?? at } : { remindedAt: at })
    .where(and(eq(reviewStep.runId, step.runId), eq(reviewStep.position, step.position)));
  if (item.turn?.runId !== run.id || item.turn.position !== step.position) return;
  const { title } = await revisionOf(tx, run.revisionId);
  const told = [...item.authorIds, ...(run.samePerson ? [] : item.turn.decidedBy)];
  const deciders = await decidersOf(tx, item, step, told);
  const aboveThem = late ? await amongSeers(tx, item, await peopleAbove(tx, item, step)) : [];
  const about = `${run.itemId}:${run.id}:${step.position}`;
  await notify(current, {
    personIds: deciders,
    cause: `${late ? "content-turn-late" : "content-turn-due"}:${about}`,
    kind: "review",
    title: `${late ? "Quá hạn duyệt" : "Hôm nay hết hạn duyệt"}, bước “${step.name}”: ${title}`,
    href: `/workspace/noi-dung/${run.itemId}/duyet`,
  });
  await notify(current, {
    personIds: aboveThem.filter((id) => !deciders.includes(id)),
    cause: `content-turn-late:${about}`,
    kind: "review-late",
    title: `Quá hạn duyệt, bước “${step.name}”: ${title}`,
    href: `/workspace/noi-dung/${run.itemId}`,
  });
}

/**
 * Reminds once of steps that fall due today and tells the next above once of those that are over, each in a transaction
 * of its own with its row locked: a kill loses and doubles nothing. Gives how many were told of.
 */
export async function mindReviewDeadlines(database: Database, now = new Date()): Promise<number> {
  for (let told = 0; ; told += 1) {
    const found = await database.transaction(async (tx) => {
      const [due] = await tx
        .select({ run: reviewRun, step: reviewStep })
        .from(reviewStep)
        .innerJoin(reviewRun, eq(reviewRun.id, reviewStep.runId))
        .where(
          and(
            isNull(reviewRun.endedAt),
            isNotNull(reviewStep.begunAt),
            or(
              and(isNull(reviewStep.remindedAt), lte(reviewStep.dueAt, endOfDay(now))),
              and(isNull(reviewStep.escalatedAt), lte(reviewStep.dueAt, now)),
            ),
          ),
        )
        .orderBy(asc(reviewStep.dueAt))
        .limit(1)
        .for("update", { of: reviewStep, skipLocked: true });
      if (!due) return false;
      await work(
        tx,
        systemActor(due.run.agencyId, "Hạn duyệt"),
        (current) => tell(current, due, due.step.dueAt! <= now),
        { at: now },
      );
      return true;
    });
    if (!found) return told;
  }
}
