import { and, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { clausesOf, dueOf, obligationsOf, type Plan, planOf, tasksOf } from "./plan-queries.ts";
import { evidence, evidenceClause, evidenceObligation, evidenceTask } from "./tables.ts";
import { serves } from "./task-progress.ts";

export interface ChainEvidence {
  id: string;
  label: string;
  url: string | null;
  at: Date;
  source: string;
  sourceId: string;
  recordedBy: string;
  taskIds: string[];
  obligationIds: string[];
  /** Clauses that it serves as a whole. */
  clauseIds: string[];
  withdrawnAt: Date | null;
}

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
    due: "continuous" | "prompt" | "year" | "item";
    evidenceWanted: string | null;
    noneReason: string | null;
  }[];
  tasks: {
    id: string;
    title: string;
    clauseId: string | null;
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

/** First moment of a day in Việt Nam. */
const midnight = (day: string) => sql`(${day}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/** Living proofs of the agency between two days, both inside, with their links. */
export async function evidenceBetween(
  q: Queryable,
  agencyId: string,
  period: { from: string; to: string },
): Promise<ChainEvidence[]> {
  const inside = and(
    eq(evidence.agencyId, agencyId),
    isNull(evidence.withdrawnAt),
    gte(evidence.at, midnight(period.from) as never),
    lt(evidence.at, sql`(${period.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'` as never),
  );
  return q
    .select({
      id: evidence.id,
      label: evidence.label,
      url: evidence.url,
      at: evidence.at,
      source: evidence.source,
      sourceId: evidence.sourceId,
      recordedBy: evidence.recordedBy,
      withdrawnAt: evidence.withdrawnAt,
      taskIds: sql<
        string[]
      >`coalesce((select array_agg(l.task_id::text order by l.task_id) from ${evidenceTask} l where l.evidence_id = ${evidence.id}), '{}')`,
      obligationIds: sql<
        string[]
      >`coalesce((select array_agg(l.obligation_id::text order by l.obligation_id) from ${evidenceObligation} l where l.evidence_id = ${evidence.id}), '{}')`,
      clauseIds: sql<
        string[]
      >`coalesce((select array_agg(l.clause_id::text order by l.clause_id) from ${evidenceClause} l where l.evidence_id = ${evidence.id}), '{}')`,
    })
    .from(evidence)
    .where(inside)
    .orderBy(evidence.at, evidence.id);
}

/** A span that holds every proof. */
export const wholeTime = { from: "1900-01-01", to: "2200-01-01" };

/**
 * The whole chain of a plan (null: the current one) with the proofs of a period: clauses, obligations, tasks,
 * evidence, walkable both ways by ids. A task is done in a period when a living proof of that period serves it
 * or one of its obligations.
 */
export async function planChain(
  q: Queryable,
  agencyId: string,
  planId: string | null,
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
      leadUnits: [...(row.allUnits ? ["Các phòng, đơn vị thuộc Sở"] : []), ...row.unitIds.map(unitName)],
      due: row.due,
      evidenceWanted: row.evidenceWanted,
      noneReason: row.noneReason,
    })),
    tasks: tasks.map((row) => {
      const evidenceCount = proofs.filter((proof) => serves(proof, row)).length;
      return {
        id: row.id,
        title: row.title,
        clauseId: row.clauseId,
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
