import { and, eq, isNull } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pressLetter, pressLetterRecipient } from "../../tables.ts";
import type { AcknowledgedHow } from "./letter.ts";
import { letterOf } from "./letter-queries.ts";
import { letterPolicy } from "./policy.ts";

/** Writes down that somebody has the letter. False: that was said before, or it was taken back. */
export async function markAcknowledged(
  work: Work,
  { recipientId, letterId, how }: { recipientId: string; letterId: string; how: AcknowledgedHow },
): Promise<boolean> {
  const { tx, at } = work;
  const [letter] = await tx
    .select({ state: pressLetter.state })
    .from(pressLetter)
    .where(eq(pressLetter.id, letterId))
    .for("share");
  if (letter?.state !== "sent") return false;
  const [marked] = await tx
    .update(pressLetterRecipient)
    .set({ acknowledgedAt: at, acknowledgedHow: how })
    .where(and(eq(pressLetterRecipient.id, recipientId), isNull(pressLetterRecipient.acknowledgedAt)))
    .returning({ contactId: pressLetterRecipient.contactId });
  if (!marked) return false;
  await work.record({
    act: "acknowledge-press-letter",
    objectKind: "press-letter",
    objectId: letterId,
    after: { acknowledgedHow: how, contactId: marked.contactId },
  });
  return true;
}

/** Writes down that somebody told us so. */
export async function acknowledgeLetter(
  work: Work,
  { id, recipientId }: { id: string; recipientId: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await letterOf(tx, actor.agencyId, id);
  letterPolicy.permit(actor, "acknowledge", found);
  const [recipient] = await tx
    .select({ id: pressLetterRecipient.id })
    .from(pressLetterRecipient)
    .where(and(eq(pressLetterRecipient.letterId, id), eq(pressLetterRecipient.id, recipientId)));
  if (!recipient) throw new NotFound("Thư này không gửi tới nơi ấy.");
  if (!(await markAcknowledged(work, { recipientId, letterId: id, how: "told" })))
    throw new Conflict("Nơi này đã xác nhận trước đó.");
}
