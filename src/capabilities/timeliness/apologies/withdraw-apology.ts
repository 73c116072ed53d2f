import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { apology } from "../tables.ts";
import { subjectOf } from "./apology.ts";
import { heldApology } from "./apology-queries.ts";

/** Takes back an apology that has not gone out; it stays with its reason. */
export async function withdrawApology(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await heldApology(tx, actor.agencyId, id);
  apologyPolicy.permit(actor, "withdraw", subjectOf(found));
  await tx.update(apology).set({ state: "withdrawn", withdrawnReason: reason }).where(eq(apology.id, id));
  await work.record({
    ...{ act: "withdraw-apology", objectKind: "apology", objectId: id },
    ...{ before: { state: found.state }, after: { state: "withdrawn", reason } },
  });
}
