import { portalBase } from "#organization";
import { attachEvidence, withdrawEvidence } from "#plan";
import type { Work } from "#platform/work/work.ts";
import { eventKinds } from "../event.ts";
import { type Event, eventPath, obligationIdsOf } from "../event-queries.ts";

const SOURCE = "events";

/** An event that took place proves what it was linked to, from the day it took place. */
export async function proveByEvent(work: Work, row: Event): Promise<void> {
  const obligationIds = await obligationIdsOf(work.tx, row.id);
  if (obligationIds.length === 0) return;
  await attachEvidence(work, {
    ...{ taskIds: [], obligationIds, source: SOURCE, sourceId: row.id, revisionHash: null },
    label: `${eventKinds[row.kind]}: ${row.title} (${row.attended!.toLocaleString("vi-VN")} người dự)`,
    url: (await portalBase(work.tx, row.agencyId)) + eventPath(row),
    at: row.startsAt,
  });
}

export const unproveByEvent = (work: Work, row: Event, reason: string): Promise<number> =>
  withdrawEvidence(work, { source: SOURCE, sourceId: row.id, reason });
