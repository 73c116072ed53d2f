import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { ConnectorCall, Followed } from "../connectors/connector.ts";
import { connectorOf } from "../connectors/index.ts";
import { networkLabel } from "../networks/index.ts";
import { placement } from "../tables.ts";
import type { WholeDelivery } from "./delivery-queries.ts";

/**
 * What a person said stands at an address is looked for there by what it carries: found, it is corrected and taken down
 * as any other. Null: nothing is to be looked for.
 */
export async function identifyPlaced(
  q: Queryable,
  { delivery: row, account }: WholeDelivery,
  call: () => ConnectorCall,
): Promise<Followed | null> {
  const identify = connectorOf(account.network)?.identify;
  if (!identify || account.way !== "connected" || row.riskyAt === null) return null;
  const [place] = await q
    .select()
    .from(placement)
    .where(
      and(
        eq(placement.deliveryId, row.id),
        isNotNull(placement.recordedBy),
        isNotNull(placement.url),
        isNull(placement.remoteId),
        isNull(placement.takenDownAt),
      ),
    );
  if (!place) return null;
  const remoteId = await identify(call(), place.url!);
  const label = networkLabel(account.network);
  if (remoteId === null)
    return {
      words: `Bài ở địa chỉ đã dán không mang dấu của lượt đăng này trên ${label}; sửa, gỡ thì làm bằng tay.`,
      followIn: null,
    };
  return { remoteId, words: `${label} xác nhận bài ở địa chỉ đã dán là bài đã gửi`, followIn: null };
}
