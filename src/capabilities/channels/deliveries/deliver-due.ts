import type { Database } from "#platform/database/database.ts";
import { holdLock } from "#platform/database/hold-lock.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { wholesOf } from "./call-of-delivery.ts";
import { announceVisible, type CarriedOut, carryOutDelivery } from "./carry-out-delivery.ts";
import type { Delivery, WholeDelivery } from "./delivery-queries.ts";
import { gather } from "./gather.ts";
import { recoverDeliveries, signOfLife } from "./recover-deliveries.ts";
import { settleCarriedOut } from "./settle-carried-out.ts";
import { takeDeliveries } from "./take-delivery.ts";

/** How the calls of one moment ended is written down together; who ends so much later than another is not waited for. */
const TOGETHER_MS = 30;

/** Accounts that are worked on at the same time by one worker. */
const HANDS = 50;

/**
 * Carries out what is due, several accounts side by side, each delivery once. What many of them write at the same moment
 * is written together. A sign of life is held meanwhile, so that others know what to take over when this process is
 * killed. Gives how many were carried out; the first failure that is no outcome is thrown at the end.
 */
export async function deliverDue(database: Database, clock = () => new Date()): Promise<number> {
  const workerId = uuidv7();
  let carried = 0;
  const faults: unknown[] = [];
  const underWay = new Set<Promise<void>>();
  const announce = gather((rows: Delivery[]) => announceVisible(database, rows));
  const settle = gather(
    async (ended: CarriedOut[]) => {
      await settleCarriedOut(database, ended, clock());
      return ended;
    },
    { milliseconds: TOGETHER_MS, isAll: (ended) => ended >= underWay.size },
  );
  const carryOut = async (whole: WholeDelivery): Promise<void> => {
    try {
      const ended = await carryOutDelivery(database, whole, clock, announce);
      if (!ended) return;
      await settle(ended);
      carried += 1;
      if (ended.mistake !== null) faults.push(ended.mistake);
    } catch (error) {
      faults.push(error);
    }
  };
  await recoverDeliveries(database, clock());
  await database.transaction(async (alive) => {
    await holdLock(alive, signOfLife(workerId));
    for (;;) {
      // Who was busy when the next were looked for may have made room meanwhile: then it is looked again.
      const wasBusy = underWay.size > 0;
      const free = faults.length > 0 ? 0 : HANDS - underWay.size;
      const taken = free > 0 ? await takeDeliveries(database, workerId, free, clock()) : [];
      for (const whole of await wholesOf(database, taken)) {
        const one = carryOut(whole).finally(() => underWay.delete(one));
        underWay.add(one);
      }
      if (taken.length === 0 && !wasBusy) break;
      if (underWay.size > 0) await Promise.race(underWay);
      // Those that were written down together are free together.
      await new Promise((next) => setImmediate(next));
    }
  });
  for (const fault of faults) throw fault;
  return carried;
}
