import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate, VIETNAM } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { FeedbackKind, FeedbackSource, Sender } from "../feedback.ts";
import type { Feedback } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackField } from "../tables.ts";
import { receiveFeedback } from "./receive-feedback.ts";

export interface EnteredFeedback extends Sender {
  /** Made by the screen: sent again it makes no second one. */
  id?: string | undefined;
  source: Exclude<FeedbackSource, "portal">;
  kind: FeedbackKind;
  fieldId: string | null;
  words: string;
  place: string | null;
  mail: string;
  officialCode: string | null;
  /** YYYY-MM-DD: its clocks run from this day. */
  receivedOn: string;
}

/** Writes down what came by letter, telephone or in person. @throws Forbidden, Unacceptable, Conflict */
export async function enterFeedback(work: Work, given: EnteredFeedback): Promise<Feedback> {
  const { tx, actor, at } = work;
  feedbackPolicy.permit(actor, "enter", { agencyId: actor.agencyId });
  const { id = uuidv7(), name, phone, address, receivedOn, ...rest } = given;
  const today = toVietnamDate(at).toString();
  if (receivedOn > today) {
    const message = "Ngày nhận không thể sau hôm nay.";
    throw new Unacceptable(message, [{ field: "receivedOn", message }]);
  }
  if (rest.fieldId !== null) {
    const [known] = await tx.select().from(feedbackField).where(eq(feedbackField.id, rest.fieldId));
    if (known?.agencyId !== actor.agencyId) {
      const message = "Lĩnh vực này không còn; hãy chọn lại.";
      throw new Unacceptable(message, [{ field: "fieldId", message }]);
    }
  }
  const day = Temporal.PlainDate.from(receivedOn).toZonedDateTime({
    timeZone: VIETNAM,
    plainTime: { hour: 8 },
  });
  const receivedAt = receivedOn === today ? at : new Date(day.epochMilliseconds);
  const { row } = await receiveFeedback(work, { ...rest, id, sender: { name, phone, address }, receivedAt });
  return row;
}
