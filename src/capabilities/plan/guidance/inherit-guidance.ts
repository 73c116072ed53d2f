import { and, eq, isNull } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { guidance, guidanceReceipt } from "../tables.ts";

/** What a unit that is no more had not acknowledged of guidance that holds waits for its heir, once. */
export async function inheritGuidance(
  { tx, actor }: Work,
  { unitId, heirId }: { unitId: string; heirId: string },
): Promise<void> {
  const waiting = await tx
    .select({ id: guidanceReceipt.id, guidanceId: guidance.id, edition: guidance.edition })
    .from(guidanceReceipt)
    .innerJoin(
      guidance,
      and(eq(guidance.id, guidanceReceipt.guidanceId), eq(guidance.edition, guidanceReceipt.edition)),
    )
    .where(
      and(
        eq(guidanceReceipt.agencyId, actor.agencyId),
        eq(guidanceReceipt.unitId, unitId),
        isNull(guidanceReceipt.acknowledgedAt),
        isNull(guidance.withdrawnAt),
      ),
    );
  for (const { id, guidanceId, edition } of waiting) {
    const own = await tx.$count(
      guidanceReceipt,
      and(
        eq(guidanceReceipt.guidanceId, guidanceId),
        eq(guidanceReceipt.edition, edition),
        eq(guidanceReceipt.unitId, heirId),
      ),
    );
    const row = eq(guidanceReceipt.id, id);
    if (own > 0) await tx.delete(guidanceReceipt).where(row);
    else await tx.update(guidanceReceipt).set({ unitId: heirId }).where(row);
  }
}
