import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { listeningSource } from "../tables.ts";
import { sourcePolicy } from "./policy.ts";
import { sourceOf } from "./source-queries.ts";

/** The feed is asked no more; what it brought stays. */
export async function stopSource(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  sourcePolicy.permit(actor, "stop", await sourceOf(tx, actor.agencyId, id));
  await tx.update(listeningSource).set({ offReason: reason, offAt: at }).where(eq(listeningSource.id, id));
  await work.record({ act: "stop-listening-source", objectKind: "listening-source", objectId: id, reason });
}

/** The feed is asked again, within the minute. */
export async function startSource(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  sourcePolicy.permit(actor, "start", await sourceOf(tx, actor.agencyId, id));
  await tx
    .update(listeningSource)
    .set({
      ...{ offReason: null, offAt: null, nextAt: at },
      ...{ failures: 0, failingSince: null, failureWords: null },
    })
    .where(eq(listeningSource.id, id));
  await work.record({ act: "start-listening-source", objectKind: "listening-source", objectId: id });
}
