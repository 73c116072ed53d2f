import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { apology } from "../tables.ts";
import { subjectOf } from "./apology.ts";
import { heldApology } from "./apology-queries.ts";

/** A second person stands for what the first has written. */
export async function approveApology(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldApology(tx, actor.agencyId, id);
  apologyPolicy.permit(actor, "approve", subjectOf(found));
  await tx
    .update(apology)
    .set({ state: "approved", approvedBy: actor.personId, approvedAt: at })
    .where(eq(apology.id, id));
  await work.record({
    ...{ act: "approve-apology", objectKind: "apology", objectId: id },
    ...{ before: { state: "draft" }, after: { state: "approved" } },
  });
}
