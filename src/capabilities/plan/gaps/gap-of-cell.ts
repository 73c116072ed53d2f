import { and, desc, eq } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { lacksOfCell } from "../coverage.ts";
import type { CoverageCellQuestion } from "../coverage-question.ts";
import { isLooseRow } from "../loose-rows.ts";
import { planPolicy } from "../policy.ts";
import { gapReminder } from "../tables.ts";
import { explains, namedGapReasons } from "./gap-reasons.ts";
import { rowIdOf } from "./gap-row.ts";
import { gapPolicy } from "./policy.ts";

/** What the policy looks at: the unit whose row it is; a clause is the editors' and the leadership's. */
export const gapSubject = (agencyId: string, { by, rowId }: { by: "clause" | "unit"; rowId: string }) => ({
  agencyId,
  unitIds: by === "unit" && !isLooseRow(rowId) ? [rowId] : [],
});

/** When the units of this very cell were reminded last; null: never. */
async function lastReminder(
  q: Queryable,
  planId: string,
  rowId: string,
  { from, to }: { from: string; to: string },
) {
  const rows = await q
    .select()
    .from(gapReminder)
    .where(and(eq(gapReminder.planId, planId), eq(gapReminder.firstDay, from), eq(gapReminder.lastDay, to)))
    .orderBy(desc(gapReminder.day));
  const last = rows.find((row) => rowIdOf(row) === rowId);
  if (!last) return null;
  const { sentAt, sentBy, people, day } = last;
  return { day, sentAt, people, sentByName: (await personNames(q, [sentBy])).get(sentBy) ?? "" };
}

/** What is lacking in a cell, why, who is to be reminded and was, and what the caller may do about it. */
export async function gapOfCell(q: Queryable, actor: Actor, cell: CoverageCellQuestion, now = new Date()) {
  const { agencyId } = actor;
  const { plan, row, period, marks, open, explained, unitIds, obligationIds } = await lacksOfCell(
    q,
    agencyId,
    cell,
    now,
  );
  const units = await unitsOfAgency(q, agencyId);
  const reasons = (await namedGapReasons(q, agencyId, plan.id)).filter(
    (reason) => marks.has(reason.rowId) && explains(reason, period),
  );
  return {
    open,
    explained,
    /** Said of this very row and period; the ones above and below it stand beside. */
    own:
      reasons.find(
        ({ rowId, firstDay, lastDay, withdrawnAt }) =>
          withdrawnAt === null && rowId === row.id && firstDay === period.from && lastDay === period.to,
      )?.id ?? null,
    reasons: reasons.map(({ rowId, ...reason }) => ({
      ...reason,
      mark: row.id === rowId ? null : (marks.get(rowId) ?? null),
      may: gapPolicy.may(actor, gapSubject(agencyId, { by: cell.by, rowId })),
    })),
    reminded: await lastReminder(q, plan.id, row.id, period),
    allUnits: unitIds === null,
    units: units.flatMap(({ id, name }) => (unitIds?.includes(id) ? [{ id, name }] : [])),
    obligationIds,
    may: {
      ...gapPolicy.may(actor, gapSubject(agencyId, cell)),
      assign: planPolicy.may(actor, plan).manage,
    },
  };
}
