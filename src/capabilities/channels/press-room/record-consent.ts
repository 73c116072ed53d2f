import { and, eq, isNull } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { pressConsent, pressContact } from "../tables.ts";
import type { PressConsentHow } from "./outlet.ts";
import { pressPolicy } from "./policy.ts";
import { contactOf, contactSubject } from "./press-queries.ts";

export interface ConsentFields {
  givenOn: string;
  how: Exclude<PressConsentHow, "carried-over">;
  /** Where the paper or the message is kept. */
  keptAt: string;
}

/**
 * Writes down that letters are wanted at an address, when and how that was said; a former refusal ends
 * with it.
 */
export async function recordConsent(
  work: Work,
  { id, givenOn, how, keptAt }: ConsentFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const found = await contactOf(tx, agencyId, id);
  pressPolicy.permit(actor, "consent", contactSubject(found));
  const issues = [
    ...(givenOn > toVietnamDate(at).toString()
      ? [{ field: "givenOn", message: "Ngày đồng ý ở tương lai." }]
      : []),
    ...(how !== "spoken" && keptAt === ""
      ? [{ field: "keptAt", message: "Hãy ghi nơi lưu văn bản, tin nhắn đồng ý." }]
      : []),
  ];
  if (issues[0]) throw new Unacceptable(issues[0].message, issues);
  await tx
    .update(pressContact)
    .set({ optedOutAt: null, optedOutHow: null, suspendedAt: null, suspendedWhy: null, trustedSince: at })
    .where(eq(pressContact.id, id));
  await tx
    .update(pressConsent)
    .set({ withdrawnAt: at })
    .where(and(eq(pressConsent.contactId, id), isNull(pressConsent.withdrawnAt)));
  await tx.insert(pressConsent).values({
    id: uuidv7(),
    ...{ agencyId, contactId: id, givenOn, how, keptAt, recordedBy: personId, recordedAt: at },
  });
  await work.record({
    act: "record-press-consent",
    objectKind: "press-contact",
    objectId: id,
    after: { givenOn, how, keptAt },
  });
}
