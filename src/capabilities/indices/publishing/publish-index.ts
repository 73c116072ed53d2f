import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { indexOf } from "../index-queries.ts";
import { indexPolicy } from "../policy.ts";
import { indexKind } from "../tables.ts";
import { indexPagesChanged } from "./pages-changed.ts";

/** Puts an index with its certain results on the portal, or takes it off again; results come to it as they are kept. */
export async function publishIndex(
  work: Work,
  { id, isPublic }: { id: string; isPublic: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  indexPolicy.permit(actor, "publish", { agencyId });
  await indexOf(tx, agencyId, id);
  const [before] = await tx
    .select({ publicSince: indexKind.publicSince })
    .from(indexKind)
    .where(and(eq(indexKind.agencyId, agencyId), eq(indexKind.id, id)))
    .for("update");
  if ((before!.publicSince !== null) === isPublic)
    throw new Conflict(isPublic ? "Chỉ số này đã ở trên cổng." : "Chỉ số này không ở trên cổng.");
  await tx
    .update(indexKind)
    .set({ publicSince: isPublic ? at : null, publicBy: isPublic ? actor.personId : null })
    .where(eq(indexKind.id, id));
  await work.record({
    ...{ act: isPublic ? "publish-index" : "take-index-off", objectKind: "index", objectId: id },
    after: { isPublic },
  });
  await indexPagesChanged(tx);
}
