import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { DELIVER_QUEUE } from "../deliveries/delivery-queues.ts";
import { noteEvent } from "../deliveries/move-delivery.ts";
import { delivery } from "../tables.ts";
import { nextPermitted } from "./hold-to-rules.ts";
import { forbidsAnything } from "./posting-rule.ts";
import { ruleFor, rulesOf } from "./rule-queries.ts";

/**
 * What waited while an account was stopped goes out in the order in which it was due, and no nearer to each other than
 * the agency wants its posts; what somebody let out at a forbidden hour with a reason goes at once.
 */
export async function spaceWaiting(work: Work, accounts: ChannelAccount[]): Promise<void> {
  const { tx, actor, at } = work;
  const rules = await rulesOf(tx, actor.agencyId);
  for (const account of accounts.filter((one) => forbidsAnything(ruleFor(rules, one)))) {
    const waiting = await tx
      .select()
      .from(delivery)
      .where(
        and(
          eq(delivery.accountId, account.id),
          inArray(delivery.state, ["pending", "failed"]),
          lte(delivery.dueAt, at),
        ),
      )
      .orderBy(asc(delivery.dueAt), asc(delivery.id))
      .for("update");
    let from = at;
    for (const [index, row] of waiting.entries()) {
      if (row.timeReason !== null) continue;
      // Those that still wait are in nobody's way: their hours are over and follow after this one.
      const besides = waiting.slice(index + 1).map(({ id }) => id);
      const post = { account, itemId: row.itemId, deliveryId: row.id, besides };
      const { at: dueAt, why } = await nextPermitted(work, post, from);
      if (dueAt <= at) continue;
      from = dueAt;
      await tx.update(delivery).set({ dueAt }).where(eq(delivery.id, row.id));
      await noteEvent(work, row, `Mở lại sau khi tạm dừng. ${why ?? "Giữ thứ tự các bài đã chờ"}`);
      await later(work, DELIVER_QUEUE, dueAt);
    }
  }
}
