import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "../policy.ts";
import { sharedContact } from "../tables.ts";

/** Ends that other agencies see a person in an appointment. */
export async function endSharingContact(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [gone] = await tx
    .delete(sharedContact)
    .where(and(eq(sharedContact.agencyId, actor.agencyId), eq(sharedContact.appointmentId, id)))
    .returning();
  if (!gone) throw new NotFound("Đầu mối này không còn được chia sẻ.");
  const { matter, showsPhone, showsEmail } = gone;
  await work.record({
    act: "end-sharing-contact",
    objectKind: "shared-contact",
    objectId: id,
    before: { matter, showsPhone, showsEmail },
  });
}
