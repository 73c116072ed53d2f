import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { taskExtension } from "../tables.ts";
import { extensionForUpdate } from "./extension-queries.ts";
import { extensionPolicy } from "./policy.ts";

/** Who asked for more time takes the request back before it is decided. Gives the task's id. */
export async function withdrawExtension(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor, at } = work;
  const asked = await extensionForUpdate(tx, actor.agencyId, id);
  extensionPolicy.permit(actor, "withdraw", { agencyId: actor.agencyId, askedBy: asked.askedBy });
  const why = extensionPolicy.hindrance(actor, "withdraw", asked);
  if (why !== null) throw new Conflict(why);
  await tx.update(taskExtension).set({ state: "withdrawn", decidedAt: at }).where(eq(taskExtension.id, id));
  await work.record({
    act: "withdraw-extension",
    objectKind: "task-extension",
    objectId: id,
    before: { taskId: asked.taskId, oldDay: asked.oldDay, newDay: asked.newDay },
  });
  return asked.taskId;
}
