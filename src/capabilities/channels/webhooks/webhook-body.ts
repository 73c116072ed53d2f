import { eq } from "drizzle-orm";
import { type ContentToDeliver, contentToDeliver } from "#newsroom";
import { agencyById } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { absolute } from "../deliveries/post-of-delivery.ts";
import { channelAccount, delivery, placement } from "../tables.ts";
import type { webhookMessage } from "./tables.ts";
import type { ContentData, DeliveryData } from "./webhook.ts";

type Message = typeof webhookMessage.$inferSelect;
type Named = { id: string; name: string };

/** What was public under these words; of what was removed, or has other words by now, ids and address alone. */
function contentData(
  agency: Named,
  { itemId, revisionId }: { itemId: string; revisionId: string },
  content: ContentToDeliver | undefined,
): ContentData {
  const shown = content && content.state !== "removed" && content.revisionId === revisionId ? content : null;
  return {
    contentId: itemId,
    revisionId,
    agency,
    title: shown?.title ?? null,
    kind: content?.kind ?? null,
    url: content?.path ? absolute(content.path) : null,
    hash: shown?.hash ?? null,
    publishedAt: content?.publishedAt?.toISOString() ?? null,
  };
}

async function deliveryData(
  q: Queryable,
  agency: Named,
  { deliveryId, reason }: { deliveryId: string; reason: string | null },
): Promise<DeliveryData | null> {
  const [found] = await q
    .select({ row: delivery, account: channelAccount, place: placement })
    .from(delivery)
    .innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
    .leftJoin(placement, eq(placement.deliveryId, delivery.id))
    .where(eq(delivery.id, deliveryId));
  if (!found) return null;
  const { row, account, place } = found;
  return {
    deliveryId,
    contentId: row.itemId,
    agency,
    channel: account.network,
    account: account.name,
    url: place && place.takenDownAt === null && place.url?.startsWith("http") ? place.url : null,
    placedAt: place?.placedAt.toISOString() ?? null,
    revisionId: row.revisionId,
    hash: row.revisionHash,
    reason,
  };
}

/** The words of a message as they are sent, the same at every attempt; null: what it was about is no more. */
export async function webhookBody(q: Queryable, message: Message): Promise<string | null> {
  const { agencyId, about, kind, occurredAt } = message;
  const found = await agencyById(q, agencyId);
  if (!found) return null;
  const agency = { id: found.id, name: found.name };
  const said = (data: unknown) => JSON.stringify({ type: kind, timestamp: occurredAt.toISOString(), data });
  if ("itemId" in about) {
    const { itemId } = about;
    const content = (await contentToDeliver(q, { agencyId }, [itemId])).get(itemId);
    return said(contentData(agency, about, content));
  }
  if ("deliveryId" in about) {
    const data = await deliveryData(q, agency, about);
    return data && said(data);
  }
  return said({ agency, message: "Gần Dân báo thử: gọi được và chữ ký khớp là nhận tin được." });
}
