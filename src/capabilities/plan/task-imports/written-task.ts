import type { TaskDue } from "../reading/plan-reading.ts";

/** A task as an import wrote it: what somebody may have changed since. */
export interface WrittenTask {
  title: string;
  clauseId: string | null;
  leadUnitId: string | null;
  allUnits: boolean;
  responsiblePersonId: string | null;
  approverPersonId: string | null;
  coordinatingUnitIds: string[];
  coordinatingText: string | null;
  due: TaskDue;
  deliverable: string | null;
  obligationIds: string[];
}

/** The same task gives the same, in whatever order its links stand. */
export const writtenTask = (row: WrittenTask): WrittenTask => ({
  title: row.title,
  clauseId: row.clauseId,
  leadUnitId: row.leadUnitId,
  allUnits: row.allUnits,
  responsiblePersonId: row.responsiblePersonId,
  approverPersonId: row.approverPersonId,
  coordinatingUnitIds: row.coordinatingUnitIds.toSorted(),
  coordinatingText: row.coordinatingText,
  due: row.due,
  deliverable: row.deliverable,
  obligationIds: row.obligationIds.toSorted(),
});
