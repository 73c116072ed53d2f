import { and, eq } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { accountCall } from "../accounts/account-call.ts";
import { accountOf, accountsByIds } from "../accounts/account-queries.ts";
import type { ConnectorCall } from "../connectors/connector.ts";
import { attachmentsOf } from "../press-room/attachments.ts";
import { recipientsOf } from "../press-room/recipients.ts";
import { delivery, deliveryCall } from "../tables.ts";
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

/** The same of many: each text and each account is read once. */
export async function wholesOf(database: Database, rows: Delivery[]): Promise<WholeDelivery[]> {
  const wholes: WholeDelivery[] = [];
  for (const [agencyId, own] of Map.groupBy(rows, (row) => row.agencyId)) {
    const contents = await contentToDeliver(
      database,
      { agencyId },
      own.map(({ itemId }) => itemId),
    );
    const accounts = await accountsByIds(
      database,
      agencyId,
      own.map(({ accountId }) => accountId),
    );
    for (const row of own) {
      const [content, account] = [contents.get(row.itemId), accounts.get(row.accountId)];
      if (content && account) wholes.push({ delivery: row, content, account });
    }
  }
  return wholes;
}

/** What a connector works with; what it keeps is committed before it goes on, and only while the delivery is its own. */
export function callOf(
  database: Database,
  { delivery: row, content, account }: WholeDelivery,
  clock: () => Date,
  announce: ((row: Delivery) => Promise<boolean>) | null = null,
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
    post: postOf(content, account.network, row, database),
    choices: row.choices,
    handles,
    keep: async (more) => {
      Object.assign(handles, more);
      await write({ handles: { ...handles } });
    },
    risky: async () => {
      if (announce === null) return write({ riskyAt: new Date() });
      if (!(await announce(row))) throw new Superseded();
    },
    riskyAt: row.riskyAt,
    once: async (step) => {
      const [first] = await database
        .insert(deliveryCall)
        .values({ deliveryId: row.id, agencyId: row.agencyId, step, at: clock() })
        .onConflictDoNothing()
        .returning({ step: deliveryCall.step });
      return first !== undefined;
    },
    recipients: () => recipientsOf(database, row.id),
    attachments: () => attachmentsOf(database, row),
  };
}
