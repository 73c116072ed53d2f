import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { workItemClause, workItemObligation, workItemTask } from "../tables.ts";
import type { WorkItemFields, WorkItemLinks } from "./work-item.ts";

/** The days of an item; one that takes a day ends on it. @throws Unacceptable when it ends before it begins */
export function daysOf({ firstDay, lastDay }: Pick<WorkItemFields, "firstDay" | "lastDay">) {
  const last = lastDay ?? firstDay;
  if (last < firstDay) {
    const message = "Ngày kết thúc không thể trước ngày bắt đầu.";
    throw new Unacceptable(message, [{ field: "lastDay", message }]);
  }
  return { firstDay, lastDay: last };
}

/** Writes what of the plan an item carries along, in place of what it did before. */
export async function carryAlong(
  { tx, actor }: Work,
  workItemId: string,
  { taskIds, obligationIds, clauseIds }: WorkItemLinks,
): Promise<void> {
  const item = { agencyId: actor.agencyId, workItemId };
  await tx.delete(workItemTask).where(eq(workItemTask.workItemId, workItemId));
  await tx.delete(workItemObligation).where(eq(workItemObligation.workItemId, workItemId));
  await tx.delete(workItemClause).where(eq(workItemClause.workItemId, workItemId));
  const rows = <Row>(ids: string[], row: (id: string) => Row) => [...new Set(ids)].map(row);
  if (taskIds.length > 0)
    await tx.insert(workItemTask).values(rows(taskIds, (taskId) => ({ ...item, taskId })));
  if (obligationIds.length > 0)
    await tx
      .insert(workItemObligation)
      .values(rows(obligationIds, (obligationId) => ({ ...item, obligationId })));
  if (clauseIds.length > 0)
    await tx.insert(workItemClause).values(rows(clauseIds, (clauseId) => ({ ...item, clauseId })));
}
