import { unitHistory } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { type ChainEvidence, evidenceBetween } from "./evidence-queries.ts";
import { clausesOf, dueOf, obligationsOf, type Plan, planOf, tasksOf } from "./plan-queries.ts";
import { proofIndex } from "./proof-index.ts";
import { dutiesBefore } from "./succession/duties-before.ts";
import { firstDaysOfVersions } from "./versions/version-days.ts";

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
    standing: Standing;
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
    standing: Standing;
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
    standing: Standing;
  }[];
  evidence: ChainEvidence[];
}

/** From when to when something stands in the plan, by the versions that brought it in and left it out. */
export interface Standing {
  /** First day; null: since the plan's beginning. */
  from: string | null;
  /** First day on which it no longer stands there; null: it stands. */
  until: string | null;
  /** The version in which it is no longer there. */
  leftIn: number | null;
}

/**
 * Whether something is asked for in a period: it stood in the plan when the period closed. What an amendment leaves
 * out is not asked for in the period that was running, and what it brings in is not asked for in those closed before.
 */
export const standsAtTheEndOf = (
  { standing: { from, until } }: { standing: Standing },
  { to }: { to: string },
) => (from === null || from <= to) && (until === null || until > to);

/** The chain as it stands today, and the clauses and obligations that amendments left out. */
export function partedByStanding(chain: PlanChain) {
  const stands = ({ standing: { leftIn } }: { standing: Standing }) => leftIn === null;
  return {
    standing: {
      ...chain,
      clauses: chain.clauses.filter(stands),
      obligations: chain.obligations.filter(stands),
      tasks: chain.tasks.filter(stands),
    },
    left: {
      clauses: chain.clauses.flatMap(({ standing: { leftIn, until }, ...clause }) =>
        leftIn === null || until === null ? [] : [{ ...clause, leftIn, leftOn: until }],
      ),
      obligations: chain.obligations.filter((row) => !stands(row)),
    },
  };
}

/** A span that holds every proof. */
export const wholeTime = { from: "1900-01-01", to: "2200-01-01" };

/** The plan with everything that stood in it, and no proof: whoever counts proofs himself begins here. */
export interface PlanOutline extends Pick<PlanChain, "plan" | "clauses"> {
  obligations: Omit<PlanChain["obligations"][number], "evidenceCount">[];
  tasks: Omit<PlanChain["tasks"][number], "progress">[];
}

/**
 * What a plan holds, walkable by ids, also what an amendment left out or brought in later. Units are named as they were
 * called in the period, one that was merged or split within it by both names.
 */
export async function planOutline(
  q: Queryable,
  agencyId: string,
  planId: string,
  period: { from: string; to: string },
): Promise<PlanOutline> {
  const plan = await planOf(q, agencyId, planId);
  const history = await unitHistory(q, agencyId);
  const [clauses, obligations, tasks, duties, days] = [
    await clausesOf(q, plan.id, "all"),
    await obligationsOf(q, plan.id, "all"),
    await tasksOf(q, plan.id, "all"),
    await dutiesBefore(q, agencyId, plan.id, history),
    await firstDaysOfVersions(q, plan.id),
  ];
  const clauseById = new Map(clauses.map((clause) => [clause.id, clause]));
  const standing = (cameIn: number, leftIn: number | null): Standing => ({
    from: days.get(cameIn) ?? null,
    until: leftIn === null ? null : days.get(leftIn)!,
    leftIn,
  });
  const within = (clauseId: string | null, cameIn: number, leftIn: number | null) =>
    standing(Math.max(cameIn, clauseById.get(clauseId ?? "")?.cameIn ?? 1), leftIn);
  return {
    plan,
    clauses: clauses.map(({ id, path, label, level, title, text, parentId, leftIn }) => ({
      id,
      path,
      label,
      level,
      title,
      text,
      parentId,
      // Its words are shown whenever it stands today, also beside the figures of a period before it came.
      standing: standing(1, leftIn),
    })),
    obligations: obligations.map((row) => ({
      id: row.id,
      code: row.code,
      clauseId: row.clauseId,
      what: row.what,
      themeSlugs: row.themes,
      leadUnits: [...(row.allUnits ? ["Các phòng, đơn vị trực thuộc"] : []), ...duties.unitsOf(row, period)],
      allUnits: row.allUnits,
      unitIds: row.unitIds,
      due: row.due,
      evidenceWanted: row.evidenceWanted,
      noneReason: row.noneReason,
      standing: within(row.clauseId, 1, row.leftIn),
    })),
    tasks: tasks.map((row) => ({
      id: row.id,
      title: row.title,
      clauseId: row.clauseId,
      fromAppendix: row.appendix !== null,
      obligationIds: row.obligationIds,
      leadUnitId: row.leadUnitId,
      leadUnitText: row.leadUnitId
        ? duties.leadOf({ ...row, leadUnitId: row.leadUnitId }, period)
        : row.leadUnitText,
      allUnits: row.allUnits,
      coordinatingUnits: duties.helpersOf(row, period),
      due: dueOf(row),
      deliverable: row.deliverable,
      standing: within(row.clauseId, row.cameIn, row.leftIn),
    })),
  };
}

/**
 * The whole chain of a plan with the proofs of a period: clauses, obligations, tasks,
 * evidence, walkable both ways by ids. A task is done in a period when a living proof of that period serves it
 * or one of its obligations. Obligations and tasks are those that stood in the plan when the period closed;
 * `keepAll`: also those that an amendment left out before or brought in later. Units are named as they were called in
 * the period, one that was merged or split within it by both names.
 */
export async function planChain(
  q: Queryable,
  agencyId: string,
  planId: string,
  period: { from: string; to: string },
  { keepAll = false }: { keepAll?: boolean } = {},
): Promise<PlanChain> {
  const { plan, clauses, obligations, tasks } = await planOutline(q, agencyId, planId, period);
  const proofs = await evidenceBetween(q, agencyId, period);
  const index = proofIndex(proofs, tasks);
  const kept = (row: { standing: Standing }) => keepAll || standsAtTheEndOf(row, period);
  return {
    plan,
    clauses: clauses.filter(kept),
    obligations: obligations
      .filter(kept)
      .map((row) => ({ ...row, evidenceCount: index.proving(row.id).length })),
    tasks: tasks.filter(kept).map((row) => {
      const evidenceCount = index.serving(row).length;
      return { ...row, progress: { evidenceCount, done: evidenceCount > 0 } };
    }),
    evidence: proofs,
  };
}
