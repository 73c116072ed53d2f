import type { TaskDue } from "../reading/plan-reading.ts";

/** What a version of a plan said, in the order of the document. Ids are those of the rows that stood for it. */
export interface PlanSaid {
  recipients: string[];
  clauses: {
    id: string;
    path: string;
    label: string;
    level: number;
    title: string | null;
    text: string;
  }[];
  tasks: {
    id: string;
    clauseId: string | null;
    title: string;
    leadUnitText: string | null;
    due: TaskDue;
    deliverable: string | null;
  }[];
}
