import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { connectionWarning } from "../tables.ts";
import { accountPolicy } from "./policy.ts";

/** Until the agency writes down its own. */
const USUAL = [14, 7, 1];

/** So many days before the way in to an account ends it is told, the most first. */
export async function warnedDaysOf(q: Queryable, agencyId: string): Promise<number[]> {
  const [own] = await q.select().from(connectionWarning).where(eq(connectionWarning.agencyId, agencyId));
  return own?.warnedDays ?? USUAL;
}

/** Says when that is told, from now on. */
export async function setWarnedDays(work: Work, given: { warnedDays: number[] }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: setBy } = actor;
  accountPolicy.permit(actor, "setWarning", { agencyId });
  const before = await warnedDaysOf(tx, agencyId);
  const warnedDays = [...new Set(given.warnedDays)].toSorted((one, other) => other - one);
  const values = { warnedDays, setBy, setAt: at };
  await tx
    .insert(connectionWarning)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: connectionWarning.agencyId, set: values });
  await work.record({
    act: "set-connection-warning",
    objectKind: "channel-account",
    objectId: agencyId,
    before: { warnedDays: before.join(", ") },
    after: { warnedDays: warnedDays.join(", ") },
  });
}
