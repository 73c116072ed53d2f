import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { leadershipPolicy } from "../policy.ts";
import { type ScheduleState, scheduleStates } from "./schedule.ts";
import { heldSchedule } from "./schedule-queries.ts";
import { briefSchedule } from "./tables.ts";

/** Pauses, takes up again or ends a schedule; what was due while it paused is not made up for, what ended stays so. */
export async function setScheduleState(
  work: Work,
  { id, state }: { id: string; state: ScheduleState },
): Promise<void> {
  const { tx, actor, at } = work;
  leadershipPolicy.permit(actor, "schedule", { agencyId: actor.agencyId });
  const before = await heldSchedule(tx, actor.agencyId, id);
  if (before.state === "ended" || before.state === state)
    throw new Conflict(`Lịch này: ${scheduleStates[before.state].toLocaleLowerCase("vi")}.`);
  await tx
    .update(briefSchedule)
    .set({ state, ...(state === "active" ? { since: at } : {}) })
    .where(eq(briefSchedule.id, id));
  await work.record({
    act: "set-brief-schedule-state",
    objectKind: "brief-schedule",
    objectId: id,
    before: { state: before.state },
    after: { state },
  });
}
