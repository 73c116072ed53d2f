import { eq, sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { pressConsent, pressContact, pressEnquiry, pressListMember, pressRecipient } from "../tables.ts";
import { pressPolicy } from "./policy.ts";
import { contactOf, contactSubject } from "./press-queries.ts";

/**
 * Removes what is kept of a person who asks for it: name, address, telephone, where the consent is kept; also from the
 * releases they got and the questions they asked. That there was such an address, that it was written to and when it was removed stays.
 */
export async function eraseContact(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await contactOf(tx, actor.agencyId, id);
  pressPolicy.permit(actor, "erase", contactSubject(found));
  await tx
    .update(pressContact)
    .set({
      name: "",
      jobTitle: "",
      phone: "",
      email: null,
      suspendedAt: null,
      suspendedWhy: null,
      erasedAt: at,
      isClosed: true,
    })
    .where(eq(pressContact.id, id));
  await tx
    .update(pressConsent)
    .set({ keptAt: "", withdrawnAt: sql`coalesce(${pressConsent.withdrawnAt}, ${at})` })
    .where(eq(pressConsent.contactId, id));
  await tx.update(pressRecipient).set({ address: null }).where(eq(pressRecipient.contactId, id));
  await tx.update(pressEnquiry).set({ askedBy: "", reach: "" }).where(eq(pressEnquiry.contactId, id));
  await tx.delete(pressListMember).where(eq(pressListMember.contactId, id));
  await work.record({ act: "erase-press-contact", objectKind: "press-contact", objectId: id, reason });
}
