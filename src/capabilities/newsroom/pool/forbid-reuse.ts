import { eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { contentItem } from "../tables.ts";
import { poolPolicy } from "./policy.ts";

/** Says whether other agencies may take an item over; what they took before stays theirs, with its credit. */
export async function forbidReuse(
  work: Work,
  { id, forbidden }: { id: string; forbidden: boolean },
): Promise<void> {
  const { tx, actor } = work;
  const item = await itemOf(tx, actor, id, { lock: true });
  if (contentPolicy.hindrance(actor, "read", item) !== null) throw new NotFound("Không có bài này.");
  poolPolicy.permit(actor, "forbid", { agencyId: item.agencyId });
  if (item.reuseForbidden === forbidden) return;
  await tx.update(contentItem).set({ reuseForbidden: forbidden }).where(eq(contentItem.id, id));
  await work.record({
    act: "forbid-reuse",
    objectKind: "content",
    objectId: id,
    before: { reuseForbidden: item.reuseForbidden },
    after: { reuseForbidden: forbidden },
  });
}
