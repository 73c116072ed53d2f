import { and, desc, eq, gte, inArray } from "drizzle-orm";
import { type Actor, hasRole } from "#platform/auth/actor.ts";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { onlySeen } from "./readers/hidden.ts";
import { contentEvent, contentItem, contentRevision } from "./tables.ts";

/** What is decided about a text or shows outside; writing and sending is left to the lists. */
const told = [
  "approve",
  "return",
  "refuse",
  "schedule",
  "scheduleUrgently",
  "publish",
  "accept-correction",
  "refuse-correction",
  "withdraw",
  "remove",
  "clear-post-check",
];
const MOST = 50;

/** What was decided and published since midnight (Vietnam), the newest first, for those who answer for it. */
export async function doneToday(q: Queryable, actor: Actor, now = new Date()) {
  if (!hasRole(actor, "leadership", "editor", "office")) return [];
  const seen = await onlySeen(q, actor);
  return q
    .select({
      id: contentEvent.id,
      itemId: contentItem.id,
      title: contentRevision.title,
      event: contentEvent.event,
      personName: contentEvent.personName,
      note: contentEvent.note,
      at: contentEvent.at,
    })
    .from(contentEvent)
    .innerJoin(contentItem, eq(contentItem.id, contentEvent.itemId))
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(
      and(
        eq(contentEvent.agencyId, actor.agencyId),
        gte(contentEvent.at, startOfDay(toVietnamDate(now).toString())),
        inArray(contentEvent.event, told),
        seen,
      ),
    )
    .orderBy(desc(contentEvent.at), desc(contentEvent.id))
    .limit(MOST);
}
