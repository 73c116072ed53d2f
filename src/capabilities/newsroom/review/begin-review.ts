import { and, eq, isNull } from "drizzle-orm";
import { notify } from "#organization";
import { toVietnamDate, VIETNAM } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import type { Work } from "#platform/work/work.ts";
import type { ContentItem, ContentRevision } from "../content-queries.ts";
import { reviewRun, reviewStep } from "../tables.ts";
import type { ReviewOutcome, Route, Step } from "./review.ts";
import { decidersOf } from "./review-queries.ts";

/** When a working day is over. */
const CLOSING = { hour: 17 };
/** A calendar in which nobody works for so long is not looked through. */
const FURTHEST_DAYS = 400;

/** The end of the working day that many working days ahead; null: as long as it takes. */
async function dueAt({ tx, actor, at }: Work, { workingDays }: Step): Promise<Date | null> {
  if (workingDays === null) return null;
  const isOff = await daysOffOf(tx, actor.agencyId);
  let day = toVietnamDate(at);
  for (let left = workingDays, looked = 0; left > 0 && looked < FURTHEST_DAYS; looked += 1) {
    day = day.add({ days: 1 });
    if (!isOff(day.toString())) left -= 1;
  }
  return new Date(day.toZonedDateTime({ timeZone: VIETNAM, plainTime: CLOSING }).epochMilliseconds);
}

/**
 * Takes the route of this moment for a submitted text and opens its first step; later changes of the route leave it
 * alone. `togetherId`: it was sent with others; `waits`: they have steps to go before it is its turn.
 */
export async function beginReview(
  work: Work,
  item: ContentItem,
  text: ContentRevision,
  { name, samePerson, steps }: Route,
  { togetherId = null, waits = false }: { togetherId?: string | null; waits?: boolean } = {},
): Promise<void> {
  const { tx, actor, at } = work;
  const runId = uuidv7();
  const { agencyId } = item;
  await tx.insert(reviewRun).values({
    id: runId,
    agencyId,
    itemId: item.id,
    revisionId: text.id,
    hash: text.hash,
    routeName: name,
    samePerson,
    begunBy: actor.personId,
    begunAt: at,
    togetherId,
  });
  await tx.insert(reviewStep).values(
    steps.map(({ name: stepName, roles, unitId, personIds, workingDays }, index) => ({
      agencyId,
      runId,
      position: index + 1,
      name: stepName,
      roles,
      unitId,
      personIds,
      workingDays,
    })),
  );
  const [first] = steps as [Step];
  if (!waits) await openStep(work, runId, 1, first);
}

/** From now on the step waits for its people. */
export async function openStep(work: Work, runId: string, position: number, step: Step): Promise<void> {
  await work.tx
    .update(reviewStep)
    .set({ begunAt: work.at, dueAt: await dueAt(work, step) })
    .where(and(eq(reviewStep.runId, runId), eq(reviewStep.position, position)));
}

/** Tells the people of a step that it is their turn. */
export async function tellTurn(
  work: Work,
  item: ContentItem & { authorIds: string[] },
  {
    title,
    step,
    cause,
    decidedBy = [],
  }: { title: string; step: Step; cause: string; decidedBy?: readonly string[] },
): Promise<void> {
  const personIds = await decidersOf(work.tx, item, step, [
    ...item.authorIds,
    ...decidedBy,
    work.actor.personId,
  ]);
  await notify(work, {
    personIds,
    cause,
    kind: "review",
    title: `Chờ duyệt: ${title}`,
    href: `/workspace/noi-dung/${item.id}/duyet`,
  });
}

/** Ends the submission that runs; nothing happens where none does. */
export async function endReview({ tx, at }: Work, itemId: string, outcome: ReviewOutcome): Promise<void> {
  await tx
    .update(reviewRun)
    .set({ endedAt: at, outcome })
    .where(and(eq(reviewRun.itemId, itemId), isNull(reviewRun.endedAt)));
}

/** An approved text was written on: what all had agreed to holds no more. */
export async function revokeReview({ tx, at }: Work, itemId: string): Promise<void> {
  await tx
    .update(reviewRun)
    .set({ endedAt: at, outcome: "revoked" })
    .where(and(eq(reviewRun.itemId, itemId), eq(reviewRun.outcome, "approved")));
}

/** What an item holds of an approval once there is none. */
export const unapproved = {
  approvedRevisionId: null,
  approvedBy: null,
  approvedAt: null,
  scheduledAt: null,
  urgent: false,
} as const;
