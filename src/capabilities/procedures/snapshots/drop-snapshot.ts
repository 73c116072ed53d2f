import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { procedureSnapshot } from "../tables.ts";
import { shownBySnapshot, snapshotOf } from "./snapshot-queries.ts";

/** Takes a snapshot off the list that was taken by mistake; one that shows postings stays. @throws Conflict, NotFound */
export async function dropSnapshot(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const { fileName, asOf } = await snapshotOf(tx, agencyId, id);
  const shown = await shownBySnapshot(tx, id);
  if (shown.size > 0)
    throw new Conflict(
      `Bản chụp này đang là minh chứng của ${shown.size} thủ tục nên được giữ. Hãy bỏ các minh chứng ấy trước.`,
    );
  await tx
    .update(procedureSnapshot)
    .set({ droppedAt: at, droppedBy: personId })
    .where(eq(procedureSnapshot.id, id));
  await work.record({
    act: "drop-procedure-snapshot",
    objectKind: "procedure-snapshot",
    objectId: id,
    before: { fileName, asOf: formatDate(asOf) },
    reason,
  });
}
