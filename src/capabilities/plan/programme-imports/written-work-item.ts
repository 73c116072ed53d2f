import type { WorkItemFields } from "../work-programme/work-item.ts";

/** An item as an import wrote it: what somebody may have changed since. */
export type WrittenWorkItem = Omit<WorkItemFields, "lastDay"> & { unitId: string; lastDay: string };

/** The same item gives the same, in whatever order its links stand. */
export const writtenWorkItem = (row: WrittenWorkItem): WrittenWorkItem => ({
  unitId: row.unitId,
  title: row.title,
  kind: row.kind,
  firstDay: row.firstDay,
  lastDay: row.lastDay,
  place: row.place,
  lead: row.lead,
  embeds: row.embeds,
  taskIds: row.taskIds.toSorted(),
  obligationIds: row.obligationIds.toSorted(),
  clauseIds: row.clauseIds.toSorted(),
});
