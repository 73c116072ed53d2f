import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { apology } from "../tables.ts";
import { subjectOf } from "./apology.ts";
import { heldApology } from "./apology-queries.ts";

/** Writes down how and on which day the applicant got the signed letter. */
export async function sendApology(
  work: Work,
  { id, sentOn, sentHow }: { id: string; sentOn: string; sentHow: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldApology(tx, actor.agencyId, id);
  apologyPolicy.permit(actor, "send", subjectOf(found));
  if (sentOn > toVietnamDate(at).toString() || sentOn < found.receivedOn) {
    const message = "Ngày gửi phải từ ngày tiếp nhận hồ sơ đến hôm nay.";
    throw new Unacceptable(message, [{ field: "sentOn", message }]);
  }
  await tx
    .update(apology)
    .set({ state: "sent", sentOn, sentHow, sentBy: actor.personId })
    .where(eq(apology.id, id));
  await work.record({
    ...{ act: "send-apology", objectKind: "apology", objectId: id },
    ...{ before: { state: "approved" }, after: { state: "sent", sentOn, sentHow } },
  });
}
