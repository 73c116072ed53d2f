import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { openPersonal } from "#platform/config/own-secret.ts";
import type { Work } from "#platform/work/work.ts";
import type { Feedback } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { type EnteredFeedback, enterFeedback } from "../receiving/enter-feedback.ts";
import { feedbackMail, feedbackMailPicture, feedbackPicture } from "../tables.ts";
import { replyTo } from "./keep-mail.ts";

export type FeedbackMail = typeof feedbackMail.$inferSelect;

/** The agency's own that still waits, held until the transaction ends. @throws NotFound, Conflict */
export async function heldMail(work: Work, id: string): Promise<FeedbackMail> {
  const { tx, actor } = work;
  feedbackPolicy.permit(actor, "enter", { agencyId: actor.agencyId });
  const [found] = await tx
    .select()
    .from(feedbackMail)
    .where(and(eq(feedbackMail.agencyId, actor.agencyId), eq(feedbackMail.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có thư này.");
  if (found.state !== "waiting") throw new Conflict("Thư này đã được người khác xử lý; hãy tải lại trang.");
  return found;
}

export const fromOf = async ({ senderSealed }: FeedbackMail): Promise<{ name: string; address: string }> =>
  senderSealed === null ? { name: "", address: "" } : JSON.parse(await openPersonal(senderSealed));

const nothingKept = { subject: null, words: null, senderSealed: null, dropped: [] };

/** Takes a message as feedback, in the words that the clerk has looked through, with its pictures. */
export async function takeMail(
  work: Work,
  { id, ...given }: Omit<EnteredFeedback, "source" | "id"> & { id: string },
): Promise<Feedback> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  await heldMail(work, id);
  const row = await enterFeedback(work, { ...given, id, source: "mail" });
  const pictures = await tx.delete(feedbackMailPicture).where(eq(feedbackMailPicture.mailId, id)).returning();
  if (pictures.length > 0)
    await tx
      .insert(feedbackPicture)
      .values(pictures.map(({ mailId: _, ...picture }) => ({ ...picture, feedbackId: row.id, addedAt: at })));
  await tx
    .update(feedbackMail)
    .set({
      ...nothingKept,
      ...{ state: "taken", feedbackId: row.id, decidedBy: actor.personId, decidedAt: at },
    })
    .where(and(eq(feedbackMail.agencyId, agencyId), eq(feedbackMail.id, id)));
  await work.record({
    ...{ act: "take-feedback-mail", objectKind: "feedback-mail", objectId: id },
    after: { code: row.code, pictures: pictures.length },
  });
  return row;
}

/** Ends a message without feedback; gives the keys of its pictures, to be removed once this is committed. */
async function end(
  work: Work,
  id: string,
  how: Partial<typeof feedbackMail.$inferInsert>,
): Promise<string[]> {
  const { tx, actor, at } = work;
  const gone = await tx
    .delete(feedbackMailPicture)
    .where(eq(feedbackMailPicture.mailId, id))
    .returning({ id: feedbackMailPicture.id });
  await tx
    .update(feedbackMail)
    .set({ ...nothingKept, ...how, decidedBy: actor.personId, decidedAt: at })
    .where(eq(feedbackMail.id, id));
  return gone.map((picture) => picture.id);
}

/** Is no feedback: an advertisement, an answer to what was asked, sent twice. Its words are gone. */
export async function dismissMail(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<string[]> {
  await heldMail(work, id);
  const gone = await end(work, id, { state: "dismissed", reason });
  await work.record({
    ...{ act: "dismiss-feedback-mail", objectKind: "feedback-mail", objectId: id },
    reason,
  });
  return gone;
}

/** Is a complaint or a denunciation that nothing recognised: its sender is told where it belongs, its words are gone. */
export async function redirectMail(work: Work, { id }: { id: string }): Promise<string[]> {
  const row = await heldMail(work, id);
  const { address } = await fromOf(row);
  const gone = await end(work, id, { state: "redirected", ...(await replyTo(work, address)) });
  await work.record({ act: "redirect-feedback-mail", objectKind: "feedback-mail", objectId: id });
  return gone;
}
