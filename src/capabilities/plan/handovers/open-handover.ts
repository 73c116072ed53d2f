import { and, eq, isNull } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { planHandoverReceipt } from "../tables.ts";
import { receivedHandover } from "./handover-queries.ts";

/** Opens a plan that another agency handed over; the first who does is seen by the giver. */
export async function openHandover(work: Work, { id }: { id: string }) {
  const { tx, actor, at } = work;
  const found = await receivedHandover(tx, actor, id);
  const [first] = await tx
    .update(planHandoverReceipt)
    .set({ openedAt: at, openedBy: actor.personId })
    .where(
      and(
        eq(planHandoverReceipt.handoverId, id),
        eq(planHandoverReceipt.receiverId, actor.agencyId),
        isNull(planHandoverReceipt.openedAt),
      ),
    )
    .returning({ openedAt: planHandoverReceipt.openedAt });
  if (!first) return found;
  await work.record({ act: "open-handover", objectKind: "plan-handover", objectId: id });
  return { ...found, openedAt: first.openedAt };
}
