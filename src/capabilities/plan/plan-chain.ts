import { unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { type ChainEvidence, evidenceBetween } from "./evidence-queries.ts";
import { clausesOf, dueOf, obligationsOf, type Plan, planOf, tasksOf } from "./plan-queries.ts";
import { proves, serves } from "./task-progress.ts";

export interface PlanChain {
  plan: Plan;
  clauses: {
    id: string;
    path: string;
    label: string;
    level: number;
    title: string | null;
    text: string;
    parentId: string | null;
  }[];
  obligations: {
    id: string;
    code: string;
    clauseId: string;
    what: string;
    themeSlugs: string[];
    /** Names of the answerable units, the leading one first. */
    leadUnits: string[];
    allUnits: boolean;
    unitIds: string[];
    due: "continuous" | "prompt" | "year" | "item";
    evidenceWanted: string | null;
    noneReason: string | null;
    /** Living proofs in the period. */
    evidenceCount: number;
  }[];
  tasks: {
    id: string;
    title: string;
    clauseId: string | null;
    /** It stands in an appendix of the document. */
    fromAppendix: boolean;
    obligationIds: string[];
    leadUnitId: string | null;
    leadUnitText: string | null;
    allUnits: boolean;
    coordinatingUnits: string[];
    due: {
      kind: string;
      text: string | null;
      date: string | null;
      from: string | null;
      to: string | null;
      every: string | null;
    };
    deliverable: string | null;
    /** Living proofs in the period. */
    progress: { evidenceCount: number; done: boolean };
  }[];
  evidence: ChainEvidence[];
}

/** A span that holds every proof. */
export const wholeTime = { from: "1900-01-01", to: "2200-01-01" };

/**
 * The whole chain of a plan with the proofs of a period: clauses, obligations, tasks,
 * evidence, walkable both ways by ids. A task is done in a period when a living proof of that period serves it
 * or one of its obligations.
 */
export async function planChain(
  q: Queryable,
  agencyId: string,
  planId: string,
  period: { from: string; to: string },
): Promise<PlanChain> {
  const plan = await planOf(q, agencyId, planId);
  const [clauses, obligations, tasks, proofs, units] = [
    await clausesOf(q, plan.id),
    await obligationsOf(q, plan.id),
    await tasksOf(q, plan.id),
    await evidenceBetween(q, agencyId, period),
    await unitsOfAgency(q, agencyId, { closed: true }),
  ];
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? "";
  return {
    plan,
    clauses: clauses.map(({ id, path, label, level, title, text, parentId }) => ({
      id,
      path,
      label,
      level,
      title,
      text,
      parentId,
    })),
    obligations: obligations.map((row) => ({
      id: row.id,
      code: row.code,
      clauseId: row.clauseId,
      what: row.what,
      themeSlugs: row.themes,
      leadUnits: [...(row.allUnits ? ["Các phòng, đơn vị trực thuộc"] : []), ...row.unitIds.map(unitName)],
      allUnits: row.allUnits,
      unitIds: row.unitIds,
      due: row.due,
      evidenceWanted: row.evidenceWanted,
      noneReason: row.noneReason,
      evidenceCount: proofs.filter((proof) => proves(proof, row.id, tasks)).length,
    })),
    tasks: tasks.map((row) => {
      const evidenceCount = proofs.filter((proof) => serves(proof, row)).length;
      return {
        id: row.id,
        title: row.title,
        clauseId: row.clauseId,
        fromAppendix: row.appendix !== null,
        obligationIds: row.obligationIds,
        leadUnitId: row.leadUnitId,
        leadUnitText: row.leadUnitId ? unitName(row.leadUnitId) : row.leadUnitText,
        allUnits: row.allUnits,
        coordinatingUnits: row.coordinatingUnitIds.map(unitName),
        due: dueOf(row),
        deliverable: row.deliverable,
        progress: { evidenceCount, done: evidenceCount > 0 },
      };
    }),
    evidence: proofs,
  };
}
