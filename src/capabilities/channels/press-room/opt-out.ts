import { and, eq, isNull } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { pressConsent, pressContact } from "../tables.ts";
import type { OptOutHow } from "./outlet.ts";
import { pressPolicy } from "./policy.ts";
import { contactOf, contactSubject } from "./press-queries.ts";

/** Letters are wanted at an address no more: from now on none is sent there, and the consent is over. Said twice it is once. */
export async function stopWriting(work: Work, { id, how }: { id: string; how: OptOutHow }): Promise<void> {
  const { tx, at } = work;
  const [stopped] = await tx
    .update(pressContact)
    .set({ optedOutAt: at, optedOutHow: how })
    .where(and(eq(pressContact.id, id), isNull(pressContact.optedOutAt)))
    .returning({ id: pressContact.id });
  await tx
    .update(pressConsent)
    .set({ withdrawnAt: at })
    .where(and(eq(pressConsent.contactId, id), isNull(pressConsent.withdrawnAt)));
  if (!stopped) return;
  await work.record({
    act: "withdraw-press-consent",
    objectKind: "press-contact",
    objectId: id,
    after: { optedOutHow: how },
  });
}

/** Writes down that somebody told us so. */
export async function optOut(work: Work, { id }: { id: string }): Promise<void> {
  const found = await contactOf(work.tx, work.actor.agencyId, id);
  pressPolicy.permit(work.actor, "optOut", contactSubject(found));
  await stopWriting(work, { id, how: "told" });
}
