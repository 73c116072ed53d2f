import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Transaction } from "#platform/database/database.ts";
import { notice, noticeSending, person } from "../tables.ts";

export type Way = (typeof noticeSending.$inferSelect)["way"];

/** The due sendings of one person by one way, held until the transaction ends; empty when nobody's are left. */
export async function nextDue(tx: Transaction, way: Way, now: Date) {
  const due = and(
    eq(noticeSending.way, way),
    eq(noticeSending.state, "waiting"),
    lte(noticeSending.dueAt, now),
  );
  const waiting = () =>
    tx
      .select({ notice, dueAt: noticeSending.dueAt, email: person.email })
      .from(noticeSending)
      .innerJoin(notice, eq(notice.id, noticeSending.noticeId))
      .innerJoin(person, eq(person.id, notice.personId));
  const [first] = await waiting()
    .where(due)
    .orderBy(asc(noticeSending.dueAt))
    .limit(1)
    .for("update", { of: noticeSending, skipLocked: true });
  if (!first) return [];
  return waiting()
    .where(and(due, eq(notice.personId, first.notice.personId)))
    .orderBy(asc(notice.at), asc(notice.id))
    .for("update", { of: noticeSending, skipLocked: true });
}

export type DueSending = Awaited<ReturnType<typeof nextDue>>[number];

/** Writes how far sendings have come. */
export async function mark(
  tx: Transaction,
  way: Way,
  told: { notice: { id: string } }[],
  as: Partial<typeof noticeSending.$inferInsert>,
): Promise<void> {
  if (told.length === 0) return;
  const ids = told.map((each) => each.notice.id);
  await tx
    .update(noticeSending)
    .set(as)
    .where(and(inArray(noticeSending.noticeId, ids), eq(noticeSending.way, way)));
}
