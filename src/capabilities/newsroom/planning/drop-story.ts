import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { deliverable, story } from "../tables.ts";
import { storyPolicy } from "./policy.ts";
import { storyOf } from "./story-queries.ts";

/** Gives a story up, with the reason; texts that were begun stay as they are. Who was to make something is told. */
export async function dropStory(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do bỏ đề tài.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  const found = storyPolicy.permit(actor, "drop", await storyOf(tx, actor.agencyId, id, { lock: true }));
  await tx
    .update(story)
    .set({ droppedAt: at, droppedBy: actor.personId, dropReason: reason, updatedAt: at })
    .where(eq(story.id, id));
  await work.record({ act: "drop-story", objectKind: "story", objectId: id, reason });
  const makers = await tx
    .select({ personId: deliverable.personId })
    .from(deliverable)
    .where(eq(deliverable.storyId, id));
  const told = [found.leadPersonId, ...makers.map(({ personId }) => personId)];
  await notify(work, {
    personIds: told.filter((personId) => personId !== null && personId !== actor.personId) as string[],
    cause: `story-dropped:${id}:${at.toISOString()}`,
    kind: "deliverable",
    title: `Bỏ đề tài: ${beginning(found.title, 160)}`,
    href: `/workspace/de-tai/${id}`,
  });
}

/** Takes a story up again that was given up. */
export async function resumeStory(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = storyPolicy.permit(actor, "resume", await storyOf(tx, actor.agencyId, id, { lock: true }));
  await tx
    .update(story)
    .set({ droppedAt: null, droppedBy: null, dropReason: null, updatedAt: at })
    .where(eq(story.id, id));
  await work.record({
    act: "resume-story",
    objectKind: "story",
    objectId: id,
    before: { dropReason: found.dropReason },
  });
}
