import { unitHistory } from "#organization";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { clausesOf, obligationsOf, planOf, tasksOf } from "../plan-queries.ts";
import { obligation, obligationUnit, taskObligation } from "../tables.ts";
import { pairClauses } from "../versions/pair-clauses.ts";
import { pairTasks } from "../versions/pair-tasks.ts";
import { withNextYear } from "./shift-years.ts";

/**
 * Carries the obligations of last year's plan over into the plan that was begun from it, each to the clause that
 * continues its own; tasks go on discharging those that they did. Why nothing was done last year is not carried over.
 */
export async function copyObligations(
  { tx, actor }: Work,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { agencyId } = actor;
  const { year } = await planOf(tx, agencyId, from);
  const [before, after] = [await clausesOf(tx, from), await clausesOf(tx, to)];
  const wasAt = pairClauses(before, after);
  const nowAt = new Map(
    after.flatMap(({ id, path }) => (wasAt.has(path) ? [[wasAt.get(path)!, id] as const] : [])),
  );
  const { answering } = await unitHistory(tx, agencyId);
  const copies = new Map<string, string>();
  for (const { id, clauseId, unitIds, ...row } of await obligationsOf(tx, from)) {
    const place = nowAt.get(clauseId);
    if (!place) continue;
    const copy = uuidv7();
    copies.set(id, copy);
    await tx.insert(obligation).values({
      ...row,
      id: copy,
      planId: to,
      clauseId: place,
      what: withNextYear(row.what, year),
      noneReason: null,
    });
    const standing = [...new Set(unitIds.flatMap(answering))];
    if (standing.length > 0)
      await tx
        .insert(obligationUnit)
        .values(standing.map((unitId, position) => ({ agencyId, obligationId: copy, unitId, position })));
  }
  const [tasksBefore, tasksAfter] = [await tasksOf(tx, from), await tasksOf(tx, to)];
  const pathOf = new Map(after.map(({ id, path }) => [id, path]));
  const pairs = pairTasks(
    tasksBefore,
    tasksAfter.map(({ clauseId, title }) => ({ clause: pathOf.get(clauseId ?? "") ?? null, title })),
    wasAt,
  );
  const links = tasksAfter.flatMap(({ id: taskId }, index) => {
    const was = tasksBefore.find(({ id }) => id === pairs.get(index));
    return (was?.obligationIds ?? []).flatMap((id) => {
      const obligationId = copies.get(id);
      return obligationId ? [{ agencyId, taskId, obligationId }] : [];
    });
  });
  if (links.length > 0) await tx.insert(taskObligation).values(links);
}
