import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { heldEvent, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventMinutes } from "../tables.ts";

export interface MinutesFields {
  id: string;
  chair: string;
  secretary: string;
  present: string;
  course: string;
  conclusion: string;
}

/** Writes down how it went, for the minutes. @throws Forbidden, Conflict */
export async function keepMinutes(work: Work, { id, ...given }: MinutesFields): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "answer", subjectOf(row));
  if (row.state !== "held") throw new Conflict("Hãy ghi nhận sự kiện đã diễn ra trước khi lập biên bản.");
  const values = { ...given, writtenBy: actor.personId, writtenByName: actor.name, writtenAt: at };
  await tx
    .insert(eventMinutes)
    .values({ ...values, eventId: id, agencyId: actor.agencyId })
    .onConflictDoUpdate({ target: eventMinutes.eventId, set: values });
  await work.record({
    act: "keep-minutes",
    objectKind: "event",
    objectId: id,
    after: { chair: given.chair },
  });
}
