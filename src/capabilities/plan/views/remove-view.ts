import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { savedView } from "../tables.ts";
import { viewPolicy } from "./policy.ts";

/** Takes a kept way of looking away; the address that it led to stays good. */
export async function removeView(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const [found] = await tx
    .select()
    .from(savedView)
    .where(and(eq(savedView.agencyId, actor.agencyId), eq(savedView.id, id)))
    .for("update");
  if (!found || (found.personId !== actor.personId && !found.shared))
    throw new NotFound("Cách xem này không còn.");
  viewPolicy.permit(actor, "remove", found);
  await tx.delete(savedView).where(eq(savedView.id, id));
  const { screen, name, query, shared } = found;
  await work.record({
    act: "remove-view",
    objectKind: "saved-view",
    objectId: id,
    before: { screen, name, query, shared },
  });
}
