import { and, asc, eq, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Work } from "#platform/work/work.ts";
import { contentItem, deliverable, story } from "../tables.ts";
import { deliverablePolicy } from "./policy.ts";
import { keepItem } from "./start-deliverable.ts";

/**
 * Says that a text made out of another one is what that one's story has planned of this kind and nobody has begun,
 * the soonest due; nothing is joined where the story plans none, or plans it for a unit that the caller may not act for.
 */
export async function joinPlanned(
  work: Work,
  { fromItemId, itemId, kind }: { fromItemId: string; itemId: string; kind: string },
): Promise<void> {
  const { tx, actor } = work;
  const own = alias(deliverable, "own");
  const rows = await tx
    .select({ row: deliverable })
    .from(own)
    .innerJoin(story, and(eq(story.id, own.storyId), isNull(story.droppedAt)))
    .innerJoin(deliverable, eq(deliverable.storyId, own.storyId))
    .leftJoin(contentItem, eq(contentItem.id, deliverable.itemId))
    .where(
      and(
        eq(own.agencyId, actor.agencyId),
        eq(own.itemId, fromItemId),
        eq(deliverable.kind, kind),
        or(isNull(contentItem.id), eq(contentItem.state, "discarded")),
      ),
    )
    .orderBy(asc(deliverable.dueAt), asc(deliverable.id))
    .for("update", { of: deliverable });
  const planned = rows.find(
    ({ row }) => deliverablePolicy.hindrance(actor, "link", { ...row, itemState: null }) === null,
  );
  if (planned) await keepItem(work, { id: planned.row.id, itemId, act: "link-deliverable" });
}
