import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { UnitHistory } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { obligation, task, unitDutyBefore } from "../tables.ts";

type Row = typeof unitDutyBefore.$inferSelect;
interface Span {
  from: string;
  to: string;
}

/** Who answered for a plan's tasks and obligations before units were merged or split. */
export interface DutiesBefore {
  /** The unit or units that led a task within a span: "Phòng A (đến 30/06/2026), nay là Phòng B". */
  leadOf: (task: { id: string; leadUnitId: string }, span: Span) => string;
  /** Units that helped with a task within a span. */
  helpersOf: (task: { id: string; coordinatingUnitIds: string[] }, span: Span) => string[];
  /** Units that answered for an obligation within a span. */
  unitsOf: (obligation: { id: string; unitIds: string[] }, span: Span) => string[];
}

/** Reads what changes of units passed on within a plan. */
export async function dutiesBefore(
  q: Queryable,
  agencyId: string,
  planId: string,
  history: UnitHistory,
): Promise<DutiesBefore> {
  const rows = await q
    .select()
    .from(unitDutyBefore)
    .where(
      and(
        eq(unitDutyBefore.agencyId, agencyId),
        or(
          inArray(unitDutyBefore.taskId, q.select({ id: task.id }).from(task).where(eq(task.planId, planId))),
          inArray(
            unitDutyBefore.obligationId,
            q.select({ id: obligation.id }).from(obligation).where(eq(obligation.planId, planId)),
          ),
        ),
      ),
    )
    .orderBy(asc(unitDutyBefore.until), asc(unitDutyBefore.id));
  /** Names of a set of units, each of which may have taken the duty over from others. */
  const named = (unitIds: string[], passed: Row[], { from, to }: Span, heir?: string): string[] => {
    const names = unitIds.flatMap((unitId): string[] => {
      const before = passed.filter(({ heirId, until }) => heirId === unitId && until >= from);
      const own = [history.nameIn(unitId, { from, to }, heir)];
      if (before.length === 0) return own;
      return [
        ...before.flatMap((row) =>
          named(
            [row.unitId],
            passed.filter(({ until }) => until < row.until),
            { from, to },
            heir ?? unitId,
          ),
        ),
        ...(before.some(({ shared }) => shared) ? own : []),
      ];
    });
    return [...new Set(names)];
  };
  return {
    leadOf: ({ id, leadUnitId }, span) =>
      named(
        [leadUnitId],
        rows.filter(({ taskId, coordinating }) => taskId === id && !coordinating),
        span,
      ).join(", "),
    helpersOf: ({ id, coordinatingUnitIds }, span) =>
      named(
        coordinatingUnitIds,
        rows.filter(({ taskId, coordinating }) => taskId === id && coordinating),
        span,
      ),
    unitsOf: ({ id, unitIds }, span) =>
      named(
        unitIds,
        rows.filter(({ obligationId }) => obligationId === id),
        span,
      ),
  };
}
