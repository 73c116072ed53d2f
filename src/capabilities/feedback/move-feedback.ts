import { eq } from "drizzle-orm";
import { queueSealedMail } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { sendsMail } from "#platform/config/own-secret.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import { canStep, type FeedbackStep, feedbackStates, feedbackSteps, isOpen } from "./feedback.ts";
import type { Feedback } from "./feedback-queries.ts";
import { feedback, feedbackEvent } from "./tables.ts";

export interface Move {
  step: FeedbackStep;
  /** Name of the act in the audit and in the history. */
  act: string;
  set?: Partial<typeof feedback.$inferInsert>;
  /** What its sender reads; null: the step alone. */
  note?: string | null;
  /** What only the agency reads. */
  innerNote?: string | null;
  /** False: nothing that concerns its sender. */
  tells?: boolean;
}

/** A name for the history of what is its sender's own doing. */
export const SENDER = "Người gửi";

/**
 * Takes a step: state, history, audit and the mail to its sender are one. The sender is told of each step once,
 * since the mail belongs to the row of the history. @throws Conflict
 */
export async function moveFeedback(work: Work, row: Feedback, move: Move): Promise<Feedback> {
  const { tx, actor, at } = work;
  const { step, act, set = {}, note = null, innerNote = null, tells = true } = move;
  if (!canStep(row.state, step))
    throw new Conflict(
      `Phản ánh đang ở trạng thái “${feedbackStates[row.state]}” nên chưa làm được việc này.`,
    );
  const { to } = feedbackSteps[step];
  const state = to === "as-it-was" ? (step === "resume" ? row.pausedFrom! : row.state) : to;
  const opens = isOpen(state);
  const [after] = await tx
    .update(feedback)
    .set({ state, ...(opens ? { endedAt: null } : row.endedAt === null ? { endedAt: at } : {}), ...set })
    .where(eq(feedback.id, row.id))
    .returning();
  await noteEvent(work, after!, { act, note, innerNote, tells });
  await work.record({
    act,
    objectKind: "feedback",
    objectId: row.id,
    before: { state: row.state, dueOn: row.dueOn, unitId: row.unitId },
    after: { state, dueOn: after!.dueOn, unitId: after!.unitId },
    reason: actor.personId === SYSTEM_PERSON ? null : (innerNote ?? note),
  });
  return after!;
}

/** A line of the history, with the mail to the sender where there is one to write to. */
export async function noteEvent(
  { tx, actor, at }: Work,
  row: Feedback,
  {
    act,
    note,
    innerNote,
    tells,
  }: { act: string; note: string | null; innerNote: string | null; tells: boolean },
): Promise<void> {
  const mailId =
    tells && row.mailSealed !== null && sendsMail()
      ? await queueSealedMail(tx, { agencyId: row.agencyId, subject: `Phản ánh ${row.code}` })
      : null;
  await tx.insert(feedbackEvent).values({
    id: uuidv7(),
    agencyId: row.agencyId,
    feedbackId: row.id,
    ...{ at, act, state: row.state, note, innerNote, tells, mailId },
    byPersonId: actor.personId === SYSTEM_PERSON ? null : actor.personId,
    byName: actor.name,
  });
}
