import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { pressEnquiry } from "../../tables.ts";
import { enquiryOf, enquirySubject } from "./enquiry-queries.ts";
import { checkHandler, tellHandler } from "./note-enquiry.ts";
import { enquiryPolicy } from "./policy.ts";

/** Gives it to somebody else to see to; the clock runs on. */
export async function assignEnquiry(
  work: Work,
  { id, handlerId }: { id: string; handlerId: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await enquiryOf(tx, actor.agencyId, id);
  enquiryPolicy.permit(actor, "assign", enquirySubject(found));
  if (found.handlerId === handlerId) return;
  await checkHandler(work, handlerId);
  await tx.update(pressEnquiry).set({ handlerId }).where(eq(pressEnquiry.id, id));
  await work.record({
    act: "assign-enquiry",
    objectKind: "press-enquiry",
    objectId: id,
    before: { handlerId: found.handlerId },
    after: { handlerId },
  });
  await tellHandler(work, { ...found, handlerId });
}
