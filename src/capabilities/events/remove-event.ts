import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { heldEvent, materialsOf, subjectOf } from "./event-queries.ts";
import { eventPolicy } from "./policy.ts";
import { event } from "./tables.ts";

/** Takes away a draft that nobody outside has seen. Gives the keys of its files. @throws Forbidden */
export async function removeEvent(work: Work, { id }: { id: string }): Promise<string[]> {
  const { tx, actor } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "remove", subjectOf(row));
  const files = (await materialsOf(tx, id)).flatMap((one) => (one.fileName === null ? [] : [one.id]));
  await tx.delete(event).where(eq(event.id, id));
  await work.record({ act: "remove-event", objectKind: "event", objectId: id, before: { title: row.title } });
  return files;
}
