import { and, eq } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { accountCall } from "../accounts/account-call.ts";
import { accountOf } from "../accounts/account-queries.ts";
import type { ConnectorCall } from "../connectors/connector.ts";
import { delivery } from "../tables.ts";
import type { Delivery, WholeDelivery } from "./delivery-queries.ts";
import { postOf } from "./post-of-delivery.ts";

/** Somebody else has taken the delivery over: whoever called stops where it is. */
export class Superseded extends Error {
  override name = "Superseded";
}

/** A delivery with its text as it is to go out; null: the text is no more. */
export async function wholeOf(database: Database, row: Delivery): Promise<WholeDelivery | null> {
  const { agencyId, itemId, accountId } = row;
  const content = (await contentToDeliver(database, { agencyId }, [itemId])).get(itemId);
  if (!content) return null;
  return { delivery: row, content, account: await accountOf(database, agencyId, accountId) };
}

/** What a connector works with; what it keeps is committed before it goes on, and only while the delivery is its own. */
export function callOf(
  database: Database,
  { delivery: row, content, account }: WholeDelivery,
  clock: () => Date,
): ConnectorCall {
  const handles = { ...row.handles };
  const write = async (set: Partial<typeof delivery.$inferInsert>): Promise<void> => {
    const [written] = await database
      .update(delivery)
      .set(set)
      .where(
        and(
          eq(delivery.id, row.id),
          eq(delivery.state, row.state),
          ...(row.takenBy ? [eq(delivery.takenBy, row.takenBy)] : []),
        ),
      )
      .returning({ id: delivery.id });
    if (!written) throw new Superseded();
  };
  return {
    account: { id: account.id, name: account.name, handle: account.handle, url: account.url },
    ...accountCall(database, account.id, clock),
    post: postOf(content, account.network, row),
    handles,
    keep: async (more) => {
      Object.assign(handles, more);
      await write({ handles: { ...handles } });
    },
    risky: () => write({ riskyAt: new Date() }),
    riskyAt: row.riskyAt,
  };
}
