import { and, eq, isNull } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planPagesChanged } from "./plan-changed.ts";
import { planPolicy } from "./policy.ts";
import { evidence } from "./tables.ts";

/** A proof that no longer holds stays in the record with the reason and counts no more. Gives how many it concerned. */
export async function withdrawEvidence(
  work: Work,
  { source, sourceId, id, reason }: { source: string; sourceId: string; id?: string; reason: string },
): Promise<number> {
  const { tx, actor, at } = work;
  const withdrawn = await tx
    .update(evidence)
    .set({ withdrawnAt: at, withdrawnReason: reason })
    .where(
      and(
        eq(evidence.agencyId, actor.agencyId),
        eq(evidence.source, source),
        eq(evidence.sourceId, sourceId),
        id === undefined ? undefined : eq(evidence.id, id),
        isNull(evidence.withdrawnAt),
      ),
    )
    .returning({ id: evidence.id });
  for (const { id: objectId } of withdrawn) {
    await work.record({ act: "withdraw-evidence", objectKind: "evidence", objectId, reason });
  }
  await planPagesChanged(work);
  return withdrawn.length;
}

/** A person withdraws one proof by its id. */
export async function withdrawOneEvidence(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<number> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "withdrawEvidence", { agencyId: actor.agencyId });
  const [found] = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.agencyId, actor.agencyId), eq(evidence.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có minh chứng này trong cơ quan.");
  if (found.withdrawnAt) throw new Conflict("Minh chứng này đã được thu hồi.");
  return withdrawEvidence(work, { source: found.source, sourceId: found.sourceId, id, reason });
}
