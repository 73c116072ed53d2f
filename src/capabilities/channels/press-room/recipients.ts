import { createHmac, timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { signingKey } from "../accounts/credentials.ts";
import type { Recipient } from "../connectors/connector.ts";
import { absolute } from "../deliveries/post-of-delivery.ts";
import { pressContact, pressRecipient } from "../tables.ts";

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
    })
    .from(pressRecipient)
    .innerJoin(pressContact, eq(pressContact.id, pressRecipient.contactId))
    .where(eq(pressRecipient.deliveryId, deliveryId))
    .orderBy(pressRecipient.addedAt, pressRecipient.id);
  return rows.flatMap(({ recipient: { id, key, address }, isWilling }) =>
    address === null
      ? []
      : [{ key, address, isWilling, unsubscribe: absolute(`${LEAVE_PATH}/${leaveToken(id)}`) }],
  );
}
