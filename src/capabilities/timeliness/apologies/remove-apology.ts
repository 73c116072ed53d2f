import { and, eq, isNull, lt } from "drizzle-orm";
import { withdrawEvidence } from "#plan";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { timelinessPagesChanged } from "../publishing/pages-changed.ts";
import { apology } from "../tables.ts";
import { subjectOf } from "./apology.ts";
import { heldApology } from "./apology-queries.ts";
import { APOLOGY_SOURCE } from "./publish-apology.ts";

const TIME_OVER = "Hết thời hạn công khai";

async function remove(
  current: Work,
  id: string,
  { reason, removedBy }: { reason: string; removedBy: string | null },
): Promise<void> {
  await current.tx
    .update(apology)
    .set({ removedAt: current.at, removedBy, removalReason: reason })
    .where(eq(apology.id, id));
  await current.record({
    ...{ act: "remove-apology", objectKind: "apology", objectId: id, reason },
    after: { removalReason: reason },
  });
  await timelinessPagesChanged(current.tx);
}

/** Takes an apology off the portal before its time, with the reason; it proves nothing any more. */
export async function removeApology(
  current: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = current;
  const found = await heldApology(tx, actor.agencyId, id);
  apologyPolicy.permit(actor, "remove", subjectOf(found));
  await remove(current, id, { reason, removedBy: actor.personId });
  await withdrawEvidence(current, {
    ...{ source: APOLOGY_SOURCE, sourceId: id, reason: `Đã gỡ khỏi cổng: ${reason}` },
  });
}

/** Takes off the portal what stood there as long as the agency said; that it stood there stays proven. */
export async function removeDueApologies(database: Database, now = new Date()): Promise<number> {
  const due = await database
    .select({ id: apology.id, agencyId: apology.agencyId })
    .from(apology)
    .where(and(isNull(apology.removedAt), lt(apology.publicUntil, toVietnamDate(now).toString())));
  for (const { id, agencyId } of due)
    await work(
      database,
      systemActor(agencyId, "Thời hạn công khai"),
      async (current) => {
        const { removedAt } = await heldApology(current.tx, agencyId, id);
        if (removedAt === null) await remove(current, id, { reason: TIME_OVER, removedBy: null });
      },
      { at: now },
    );
  return due.length;
}
