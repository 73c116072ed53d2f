import { and, asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { FeedbackSubject } from "./policy.ts";
import { feedback, feedbackEvent, feedbackPicture } from "./tables.ts";

export type Feedback = typeof feedback.$inferSelect;
export type FeedbackEvent = typeof feedbackEvent.$inferSelect;
type FeedbackPicture = typeof feedbackPicture.$inferSelect;

export const feedbackHref = (id: string) => `/workspace/phan-anh/${id}`;

/** What the policy looks at. What no unit was given yet is nobody's who sees one unit alone. */
export const subjectOf = (row: Feedback): FeedbackSubject => ({
  agencyId: row.agencyId,
  unitIds: row.unitId === null ? [] : [row.unitId],
  state: row.state,
  answerState: row.answerState,
  draftedBy: row.draftedBy,
  extended: row.extendedAt !== null,
});

/** The agency's own, held until the transaction ends. @throws NotFound */
export async function heldFeedback(q: Queryable, agencyId: string, id: string): Promise<Feedback> {
  const [found] = await q
    .select()
    .from(feedback)
    .where(and(eq(feedback.agencyId, agencyId), eq(feedback.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có phản ánh này.");
  return found;
}

/** @throws NotFound */
export async function feedbackOf(q: Queryable, { agencyId }: Actor, id: string): Promise<Feedback> {
  const [found] = await q
    .select()
    .from(feedback)
    .where(and(eq(feedback.agencyId, agencyId), eq(feedback.id, id)));
  if (!found) throw new NotFound("Không có phản ánh này.");
  return found;
}

export async function feedbackByCode(q: Queryable, agencyId: string, code: string): Promise<Feedback | null> {
  const [found] = await q
    .select()
    .from(feedback)
    .where(and(eq(feedback.agencyId, agencyId), eq(feedback.code, code)));
  return found ?? null;
}

export const eventsOf = (q: Queryable, agencyId: string, feedbackId: string): Promise<FeedbackEvent[]> =>
  q
    .select()
    .from(feedbackEvent)
    .where(and(eq(feedbackEvent.agencyId, agencyId), eq(feedbackEvent.feedbackId, feedbackId)))
    .orderBy(asc(feedbackEvent.at), asc(feedbackEvent.id));

export const picturesOf = (q: Queryable, agencyId: string, feedbackId: string): Promise<FeedbackPicture[]> =>
  q
    .select()
    .from(feedbackPicture)
    .where(and(eq(feedbackPicture.agencyId, agencyId), eq(feedbackPicture.feedbackId, feedbackId)))
    .orderBy(asc(feedbackPicture.addedAt), asc(feedbackPicture.id));

/** The agency's by their ids. */
export const feedbackAmong = (q: Queryable, ids: string[], agencyId: string): Promise<Feedback[]> =>
  q
    .select()
    .from(feedback)
    .where(and(eq(feedback.agencyId, agencyId), inArray(feedback.id, ids)));
