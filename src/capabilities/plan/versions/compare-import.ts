import { createHash } from "node:crypto";
import { unitsOfAgency } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { type PlanChain, planChain, wholeTime } from "../plan-chain.ts";
import { clausesOf, dueOf, type Plan, type PlanClause, planOf, type Task, tasksOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import type { Preview } from "../preview/preview-queries.ts";
import { inOrder } from "../reading/in-order.ts";
import type { PlanTask, TaskDue } from "../reading/plan-reading.ts";
import { leadOf } from "../write-reading.ts";
import { wordsOf } from "./chosen-pairing.ts";
import { pairClauses } from "./pair-clauses.ts";
import { pairTasks } from "./pair-tasks.ts";

interface ClauseWords {
  path: string;
  title: string | null;
  text: string;
}

/** What became of one clause. "moved": its words stayed, its number or place did not. */
export interface ClauseDifference {
  kind: "same" | "moved" | "changed" | "added" | "removed";
  /** The clause of the plan; null for an added one. */
  clauseId: string | null;
  before: ClauseWords | null;
  after: ClauseWords | null;
  /** What hangs on the clause of the plan and follows it. */
  obligations: number;
  tasks: number;
  evidence: number;
}

interface TaskWords {
  title: string;
  lead: string | null;
  due: TaskDue;
  deliverable: string | null;
}

/** What a new reading says of one task. "removed": a task of an appendix that the new one no longer has. */
export interface TaskDifference {
  kind: "changed" | "added" | "removed";
  taskId: string | null;
  /** Position in the reading; null for a removed one. */
  index: number | null;
  clausePath: string | null;
  before: TaskWords | null;
  after: TaskWords | null;
}

export interface Comparison {
  plan: Plan;
  clauses: ClauseDifference[];
  tasks: TaskDifference[];
  /** Which clause of the plan each clause of the preview continues, by its path. */
  pairs: Map<string, string>;
  /** Which task of the plan each task of the preview is, by its position. */
  taskPairs: Map<number, string>;
  /** Names what was compared, so that a confirmation can say what was seen. */
  seen: string;
}

const wordsOnly = ({ path, title, text }: ClauseWords): ClauseWords => ({ path, title, text });

/** Kinds of what became of each clause: the new ones in their order, a removed one where it stood. */
export function clauseDifferences<Old extends ClauseWords & { id: string }>(
  before: Old[],
  after: ClauseWords[],
  pairs: Map<string, string>,
): Omit<ClauseDifference, "obligations" | "tasks" | "evidence">[] {
  const old = new Map(before.map((row) => [row.id, row]));
  const list: Omit<ClauseDifference, "obligations" | "tasks" | "evidence">[] = after.map((row) => {
    const was = old.get(pairs.get(row.path) ?? "");
    if (!was) return { kind: "added", clauseId: null, before: null, after: wordsOnly(row) };
    const kind = wordsOf(was) !== wordsOf(row) ? "changed" : was.path === row.path ? "same" : "moved";
    return { kind, clauseId: was.id, before: wordsOnly(was), after: wordsOnly(row) };
  });
  const kept = new Set(pairs.values());
  let above: string | null = null;
  for (const row of before) {
    if (!kept.has(row.id)) {
      const at = above === null ? 0 : list.findIndex(({ clauseId }) => clauseId === above) + 1;
      list.splice(at, 0, { kind: "removed", clauseId: row.id, before: wordsOnly(row), after: null });
    }
    above = row.id;
  }
  return list;
}

const sameDue = (a: TaskDue, b: TaskDue): boolean =>
  a.kind === b.kind && a.date === b.date && a.from === b.from && a.to === b.to && a.every === b.every;

type Units = Awaited<ReturnType<typeof unitsOfAgency>>;

/** Whether the document says otherwise of a task than the plan does today. */
function saysOtherwise(row: PlanTask, standing: Task, units: Units): boolean {
  const { allUnits, leadUnitId } = leadOf(row, units);
  const otherLead =
    row.leadUnit !== null &&
    (allUnits
      ? !standing.allUnits
      : leadUnitId === null
        ? row.leadUnit !== standing.leadUnitText
        : leadUnitId !== standing.leadUnitId);
  return (
    row.title.trim() !== standing.title.trim() ||
    (row.due.kind !== "none" && !sameDue(row.due, dueOf(standing))) ||
    (row.deliverable !== null && row.deliverable !== standing.deliverable) ||
    otherLead
  );
}

function taskDifferences(
  standing: Task[],
  rows: PlanTask[],
  taskPairs: Map<number, string>,
  clauses: PlanClause[],
  units: Units,
): TaskDifference[] {
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? null;
  const pathOf = new Map(clauses.map(({ id, path }) => [id, path]));
  const wordsOfStanding = (row: Task): TaskWords => ({
    title: row.title,
    lead: row.allUnits ? "Các phòng, đơn vị" : (unitName(row.leadUnitId) ?? row.leadUnitText),
    due: dueOf(row),
    deliverable: row.deliverable,
  });
  const byId = new Map(standing.map((row) => [row.id, row]));
  const read = rows.flatMap((row, index): TaskDifference[] => {
    const was = byId.get(taskPairs.get(index) ?? "");
    if (was && !saysOtherwise(row, was, units)) return [];
    return [
      {
        kind: was ? "changed" : "added",
        taskId: was?.id ?? null,
        index,
        clausePath: row.clause,
        before: was ? wordsOfStanding(was) : null,
        after: { title: row.title, lead: row.leadUnit, due: row.due, deliverable: row.deliverable },
      },
    ];
  });
  const kept = new Set(taskPairs.values());
  const removed = standing.filter(
    ({ id, clauseId, appendix }) => clauseId === null && appendix !== null && !kept.has(id),
  );
  return [
    ...read,
    ...removed.map(
      (row): TaskDifference => ({
        kind: "removed",
        taskId: row.id,
        index: null,
        clausePath: pathOf.get(row.clauseId ?? "") ?? null,
        before: wordsOfStanding(row),
        after: null,
      }),
    ),
  ];
}

/** How many proofs serve a clause itself, its obligations or its tasks. */
function proofsAt({ evidence }: PlanChain, clauseId: string, obligationIds: string[], taskIds: string[]) {
  return evidence.filter(
    (proof) =>
      proof.clauseIds.includes(clauseId) ||
      proof.obligationIds.some((id) => obligationIds.includes(id)) ||
      proof.taskIds.some((id) => taskIds.includes(id)),
  ).length;
}

/** A preview held against a plan of the agency, clause by clause and task by task. */
export async function compareImport(
  { tx, actor }: Pick<Work, "tx" | "actor">,
  preview: Preview,
  planId: string,
): Promise<Comparison> {
  planPolicy.permit(actor, "readImport", { agencyId: actor.agencyId });
  const plan = await planOf(tx, actor.agencyId, planId);
  if (preview.planId !== null) throw new NotFound("Bản xem trước này đã được xác nhận nên không còn để so.");
  const before = await clausesOf(tx, planId);
  const standing = await tasksOf(tx, planId);
  const after = inOrder(preview.reading.clauses);
  const chosen = preview.pairing?.planId === planId ? preview.pairing.pairs : [];
  const pairs = pairClauses(before, after, chosen);
  const taskPairs = pairTasks(standing, preview.reading.tasks, pairs);
  const chain = await planChain(tx, actor.agencyId, planId, wholeTime);
  const idsAt = (rows: { id: string; clauseId: string | null }[], clauseId: string | null) =>
    clauseId === null ? [] : rows.filter((row) => row.clauseId === clauseId).map(({ id }) => id);
  const clauses = clauseDifferences(before, after, pairs).map((row) => {
    const obligationIds = idsAt(chain.obligations, row.clauseId);
    const taskIds = idsAt(chain.tasks, row.clauseId);
    return {
      ...row,
      obligations: obligationIds.length,
      tasks: taskIds.length,
      evidence: row.clauseId === null ? 0 : proofsAt(chain, row.clauseId, obligationIds, taskIds),
    };
  });
  const units = await unitsOfAgency(tx, actor.agencyId);
  const tasks = taskDifferences(standing, preview.reading.tasks, taskPairs, before, units);
  const seen = createHash("sha256")
    .update(
      JSON.stringify([
        preview.version,
        plan.version,
        clauses.map(({ kind, clauseId, before: old, after: now }) => [kind, clauseId, old, now]),
        tasks,
      ]),
    )
    .digest("hex");
  return { plan, clauses, tasks, pairs, taskPairs, seen };
}
