import { and, eq, gte, inArray, isNotNull, lte, notExists, sql } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { workingDaysBetween } from "../publishing/working-days.ts";
import { documentKeptOff, documentPromptness, officialDocument } from "../tables.ts";

/** What an agency asks of itself; null: nothing yet. */
export async function promptnessOf(q: Queryable, agencyId: string) {
  const [found] = await q.select().from(documentPromptness).where(eq(documentPromptness.agencyId, agencyId));
  return found ?? null;
}

export interface PromptDocument {
  id: string;
  type: string;
  number: string;
  issuedOn: string;
  abstract: string | null;
  publishedAt: Date | null;
  /** From the day of issue to the day it became public, or to `day` while it is not. */
  workingDays: number;
  state: "in-time" | "late" | "waiting";
}

/**
 * The agency's own documents of the kinds that it wants public, issued from `from` to `to`, as they stand on a day. One
 * that was put on the portal and taken off again has been public and is not asked for.
 */
export async function measuredDocuments(
  q: Queryable,
  agencyId: string,
  { from, to, day }: { from: string; to: string; day: string },
): Promise<PromptDocument[]> {
  const setting = await promptnessOf(q, agencyId);
  if (!setting) return [];
  const isDayOff = await daysOffOf(q, agencyId);
  const rows = await q
    .select()
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.agencyId, agencyId),
        eq(officialDocument.outgoing, true),
        isNotNull(officialDocument.number),
        sql`${officialDocument.takenOffAt} is null`,
        // What was said not to become public is asked of nobody.
        notExists(
          q.select().from(documentKeptOff).where(eq(documentKeptOff.documentId, officialDocument.id)),
        ),
        inArray(
          sql`lower(${officialDocument.type})`,
          setting.types.map((type) => type.toLowerCase()),
        ),
        gte(officialDocument.issuedOn, from > setting.fromDay ? from : setting.fromDay),
        lte(officialDocument.issuedOn, to),
      ),
    )
    .orderBy(officialDocument.issuedOn, officialDocument.number, officialDocument.id);
  return rows.map(({ id, type, number, issuedOn, abstract, publishedAt }) => {
    const end = publishedAt ? toVietnamDate(publishedAt).toString() : day;
    const workingDays = workingDaysBetween(isDayOff, issuedOn!, end) ?? Number.MAX_SAFE_INTEGER;
    const over = workingDays > setting.workingDays;
    const state = over ? "late" : publishedAt ? "in-time" : "waiting";
    return { id, type, number: number!, issuedOn: issuedOn!, abstract, publishedAt, workingDays, state };
  });
}

/** The share of documents that became public in time, of those whose time is over or that are public. */
export function promptShare(documents: PromptDocument[]): { numerator: number; denominator: number } {
  const counted = documents.filter(({ state }) => state !== "waiting");
  return {
    numerator: counted.filter(({ state }) => state === "in-time").length,
    denominator: counted.length,
  };
}
