import type { Work } from "#platform/work/work.ts";
import { type Event, heldEvent, subjectOf } from "./event-queries.ts";
import { eventPolicy } from "./policy.ts";
import { tellPublic } from "./tell-public.ts";

/** It will not take place; its page stays and says so, and calendars strike it out. @throws Forbidden */
export async function cancelEvent(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<Event> {
  const row = await heldEvent(work.tx, work.actor.agencyId, id);
  eventPolicy.permit(work.actor, "cancel", subjectOf(row));
  return tellPublic(work, row, { step: "cancel", act: "cancel-event", reason });
}
