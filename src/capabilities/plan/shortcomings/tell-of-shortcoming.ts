import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { shortcoming } from "../tables.ts";
import { shortcomingPolicy } from "./policy.ts";
import { shortcomingForUpdate } from "./shortcoming-queries.ts";

/** Keeps which published item or document tells of a shortcoming. */
export async function tellOfShortcoming(
  work: Work,
  { id, label, url }: { id: string; label: string; url: string },
): Promise<void> {
  const { tx, actor } = work;
  const { found } = await shortcomingForUpdate(tx, actor.agencyId, id);
  shortcomingPolicy.permit(actor, "tell", { agencyId: actor.agencyId });
  await tx.update(shortcoming).set({ toldLabel: label, toldUrl: url }).where(eq(shortcoming.id, id));
  await work.record({
    act: "tell-of-shortcoming",
    objectKind: "shortcoming",
    objectId: id,
    before: { toldLabel: found.toldLabel, toldUrl: found.toldUrl },
    after: { toldLabel: label, toldUrl: url },
  });
}
