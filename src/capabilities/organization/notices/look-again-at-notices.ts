import { and, eq, inArray } from "drizzle-orm";
import { whySettledOf } from "#platform/work/notice-matters.ts";
import type { Work } from "#platform/work/work.ts";
import { noticesOf } from "../people-queries.ts";
import { notice, noticeSending } from "../tables.ts";

/**
 * Looks up again what one's newest notices are about, all together, and marks those that need nobody any more: they
 * leave the application no more either. Gives the list as it is then.
 */
export async function lookAgainAtNotices({ tx, actor, at }: Work) {
  const list = await noticesOf(tx, actor.personId);
  const standing = list.notices.filter(({ settledAt }) => settledAt === null);
  const whys = await whySettledOf(
    tx,
    standing.map(({ cause }) => cause),
    actor,
  );
  const settled = standing.flatMap(({ id }, index) => (whys[index] ? [{ id, why: whys[index] }] : []));
  if (settled.length === 0) return list;
  // First what waits to be sent, as those who send hold it first, too.
  await tx
    .update(noticeSending)
    .set({ state: "dropped" })
    .where(
      and(
        eq(noticeSending.state, "waiting"),
        inArray(
          noticeSending.noticeId,
          settled.map(({ id }) => id),
        ),
      ),
    );
  for (const [why, rows] of Map.groupBy(settled, (one) => one.why)) {
    const ids = rows.map(({ id }) => id);
    await tx.update(notice).set({ settledAt: at, settledWhy: why }).where(inArray(notice.id, ids));
  }
  return noticesOf(tx, actor.personId);
}
