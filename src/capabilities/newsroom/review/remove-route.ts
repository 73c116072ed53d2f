import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { reviewRoute } from "../tables.ts";
import { reviewRoutePolicy } from "./policy.ts";

/** From now on the next wider route holds; what was submitted before keeps its steps. @throws NotFound */
export async function removeReviewRoute(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  reviewRoutePolicy.permit(actor, "remove", { agencyId: actor.agencyId });
  const [removed] = await tx
    .delete(reviewRoute)
    .where(and(eq(reviewRoute.agencyId, actor.agencyId), eq(reviewRoute.id, id)))
    .returning();
  if (!removed) throw new NotFound("Không có quy trình này trong cơ quan.");
  await work.record({
    act: "remove-review-route",
    objectKind: "review-route",
    objectId: id,
    before: { name: removed.name, kind: removed.kind, unitId: removed.unitId },
  });
}
