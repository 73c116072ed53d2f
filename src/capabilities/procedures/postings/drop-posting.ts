import { and, eq, isNull } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { withdrawUnprovenDecisions } from "../decisions/prove-by-decision.ts";
import { procedurePolicy } from "../policy.ts";
import { procedureById } from "../procedure-queries.ts";
import { postingProof } from "../tables.ts";

/** Takes back a proof that was written down by mistake; it stays in the record with why. @throws NotFound */
export async function dropPosting(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const [dropped] = await tx
    .update(postingProof)
    .set({ droppedAt: at, droppedBy: personId, droppedWhy: reason })
    .where(and(eq(postingProof.agencyId, agencyId), eq(postingProof.id, id), isNull(postingProof.droppedAt)))
    .returning();
  if (!dropped) throw new NotFound("Không có minh chứng này, hoặc đã được bỏ trước đó.");
  await work.record({
    act: "drop-posting",
    objectKind: "procedure",
    objectId: dropped.procedureId,
    before: {
      version: dropped.version,
      seenOn: dropped.seenOn,
      url: dropped.url,
      fileName: dropped.fileName,
    },
    reason,
  });
  const one = await procedureById(tx, agencyId, dropped.procedureId);
  if (one) await withdrawUnprovenDecisions(work, one.procedure.code, `Minh chứng công khai bị bỏ: ${reason}`);
}
