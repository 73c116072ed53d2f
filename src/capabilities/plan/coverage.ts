import { unitHistory } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import { type PeriodBasis, periodsOfYear, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { calendarOf } from "./calendar/calendar-queries.ts";
import { type Arrangement, arrangement, type RowId } from "./coverage-rows.ts";
import { type Deadline, deadlineOf } from "./deadline.ts";
import { type ChainEvidence, evidenceBetween } from "./evidence-queries.ts";
import { movedDays } from "./extensions/extension-queries.ts";
import { dutiesAbove } from "./parents/parent-queries.ts";
import { type PlanChain, planChain, standsAtTheEndOf } from "./plan-chain.ts";
import { planOf } from "./plan-queries.ts";
import { type ProofIndex, proofIndex } from "./proof-index.ts";
import { reportingYear, taskProgress } from "./task-progress.ts";

export interface CoverageQuestion {
  id: string;
  kind: "month" | "quarter";
  basis: PeriodBasis;
  /** What the rows are. */
  by: "clause" | "unit";
}

interface Board {
  chain: PlanChain;
  arranged: Arrangement;
  proofs: ProofIndex<ChainEvidence>;
}

/** A row with all that stand below it. */
function withBelow({ rows }: Arrangement, rowId: RowId): Set<RowId> {
  const within = new Set([rowId]);
  // A row is met before what stands in it.
  for (const { id, parentId } of rows) if (parentId !== null && within.has(parentId)) within.add(id);
  return within;
}

/** Obligations and tasks that stand in these rows themselves. */
const standingIn = ({ chain, arranged }: Board, rows: Set<RowId>) => ({
  obligations: chain.obligations.filter((one) => arranged.ofObligation(one).some((id) => rows.has(id))),
  tasks: chain.tasks.filter((one) => arranged.ofTask(one).some((id) => rows.has(id))),
});

/** How many stand in the plan today; of a clause that was left out, how many stood in it. */
const counted = (rows: Pick<PlanChain["tasks"][number], "standing">[], leftIn: number | null): number =>
  rows.filter(({ standing }) => leftIn !== null || standing.leftIn === null).length;

/** Proofs that serve something of these rows, or one of them as a whole; each once. */
function proofsOf(board: Board, rows: Set<RowId>): ChainEvidence[] {
  const { obligations, tasks } = standingIn(board, rows);
  return board.proofs.naming(
    tasks.map(({ id }) => id),
    obligations.map(({ id }) => id),
    rows,
  );
}

/** Which period each proof falls into, found once for all rows. */
function periodsOfProofs(periods: ReportingPeriod[], proofs: ChainEvidence[]): Map<ChainEvidence, string> {
  const bounds = periods.map(({ code, startsAt, endsBefore }) => ({
    code,
    starts: new Date(startsAt),
    ends: new Date(endsBefore),
  }));
  return new Map(
    proofs.flatMap((proof) => {
      const found = bounds.find(({ starts, ends }) => starts <= proof.at && proof.at < ends);
      return found ? [[proof, found.code]] : [];
    }),
  );
}

async function boardOf(q: Queryable, agencyId: string, { id, kind, basis, by }: CoverageQuestion) {
  const plan = await planOf(q, agencyId, id);
  const periods = periodsOfYear(plan.year, kind, basis);
  const span = { from: periods[0]!.from, to: periods.at(-1)!.to };
  const chain = await planChain(q, agencyId, id, span, { keepAll: true });
  const arranged = arrangement(by, chain, await unitHistory(q, agencyId), span);
  const periodOf = periodsOfProofs(periods, chain.evidence);
  return { periods, periodOf, chain, arranged, proofs: proofIndex(chain.evidence, chain.tasks) };
}

/** Deadlines of the plan's tasks on a day; what an amendment left out has none any more. */
async function deadlinesOf(
  q: Queryable,
  { plan, tasks: all, evidence: shown }: PlanChain,
  basis: PeriodBasis,
  today: string,
) {
  const tasks = all.filter(({ standing }) => standing.leftIn === null);
  // The periods of the decree are the reporting year; those of the calendar are not.
  const evidence =
    basis === "decree" ? shown : await evidenceBetween(q, plan.agencyId, reportingYear(plan.year));
  const progress = taskProgress({ year: plan.year, tasks, evidence }, today);
  const calendar = await calendarOf(q, plan.agencyId);
  return new Map<string, Deadline | null>(
    tasks.map(({ id, due }) => [id, deadlineOf({ due, progress: progress.get(id)! }, calendar, today)]),
  );
}

/**
 * The coverage board: for each row (a clause, or a unit) that holds obligations, tasks or proofs, itself or below it,
 * and each reporting period, how many proofs there are, those below it included, and how many of them are products of
 * the newsroom. What an amendment left out keeps its row, and is asked for in the periods that were closed before.
 * A row lacks a proof in a period that has begun when it has duties of its own that are not all set aside
 * with a reason, and none of them is proven there; a cell tells how many of the row and those below it lack one, and is
 * a gap when it has nothing at all.
 */
export async function coverage(q: Queryable, agencyId: string, question: CoverageQuestion, now = new Date()) {
  const { periods, periodOf, ...board } = await boardOf(q, agencyId, question);
  const today = toVietnamDate(now).toString();
  const deadlines = await deadlinesOf(q, board.chain, question.basis, today);
  const above = await dutiesAbove(q, agencyId, question.id);
  const own = new Map<RowId, { lacks: boolean[] }>();
  for (const { id } of board.arranged.rows) {
    const { obligations, tasks } = standingIn(board, new Set([id]));
    if (obligations.length + tasks.length === 0) continue;
    const proven = new Set(proofsOf(board, new Set([id])).map((proof) => periodOf.get(proof)));
    const wanted = (period: ReportingPeriod) =>
      tasks.some((row) => standsAtTheEndOf(row, period)) ||
      obligations.some((row) => row.noneReason === null && standsAtTheEndOf(row, period));
    own.set(id, {
      lacks: periods.map((period) => period.from <= today && wanted(period) && !proven.has(period.code)),
    });
  }
  const rows = board.arranged.rows.flatMap(({ id: rowId, path, label, name, level, leftIn }) => {
    const inside = withBelow(board.arranged, rowId);
    const { obligations, tasks } = standingIn(board, inside);
    const proofs = Map.groupBy(proofsOf(board, inside), (proof) => periodOf.get(proof));
    if (obligations.length + tasks.length + proofs.size === 0 && !above.has(rowId)) return [];
    return [
      {
        rowId,
        path,
        label,
        name,
        level,
        obligations: counted(obligations, leftIn),
        tasks: counted(tasks, leftIn),
        overdue: tasks.filter(({ id: task }) => deadlines.get(task)?.light === "overdue").length,
        soon: tasks.filter(({ id: task }) => deadlines.get(task)?.light === "soon").length,
        above: above.get(rowId) ?? [],
        isGroup: [...inside].some((id) => id !== rowId && own.has(id)),
        cells: periods.map((period, at) => {
          const shown = proofs.get(period.code) ?? [];
          const lacking = [...inside].filter((id) => own.get(id)?.lacks[at]).length;
          return {
            period: period.code,
            products: shown.filter(({ source }) => source === "newsroom").length,
            evidence: shown.length,
            lacking,
            gap: lacking > 0 && shown.length === 0,
          };
        }),
      },
    ];
  });
  return {
    periods: periods.map(({ code, label, from, to }) => ({
      code,
      label,
      from,
      to,
      isOpen: from <= today && today <= to,
      isFuture: from > today,
    })),
    rows,
    lacking: [...own.values()].reduce((sum, { lacks }) => sum + lacks.filter(Boolean).length, 0),
  };
}

/** What stands behind one cell: of the row and of all below it. */
export async function coverageCell(
  q: Queryable,
  agencyId: string,
  { rowId, period: code, ...question }: CoverageQuestion & { rowId: RowId; period: string },
  now = new Date(),
) {
  const { periods, periodOf, ...board } = await boardOf(q, agencyId, question);
  const period = periods.find((candidate) => candidate.code === code);
  if (!period || !board.arranged.rows.some(({ id }) => id === rowId))
    throw new NotFound("Bảng bao phủ không có ô này.");
  const inside = withBelow(board.arranged, rowId);
  const { obligations, tasks } = standingIn(board, inside);
  const deadlines = await deadlinesOf(q, board.chain, question.basis, toVietnamDate(now).toString());
  const moved = await movedDays(
    q,
    tasks.map(({ id }) => id),
  );
  return {
    obligations: obligations.filter((row) => standsAtTheEndOf(row, period)),
    tasks: tasks
      .filter((row) => standsAtTheEndOf(row, period))
      .map((row) => ({
        ...row,
        deadline: deadlines.get(row.id) ?? null,
        extendedFrom: moved.get(row.id)?.extendedFrom ?? null,
        askedDay: moved.get(row.id)?.askedDay ?? null,
      })),
    evidence: proofsOf(board, inside).filter((proof) => periodOf.get(proof) === period.code),
  };
}
