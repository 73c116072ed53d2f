import { NotFound } from "#platform/auth/policy.ts";
import { type PeriodBasis, periodsOfYear, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { calendarOf } from "./calendar/calendar-queries.ts";
import { clauseMark } from "./clause-mark.ts";
import { type Deadline, deadlineOf } from "./deadline.ts";
import { type ChainEvidence, evidenceBetween } from "./evidence-queries.ts";
import { movedDays } from "./extensions/extension-queries.ts";
import { type PlanChain, planChain, standsAtTheEndOf } from "./plan-chain.ts";
import { reportingYear, taskProgress } from "./task-progress.ts";

export interface CoverageQuestion {
  id: string;
  kind: "month" | "quarter";
  basis: PeriodBasis;
}

const LONGEST_NAME = 140;

/** The rows of the board for tasks that belong to no clause: those of the appendices, and those added since. */
const APPENDIX = "phu-luc";
const ADDED = "bo-sung";

const withoutClause = [
  { id: APPENDIX, path: "Phụ lục", title: "Nhiệm vụ giao ở phụ lục" },
  { id: ADDED, path: "Bổ sung", title: "Nhiệm vụ bổ sung, chưa gắn mục" },
].map((place) => ({
  ...place,
  label: "",
  text: "",
  level: 0,
  standing: { from: null, until: null, leftIn: null },
}));

/** The id of a clause, or of a row without one. */
type Place = string;

const placeOf = ({ clauseId, fromAppendix }: PlanChain["tasks"][number]): Place =>
  clauseId ?? (fromAppendix ? APPENDIX : ADDED);

/** A clause with all that stand below it. */
function withBelow(chain: PlanChain, clauseId: Place): Set<Place> {
  const within = new Set([clauseId]);
  // Clauses come in the order of the document: a clause is met before what stands in it.
  for (const { id, parentId } of chain.clauses) if (parentId !== null && within.has(parentId)) within.add(id);
  return within;
}

/** Obligations and tasks that stand in these clauses themselves. */
const standingIn = (chain: PlanChain, places: Set<Place>) => ({
  obligations: chain.obligations.filter((row) => places.has(row.clauseId)),
  tasks: chain.tasks.filter((row) => places.has(placeOf(row))),
});

/** " (không còn từ bản 2)". */
const leftNote = ({ standing: { leftIn } }: Pick<PlanChain["clauses"][number], "standing">): string =>
  leftIn === null ? "" : ` (không còn từ bản ${leftIn})`;

/** How many stand in the plan today; of a clause that was left out, how many stood in it. */
const counted = (
  rows: Pick<PlanChain["tasks"][number], "standing">[],
  { standing: { leftIn } }: Pick<PlanChain["clauses"][number], "standing">,
): number => rows.filter(({ standing }) => leftIn !== null || standing.leftIn === null).length;

/** Proofs that serve something of these clauses, or one of them as a whole; each once. */
function proofsOf(chain: PlanChain, places: Set<Place>): ChainEvidence[] {
  const { obligations, tasks } = standingIn(chain, places);
  const obligationIds = new Set(obligations.map(({ id }) => id));
  const taskIds = new Set(tasks.map(({ id }) => id));
  return chain.evidence.filter(
    (proof) =>
      proof.clauseIds.some((id) => places.has(id)) ||
      proof.taskIds.some((id) => taskIds.has(id)) ||
      proof.obligationIds.some((id) => obligationIds.has(id)),
  );
}

const within = (proof: ChainEvidence, { startsAt, endsBefore }: ReportingPeriod) =>
  proof.at >= new Date(startsAt) && proof.at < new Date(endsBefore);

async function chainOfPeriods(q: Queryable, agencyId: string, { id, kind, basis }: CoverageQuestion) {
  const { plan } = await planChain(q, agencyId, id, { from: "2000-01-01", to: "2000-01-01" });
  const periods = periodsOfYear(plan.year, kind, basis);
  const span = { from: periods[0]!.from, to: periods.at(-1)!.to };
  return { periods, chain: await planChain(q, agencyId, id, span, { keepAll: true }) };
}

/** Deadlines of the plan's tasks on a day; what an amendment left out has none any more. */
async function deadlinesOf(q: Queryable, { plan, tasks: all }: PlanChain, today: string) {
  const tasks = all.filter(({ standing }) => standing.leftIn === null);
  const evidence = await evidenceBetween(q, plan.agencyId, reportingYear(plan.year));
  const progress = taskProgress({ year: plan.year, tasks, evidence }, today);
  const calendar = await calendarOf(q, plan.agencyId);
  return new Map<string, Deadline | null>(
    tasks.map(({ id, due }) => [id, deadlineOf({ due, progress: progress.get(id)! }, calendar, today)]),
  );
}

/**
 * The coverage board: for each clause that holds obligations, tasks or proofs, itself or below it, and each reporting
 * period, how many proofs there are, those below it included, and how many of them are products of the newsroom.
 * What an amendment left out keeps its row, and is asked for in the periods that were closed before.
 * A clause lacks a proof in a period that has begun when it has duties of its own that are not all set aside with a
 * reason, and none of them is proven there; a cell tells how many of the clause and those below it lack one, and is a
 * gap when it has nothing at all.
 */
export async function coverage(q: Queryable, agencyId: string, question: CoverageQuestion, now = new Date()) {
  const { periods, chain } = await chainOfPeriods(q, agencyId, question);
  const today = toVietnamDate(now).toString();
  const deadlines = await deadlinesOf(q, chain, today);
  const everyPlace = [...chain.clauses, ...withoutClause];
  const own = new Map<Place, { lacks: boolean[] }>();
  for (const { id } of everyPlace) {
    const { obligations, tasks } = standingIn(chain, new Set([id]));
    if (obligations.length + tasks.length === 0) continue;
    const proofs = proofsOf(chain, new Set([id]));
    const wanted = (period: ReportingPeriod) =>
      tasks.some((row) => standsAtTheEndOf(row, period)) ||
      obligations.some((row) => row.noneReason === null && standsAtTheEndOf(row, period));
    own.set(id, {
      lacks: periods.map(
        (period) => period.from <= today && wanted(period) && !proofs.some((proof) => within(proof, period)),
      ),
    });
  }
  const rows = everyPlace.flatMap((clause) => {
    const places = withBelow(chain, clause.id);
    const { obligations, tasks } = standingIn(chain, places);
    const proofs = proofsOf(chain, places);
    if (obligations.length + tasks.length + proofs.length === 0) return [];
    return [
      {
        clauseId: clause.id,
        path: clauseMark(clause.path),
        label: clause.label,
        name: `${clause.title ?? beginning(clause.text, LONGEST_NAME)}${leftNote(clause)}`,
        level: clause.level,
        obligations: counted(obligations, clause),
        tasks: counted(tasks, clause),
        overdue: tasks.filter(({ id: task }) => deadlines.get(task)?.light === "overdue").length,
        soon: tasks.filter(({ id: task }) => deadlines.get(task)?.light === "soon").length,
        isGroup: [...places].some((id) => id !== clause.id && own.has(id)),
        cells: periods.map((period, at) => {
          const inside = proofs.filter((proof) => within(proof, period));
          const lacking = [...places].filter((id) => own.get(id)?.lacks[at]).length;
          return {
            period: period.code,
            products: inside.filter(({ source }) => source === "newsroom").length,
            evidence: inside.length,
            lacking,
            gap: lacking > 0 && inside.length === 0,
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

/** The rows behind one cell: of the clause and of all below it. */
export async function coverageCell(
  q: Queryable,
  agencyId: string,
  { clauseId, period: code, ...question }: CoverageQuestion & { clauseId: string; period: string },
  now = new Date(),
) {
  const { periods, chain } = await chainOfPeriods(q, agencyId, question);
  const period = periods.find((candidate) => candidate.code === code);
  if (!period || ![...chain.clauses, ...withoutClause].some(({ id }) => id === clauseId))
    throw new NotFound("Bảng bao phủ không có ô này.");
  const places = withBelow(chain, clauseId);
  const { obligations, tasks } = standingIn(chain, places);
  const deadlines = await deadlinesOf(q, chain, toVietnamDate(now).toString());
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
    evidence: proofsOf(chain, places).filter((proof) => within(proof, period)),
  };
}
