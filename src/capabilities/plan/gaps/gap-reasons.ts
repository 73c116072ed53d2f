import { and, asc, eq, isNull } from "drizzle-orm";
import { personNames } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { gapReason } from "../tables.ts";
import { rowIdOf } from "./gap-row.ts";

export type StoredReason = typeof gapReason.$inferSelect;

/** Why a row has no proof between two days, both inside. */
export type GapReason = Omit<StoredReason, "clauseId" | "unitId" | "otherRow"> & { rowId: string };

/** A reason for a quarter is one for its months; one for a month says nothing of the quarter. */
export const explains = (
  { firstDay, lastDay }: Pick<GapReason, "firstDay" | "lastDay">,
  { from, to }: { from: string; to: string },
): boolean => firstDay <= from && to <= lastDay;

async function reasonsOf(q: Queryable, agencyId: string, planId: string, all: boolean): Promise<GapReason[]> {
  const rows = await q
    .select()
    .from(gapReason)
    .where(
      and(
        eq(gapReason.agencyId, agencyId),
        eq(gapReason.planId, planId),
        all ? undefined : isNull(gapReason.withdrawnAt),
      ),
    )
    .orderBy(asc(gapReason.firstDay), asc(gapReason.id));
  return rows.map(({ clauseId, unitId, otherRow, ...reason }) => ({
    ...reason,
    rowId: rowIdOf({ clauseId, unitId, otherRow }),
  }));
}

/** Reasons of a plan that hold. */
export const livingGapReasons = (q: Queryable, agencyId: string, planId: string) =>
  reasonsOf(q, agencyId, planId, false);

/** Reasons of a plan, those withdrawn too, with the names of who gave, changed and withdrew them. */
export async function namedGapReasons(q: Queryable, agencyId: string, planId: string) {
  const rows = await reasonsOf(q, agencyId, planId, true);
  const names = await personNames(
    q,
    rows.flatMap(({ givenBy, changedBy, withdrawnBy }) =>
      [givenBy, changedBy ?? [], withdrawnBy ?? []].flat(),
    ),
  );
  const nameOf = (id: string | null) => id && (names.get(id) ?? "");
  return rows.map((row) => ({
    ...row,
    givenByName: nameOf(row.givenBy) ?? "",
    changedByName: nameOf(row.changedBy),
    withdrawnByName: nameOf(row.withdrawnBy),
  }));
}

/** One reason of the agency, locked until the act is over. @throws NotFound */
export async function gapReasonForUpdate(q: Queryable, agencyId: string, id: string): Promise<StoredReason> {
  const [found] = await q
    .select()
    .from(gapReason)
    .where(and(eq(gapReason.agencyId, agencyId), eq(gapReason.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có lý do này trong cơ quan.");
  return found;
}
