import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { sourcePolicy } from "../sources/policy.ts";
import { listeningItem, listeningTone } from "../tables.ts";
import type { Tone } from "./tone.ts";

/** One of the agency's. @throws NotFound */
export async function itemOf(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(listeningItem)
    .where(and(eq(listeningItem.agencyId, agencyId), eq(listeningItem.id, id)));
  if (!found) throw new NotFound("Không có tin này.");
  return found;
}

/** Says how an item speaks of the agency; said otherwise later, the later holds. */
export async function markTone(work: Work, { id, tone }: { id: string; tone: Tone }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  sourcePolicy.permit(actor, "sort", { agencyId });
  await itemOf(tx, agencyId, id);
  const [before] = await tx.select().from(listeningTone).where(eq(listeningTone.itemId, id)).for("update");
  if (before?.tone === tone) return;
  const said = { tone, markedBy: personId, markedAt: at };
  await tx
    .insert(listeningTone)
    .values({ itemId: id, agencyId, ...said })
    .onConflictDoUpdate({ target: listeningTone.itemId, set: said });
  await work.record({
    ...{ act: "mark-listening-tone", objectKind: "listening-item", objectId: id },
    ...(before && { before: { tone: before.tone } }),
    after: { tone },
  });
}
