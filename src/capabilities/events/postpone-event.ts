import type { Work } from "#platform/work/work.ts";
import { type Event, heldEvent, subjectOf } from "./event-queries.ts";
import { eventPolicy } from "./policy.ts";
import { tellPublic } from "./tell-public.ts";

/** Its day no longer holds and the new one is not known yet. @throws Forbidden */
export async function postponeEvent(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<Event> {
  const row = await heldEvent(work.tx, work.actor.agencyId, id);
  eventPolicy.permit(work.actor, "postpone", subjectOf(row));
  return tellPublic(work, row, { step: "postpone", act: "postpone-event", reason });
}
