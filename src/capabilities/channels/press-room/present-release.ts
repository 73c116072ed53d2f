import { eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { ledgerLine, type Standing } from "../connectors/press/ledger.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { pressContact, pressOutlet, pressRecipient, pressRelease } from "../tables.ts";
import { attachedTo } from "./attachments.ts";
import { goesToRecipients } from "./goes-to-recipients.ts";
import { pressPolicy } from "./policy.ts";
import { pressLists } from "./press-queries.ts";
import type { RecipientStanding } from "./release.ts";

const standings: Record<Standing, RecipientStanding> = {
  queued: "waiting",
  sending: "sending",
  later: "later",
  accepted: "accepted",
  refused: "refused",
  doubt: "doubt",
  left: "left",
  returned: "returned",
};

/** A release with its ledger: to whom, how far it is with each, what goes with it. Null: it goes to nobody by name. */
export async function presentRelease(q: Queryable, actor: Actor, id: string) {
  const whole = await deliveryOf(q, actor, id);
  const { delivery: row, account, content } = whole;
  if (!goesToRecipients(account)) return null;
  const [release] = await q.select().from(pressRelease).where(eq(pressRelease.deliveryId, id));
  const rows = await q
    .select({ recipient: pressRecipient, contact: pressContact, outletName: pressOutlet.name })
    .from(pressRecipient)
    .innerJoin(pressContact, eq(pressContact.id, pressRecipient.contactId))
    .innerJoin(pressOutlet, eq(pressOutlet.id, pressContact.outletId))
    .where(eq(pressRecipient.deliveryId, id))
    .orderBy(pressOutlet.name, pressRecipient.id);
  // Addresses of people are for those who work with them.
  const seesPeople = pressPolicy.hindrance(actor, "read", { agencyId: actor.agencyId }) === null;
  const recipients = rows.map(({ recipient, contact, outletName }) => {
    const { standing, said } = ledgerLine(row.handles, recipient);
    return {
      id: recipient.id,
      contactId: contact.id,
      outletName,
      name: seesPeople ? contact.name : "",
      address: seesPeople ? recipient.address : null,
      isErased: recipient.address === null,
      standing: standings[standing],
      said,
    };
  });
  return {
    isAhead: release?.isAhead ?? false,
    embargoUntil: content.embargoUntil,
    recipients,
    attachments: (await attachedTo(q, row)).map(({ id: mediaId, fileId, fileName, alt, bytes, issues }) => ({
      ...{ id: mediaId, fileName, alt, bytes, issues },
      sentAs: fileId ? `/press-release-files/${id}/${mediaId}` : null,
    })),
    lists: (await pressLists(q, actor.agencyId)).map(({ id: listId, name, willing }) => ({
      ...{ id: listId, name, willing },
    })),
    may: deliveryPolicy.may(actor, subjectOf(whole)),
  };
}
