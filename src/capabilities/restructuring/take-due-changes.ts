import { dueUnitChanges, notify, peopleWithRole, unitChangeOf } from "#organization";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { letChangeTakeEffect } from "./let-change-take-effect.ts";

/**
 * Lets changes of units take effect whose day has come, each in a transaction of its own. One that cannot, as its new
 * name was given to another unit meanwhile, is told to the administrators once and tried again. Gives how many did.
 */
export async function takeDueChanges(database: Database, now = new Date()): Promise<number> {
  let taken = 0;
  for (const { id, agencyId } of await dueUnitChanges(database, toVietnamDate(now).toString())) {
    try {
      const took = await work(
        database,
        systemActor(agencyId),
        (current) => letChangeTakeEffect(current, id),
        {
          at: now,
        },
      );
      if (took) taken += 1;
    } catch (error) {
      await tellOfFailure(database, agencyId, id, error);
    }
  }
  return taken;
}

async function tellOfFailure(
  database: Database,
  agencyId: string,
  id: string,
  error: unknown,
): Promise<void> {
  const { inWords } = await unitChangeOf(database, agencyId, id);
  const why = error instanceof Error ? error.message : String(error);
  await work(database, systemActor(agencyId), async (current) => {
    const administrators = await peopleWithRole(current.tx, agencyId, "administrator");
    await notify(current, {
      personIds: administrators.map((person) => person.id),
      cause: `unit-change:${id}:failed`,
      kind: "failure",
      title: `Đã đến ngày nhưng chưa thực hiện được: ${inWords}. ${why}`,
      href: "/workspace/co-quan",
    });
  });
}
