import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { lifeEvent } from "../tables.ts";
import { redrawEvents } from "./redraw-events.ts";

/** Takes an event out of the finder; its address says that it is gone. @throws NotFound, Conflict */
export async function removeLifeEvent(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "events", { agencyId });
  const [event] = await tx
    .select()
    .from(lifeEvent)
    .where(and(eq(lifeEvent.agencyId, agencyId), eq(lifeEvent.id, id)))
    .for("update");
  if (!event) throw new NotFound("Không có sự kiện này.");
  if (event.removedAt) throw new Conflict("Sự kiện này đã được bỏ.");
  await tx.update(lifeEvent).set({ removedAt: at, updatedAt: at }).where(eq(lifeEvent.id, id));
  await work.record({
    act: "remove-life-event",
    objectKind: "life-event",
    objectId: id,
    before: { name: event.name },
  });
  await redrawEvents(tx);
}
