import { and, asc, desc, eq, gte, isNotNull, isNull, lt, or } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type FeedbackKind, feedbackKinds, isOpen, type Rating } from "./feedback.ts";
import { feedback, feedbackPublication } from "./tables.ts";

/** One thing that a citizen wrote, without its words and without who wrote it. Days are YYYY-MM-DD. */
export interface FeedbackBetween {
  id: string;
  code: string;
  kindLabel: string;
  unitName: string | null;
  receivedOn: string;
  dueOn: string;
  answeredOn: string | null;
  /** Null while it is open. */
  endedOn: string | null;
  /** Its clock stands: its sender was asked. */
  paused: boolean;
  rating: Rating | null;
  /** When its outcome became public; null: it is not public. */
  publishedOn: string | null;
}

const dayOf = (at: Date | null): string | null => (at === null ? null : toVietnamDate(at).toString());

/** What was received between two days, both inside, or was open when the first began; as it stands now. */
export async function feedbackBetween(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<FeedbackBetween[]> {
  const begun = startOfDay(from);
  const over = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const rows = await q
    .select()
    .from(feedback)
    .where(
      and(
        eq(feedback.agencyId, agencyId),
        lt(feedback.receivedAt, over),
        or(gte(feedback.receivedAt, begun), isNull(feedback.endedAt), gte(feedback.endedAt, begun)),
      ),
    )
    .orderBy(asc(feedback.receivedAt), asc(feedback.id));
  const published = await q
    .select({ feedbackId: feedbackPublication.feedbackId, at: feedbackPublication.publishedAt })
    .from(feedbackPublication)
    .where(
      and(
        eq(feedbackPublication.agencyId, agencyId),
        isNotNull(feedbackPublication.publishedAt),
        isNull(feedbackPublication.withdrawnAt),
      ),
    )
    .orderBy(desc(feedbackPublication.publishedAt));
  const publicSince = new Map(published.map(({ feedbackId, at }) => [feedbackId, at]));
  const units = new Map((await unitsOfAgency(q, agencyId)).map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, kindLabel: feedbackKinds[row.kind as FeedbackKind] },
    unitName: row.unitId === null ? null : (units.get(row.unitId) ?? null),
    receivedOn: dayOf(row.receivedAt)!,
    ...{ dueOn: row.dueOn, answeredOn: dayOf(row.answeredAt), endedOn: dayOf(row.endedAt) },
    paused: isOpen(row.state) && row.state === "need-info",
    rating: row.ratedAt === null ? null : row.rating,
    publishedOn: dayOf(publicSince.get(row.id) ?? null),
  }));
}
