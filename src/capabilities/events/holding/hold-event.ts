import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import type { CountWay } from "../event.ts";
import { type Event, heldEvent, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { tellPublic } from "../tell-public.ts";
import { proveByEvent, unproveByEvent } from "./prove-by-event.ts";

export interface HeldFigures {
  id: string;
  attended: number;
  countedHow: CountWay;
  heldNote: string;
}

/** It took place: how many came and how they were counted; from now on it proves what it was linked to. @throws Forbidden, Conflict */
export async function holdEvent(work: Work, { id, ...figures }: HeldFigures): Promise<Event> {
  const row = await heldEvent(work.tx, work.actor.agencyId, id);
  eventPolicy.permit(work.actor, "hold", subjectOf(row));
  if (row.startsAt > work.at)
    throw new Conflict("Sự kiện chưa đến giờ bắt đầu nên chưa ghi nhận đã diễn ra được.");
  const set = { ...figures, heldRecordedAt: work.at };
  const after = await tellPublic(work, row, { step: "hold", act: "hold-event", reason: "", set });
  await proveByEvent(work, after);
  return after;
}

/** What was said of it having taken place was wrong: figures and proof are taken back with a reason. @throws Forbidden */
export async function takeBackHeld(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<Event> {
  const row = await heldEvent(work.tx, work.actor.agencyId, id);
  eventPolicy.permit(work.actor, "takeBack", subjectOf(row));
  await unproveByEvent(work, row, reason);
  const set = { attended: null, countedHow: null, heldNote: "", heldRecordedAt: null };
  return tellPublic(work, row, { step: "take-back-held", act: "take-back-held-event", reason, set });
}
