import { and, eq, lt, sql } from "drizzle-orm";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { notify } from "./notify.ts";
import { peopleWithRole } from "./organization-queries.ts";
import { person } from "./tables.ts";

/**
 * Shuts the accounts of those whose last day is over: sessions end, and the administrators are told whose work is to
 * be handed over. Each person in a transaction of their own. Gives how many.
 */
export async function endLeavers(database: Database, now = new Date()): Promise<number> {
  const gone = and(eq(person.active, true), lt(person.leavesOn, toVietnamDate(now).toString()));
  const leavers = await database
    .select({ id: person.id, agencyId: person.agencyId })
    .from(person)
    .where(gone);
  let ended = 0;
  for (const { id, agencyId } of leavers) {
    await work(
      database,
      systemActor(agencyId),
      async (current) => {
        const { tx, record } = current;
        const [left] = await tx
          .update(person)
          .set({ active: false })
          .where(and(eq(person.id, id), gone))
          .returning();
        if (!left) return;
        await tx.execute(
          sql`delete from auth_session where user_id = (select user_id from person where id = ${id})`,
        );
        await record({
          act: "deactivate-person",
          objectKind: "person",
          objectId: id,
          before: { active: true },
          after: { active: false },
          reason: `Ngày làm việc cuối là ${formatDate(left.leavesOn!)}`,
        });
        await notify(current, {
          personIds: (await peopleWithRole(tx, agencyId, "administrator")).map((one) => one.id),
          cause: `person:${id}:left:${left.leavesOn}`,
          kind: "people",
          title: `${left.name} đã rời cơ quan, tài khoản đã khóa; hãy xem việc cần bàn giao`,
          href: "/workspace/nguoi-dung",
        });
        ended += 1;
      },
      { at: now },
    );
  }
  return ended;
}
