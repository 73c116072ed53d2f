import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { topicClaim } from "../tables.ts";
import { poolPolicy } from "./policy.ts";

/** The topic is told to the other agencies no more. */
export async function endTopicClaim(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const [found] = await tx
    .select()
    .from(topicClaim)
    .where(and(eq(topicClaim.agencyId, actor.agencyId), eq(topicClaim.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có chủ đề này trong cơ quan.");
  poolPolicy.permit(actor, "endClaim", found);
  await tx.update(topicClaim).set({ endedAt: at, endedBy: actor.personId }).where(eq(topicClaim.id, id));
  await work.record({
    act: "end-topic-claim",
    objectKind: "topic-claim",
    objectId: id,
    before: { title: found.title },
  });
}
