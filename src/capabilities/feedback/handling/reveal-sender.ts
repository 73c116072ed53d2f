import { openPersonal } from "#platform/config/own-secret.ts";
import type { Work } from "#platform/work/work.ts";
import type { Sender } from "../feedback.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";

/** Who wrote, for who handles it; each look stands in the audit. @throws Forbidden */
export async function revealSender(work: Work, { id }: { id: string }): Promise<Sender & { mail: string }> {
  const row = await heldFeedback(work.tx, work.actor.agencyId, id);
  feedbackPolicy.permit(work.actor, "reveal", subjectOf(row));
  const sender: Sender = row.senderSealed
    ? JSON.parse(await openPersonal(row.senderSealed))
    : { name: "", phone: "", address: "" };
  const mail = row.mailSealed ? await openPersonal(row.mailSealed) : "";
  await work.record({ act: "reveal-feedback-sender", objectKind: "feedback", objectId: id });
  return { ...sender, mail };
}
