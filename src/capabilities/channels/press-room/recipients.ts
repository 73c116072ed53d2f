import { createHmac, timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { signingKey } from "../accounts/credentials.ts";
import type { Recipient } from "../connectors/connector.ts";
import { absolute } from "../deliveries/post-of-delivery.ts";
import { delivery, pressContact, pressMailbox, pressRecipient } from "../tables.ts";
import { returnsTo } from "./bounces/return-tag.ts";
import { earlierReleases } from "./earlier-releases.ts";

export const LEAVE_PATH = "/thoi-nhan-thu";

const signature = (id: string): string =>
  createHmac("sha256", signingKey()).update(`press-recipient ${id}`).digest("base64url").slice(0, 32);

/** What a link in a letter carries: whose it is, signed, so that nobody speaks for another. */
export const leaveToken = (recipientId: string): string =>
  `${recipientId.replaceAll("-", "")}${signature(recipientId)}`;

/** Whose link it is; null: nobody's. */
export function recipientOfToken(token: string): string | null {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([\w-]{32})$/.exec(token);
  if (!found) return null;
  const id = found.slice(1, 6).join("-");
  const [given, own] = [Buffer.from(found[6]!), Buffer.from(signature(id))];
  return timingSafeEqual(given, own) ? id : null;
}

/** To whom a delivery goes; who was removed since is left out. */
export async function recipientsOf(q: Queryable, deliveryId: string): Promise<Recipient[]> {
  const rows = await q
    .select({
      recipient: pressRecipient,
      isWilling: sql<boolean>`press_may_write(press_contact)`,
      mailbox: pressMailbox,
      itemId: delivery.itemId,
      /** How often what it gets had come back from there. */
      round: sql<number>`(select count(*)::int from press_bounce b where b.source_id = ${pressRecipient.id} and b.key = ${pressRecipient.key})`,
    })
    .from(pressRecipient)
    .innerJoin(pressContact, eq(pressContact.id, pressRecipient.contactId))
    .innerJoin(delivery, eq(delivery.id, pressRecipient.deliveryId))
    .leftJoin(pressMailbox, eq(pressMailbox.accountId, delivery.accountId))
    .where(eq(pressRecipient.deliveryId, deliveryId))
    .orderBy(pressRecipient.addedAt, pressRecipient.id);
  const itemId = rows[0]?.itemId;
  const agencyId = rows[0]?.recipient.agencyId;
  const earlier: Awaited<ReturnType<typeof earlierReleases>> =
    itemId && agencyId ? await earlierReleases(q, { id: deliveryId, agencyId, itemId }) : new Map();
  return rows.flatMap(({ recipient: { id, key, address }, isWilling, mailbox, round }) => {
    if (address === null) return [];
    const unsubscribe = absolute(`${LEAVE_PATH}/${leaveToken(id)}`);
    const recalled = earlier.get(key);
    const one = { key, address, isWilling, unsubscribe, ...(recalled && { recalled }) };
    if (!mailbox) return [one];
    const to = (kind: "release" | "follow-up") => returnsTo(mailbox, { kind, id, round });
    return [{ ...one, returns: { first: to("release"), later: to("follow-up") } }];
  });
}
