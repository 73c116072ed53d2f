import { unitHistory } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import { parsePeriod, periodsOfYear, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { calendarOf } from "./calendar/calendar-queries.ts";
import type { CoverageCellQuestion, CoverageQuestion } from "./coverage-question.ts";
import { type Arrangement, arrangement, type RowId } from "./coverage-rows.ts";
import { type Deadline, deadlineOf } from "./deadline.ts";
import { type ChainEvidence, evidenceNaming } from "./evidence-queries.ts";
import { movedDays } from "./extensions/extension-queries.ts";
import { explains, type GapReason, livingGapReasons } from "./gaps/gap-reasons.ts";
import { isLooseRow } from "./loose-rows.ts";
import { dutiesAbove } from "./parents/parent-queries.ts";
import { type PlanOutline, planOutline, standsAtTheEndOf } from "./plan-chain.ts";
import { planOf } from "./plan-queries.ts";
import { countProofs } from "./proof-counts.ts";
import { proofIndex } from "./proof-index.ts";
import { measuringPeriod } from "./task-progress.ts";

type Task = PlanOutline["tasks"][number];
type Obligation = PlanOutline["obligations"][number];

interface Standing {
  obligations: Obligation[];
  tasks: Task[];
}

interface Frame {
  outline: PlanOutline;
  arranged: Arrangement;
  periods: ReportingPeriod[];
}

/** The plan, the rows and the periods of a board, without any proof. */
async function frameOf(q: Queryable, agencyId: string, { id, kind, basis, by }: CoverageQuestion) {
  const { year } = await planOf(q, agencyId, id);
  const periods = periodsOfYear(year, kind, basis);
  const span = { from: periods[0]!.from, to: periods.at(-1)!.to };
  const outline = await planOutline(q, agencyId, id, span);
  return { outline, periods, arranged: arrangement(by, outline, await unitHistory(q, agencyId), span) };
}

/** A row with all that stand below it. */
function withBelow({ rows }: Arrangement, rowId: RowId): Set<RowId> {
  const within = new Set([rowId]);
  // A row is met before what stands in it.
  for (const { id, parentId } of rows) if (parentId !== null && within.has(parentId)) within.add(id);
  return within;
}

/** Obligations and tasks that stand in these rows themselves. */
const standingIn = ({ outline, arranged }: Frame, rows: Set<RowId>): Standing => ({
  obligations: outline.obligations.filter((one) => arranged.ofObligation(one).some((id) => rows.has(id))),
  tasks: outline.tasks.filter((one) => arranged.ofTask(one).some((id) => rows.has(id))),
});

/** What stands in each row itself. */
function standingByRow({ outline, arranged }: Frame): Map<RowId, Standing> {
  const found = new Map<RowId, Standing>(arranged.rows.map(({ id }) => [id, { obligations: [], tasks: [] }]));
  for (const one of outline.obligations)
    for (const id of arranged.ofObligation(one)) found.get(id)?.obligations.push(one);
  for (const one of outline.tasks) for (const id of arranged.ofTask(one)) found.get(id)?.tasks.push(one);
  return found;
}

/** How many stand in the plan today; of a clause that was left out, how many stood in it. */
const counted = (rows: Pick<Task, "standing">[], leftIn: number | null): number =>
  rows.filter(({ standing }) => leftIn !== null || standing.leftIn === null).length;

/** Ids that a proof of these rows names: a task, an obligation, or the row itself as a whole. */
const targetsOf = (rows: Iterable<RowId>, { obligations, tasks }: Standing): string[] => [
  ...[...rows].filter((row) => !isLooseRow(row)),
  ...[...obligations, ...tasks].map(({ id }) => id),
];

/** Something that stood in the row at the end of the period is asked for there. */
const isWanted = ({ obligations, tasks }: Standing, period: ReportingPeriod): boolean =>
  tasks.some((row) => standsAtTheEndOf(row, period)) ||
  obligations.some((row) => row.noneReason === null && standsAtTheEndOf(row, period));

/** A row's duties have no proof in a period: nobody said why, or somebody did. */
type Lack = "open" | "explained" | null;

/** For each of these rows that has duties of its own, what it lacks in each period. */
async function lacksOf(
  q: Queryable,
  { outline, arranged, periods }: Frame,
  {
    own,
    proven,
    today,
  }: { own: Map<RowId, Standing>; proven: (row: RowId, period: string) => boolean; today: string },
): Promise<Map<RowId, Lack[]>> {
  const reasons = Map.groupBy(
    await livingGapReasons(q, outline.plan.agencyId, outline.plan.id),
    ({ rowId }) => rowId,
  );
  const parents = new Map(arranged.rows.map(({ id, parentId }) => [id, parentId]));
  /** Reasons of the row and of what it stands in: said of the whole, said of its parts. */
  const reasonsOver = (row: RowId): GapReason[] => {
    const over: GapReason[] = [];
    for (let at: RowId | null = row; at !== null; at = parents.get(at) ?? null)
      over.push(...(reasons.get(at) ?? []));
    return over;
  };
  return new Map(
    [...own].flatMap(([id, standing]): [RowId, Lack[]][] => {
      if (standing.obligations.length + standing.tasks.length === 0) return [];
      const over = reasonsOver(id);
      return [
        [
          id,
          periods.map((period) => {
            if (period.from > today || !isWanted(standing, period) || proven(id, period.code)) return null;
            return over.some((reason) => explains(reason, period)) ? "explained" : "open";
          }),
        ],
      ];
    }),
  );
}

/** Deadlines of these tasks on a day; what an amendment left out has none any more. */
async function deadlinesOf(q: Queryable, { plan }: PlanOutline, all: Task[], today: string) {
  const tasks = all.filter(({ standing }) => standing.leftIn === null);
  const calendar = await calendarOf(q, plan.agencyId);
  const found = new Map<string, Deadline | null>();
  const measured = Map.groupBy(tasks, ({ due }) => measuringPeriod(plan.year, due, today).code);
  for (const [code, its] of measured) {
    const proofs = await countProofs(
      q,
      plan.agencyId,
      its.map(({ id, obligationIds }) => ({ row: id, targets: [id, ...obligationIds] })),
      [parsePeriod(code, "decree")],
    );
    for (const { id, due } of its) {
      const period = measuringPeriod(plan.year, due, today);
      const done = proofs(id, code).evidence > 0;
      found.set(id, deadlineOf({ due, progress: { done, period } }, calendar, today));
    }
  }
  return found;
}

/**
 * The coverage board: for each row (a clause, or a unit) that holds obligations, tasks or proofs, itself or below it,
 * and each reporting period, how many proofs there are, those below it included, and how many of them are products of
 * the newsroom. What an amendment left out keeps its row, and is asked for in the periods that were closed before.
 * A row lacks a proof in a period that has begun when it has duties of its own that are not all set aside
 * with a reason, and none of them is proven there; a cell tells how many of the row and those below it lack one, how
 * many of them for a reason that was given, and is a gap when it has nothing at all and something unexplained. Proofs
 * are counted by the database; only an opened cell reads them.
 */
export async function coverage(q: Queryable, agencyId: string, question: CoverageQuestion, now = new Date()) {
  const frame = await frameOf(q, agencyId, question);
  const { outline, arranged, periods } = frame;
  const today = toVietnamDate(now).toString();
  const deadlines = await deadlinesOf(q, outline, outline.tasks, today);
  const above = await dutiesAbove(q, agencyId, question.id);
  const own = standingByRow(frame);
  const drawn = arranged.rows.map((row) => {
    const inside = withBelow(arranged, row.id);
    const all = [...inside].map((id) => own.get(id)!);
    return {
      ...row,
      inside,
      obligations: all.flatMap(({ obligations }) => obligations),
      tasks: all.flatMap(({ tasks }) => tasks),
    };
  });
  const itself = (id: RowId) => `${id} itself`;
  const proofs = await countProofs(
    q,
    agencyId,
    drawn.flatMap(({ id, inside, ...standing }) => [
      { row: id, targets: targetsOf(inside, standing) },
      ...(inside.size > 1 ? [{ row: itself(id), targets: targetsOf([id], own.get(id)!) }] : []),
    ]),
    periods,
  );
  const groups = new Set(drawn.flatMap(({ id, inside }) => (inside.size > 1 ? [id] : [])));
  const proven = (id: RowId, period: string) => proofs(groups.has(id) ? itself(id) : id, period).evidence > 0;
  const lacks = await lacksOf(q, frame, { own, proven, today });
  const rows = drawn.flatMap(
    ({ id: rowId, path, label, name, level, leftIn, inside, obligations, tasks }) => {
      const cells = periods.map(({ code }, at) => {
        const { evidence, products } = proofs(rowId, code);
        const lacked = [...inside].map((id) => lacks.get(id)?.[at]);
        const lacking = lacked.filter((lack) => lack === "open").length;
        const explained = lacked.filter((lack) => lack === "explained").length;
        return { period: code, products, evidence, lacking, explained, gap: lacking > 0 && evidence === 0 };
      });
      const proofless = cells.every(({ evidence }) => evidence === 0);
      if (obligations.length + tasks.length === 0 && proofless && !above.has(rowId)) return [];
      return [
        {
          rowId,
          path,
          label,
          name,
          level,
          obligations: counted(obligations, leftIn),
          tasks: counted(tasks, leftIn),
          overdue: tasks.filter(({ id }) => deadlines.get(id)?.light === "overdue").length,
          soon: tasks.filter(({ id }) => deadlines.get(id)?.light === "soon").length,
          above: above.get(rowId) ?? [],
          isGroup: [...inside].some((id) => id !== rowId && lacks.has(id)),
          cells,
        },
      ];
    },
  );
  const every = [...lacks.values()].flat();
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
    lacking: every.filter((lack) => lack === "open").length,
    explained: every.filter((lack) => lack === "explained").length,
  };
}

/** A cell with the rows in it. @throws NotFound */
async function cellOf(
  q: Queryable,
  agencyId: string,
  { rowId, period: code, ...question }: CoverageCellQuestion,
) {
  const frame = await frameOf(q, agencyId, question);
  const period = frame.periods.find((candidate) => candidate.code === code);
  const row = frame.arranged.rows.find(({ id }) => id === rowId);
  if (!period || !row) throw new NotFound("Bảng bao phủ không có ô này.");
  return { frame, period, row, inside: withBelow(frame.arranged, rowId) };
}

/** What stands behind one cell: of the row and of all below it. */
export async function coverageCell(
  q: Queryable,
  agencyId: string,
  cell: CoverageCellQuestion,
  now = new Date(),
) {
  const { frame, period, inside } = await cellOf(q, agencyId, cell);
  const { outline, periods } = frame;
  const standing = standingIn(frame, inside);
  const asked = new Set(standing.obligations.map(({ id }) => id));
  const discharging = outline.tasks.filter(({ obligationIds }) => obligationIds.some((id) => asked.has(id)));
  const targets = targetsOf(inside, standing);
  // The obligations tell of the whole year; of the rest only what falls into the period is shown.
  const ofYear = await evidenceNaming(q, agencyId, [...targets, ...discharging.map(({ id }) => id)], {
    from: periods[0]!.from,
    to: periods.at(-1)!.to,
  });
  const index = proofIndex(ofYear, outline.tasks);
  const within = ({ at }: ChainEvidence) =>
    new Date(period.startsAt) <= at && at < new Date(period.endsBefore);
  const tasks = standing.tasks.filter((row) => standsAtTheEndOf(row, period));
  const deadlines = await deadlinesOf(q, outline, tasks, toVietnamDate(now).toString());
  const moved = await movedDays(
    q,
    tasks.map(({ id }) => id),
  );
  return {
    obligations: standing.obligations
      .filter((row) => standsAtTheEndOf(row, period))
      .map((row) => ({ ...row, evidenceCount: index.proving(row.id).length })),
    tasks: tasks.map((row) => ({
      ...row,
      deadline: deadlines.get(row.id) ?? null,
      extendedFrom: moved.get(row.id)?.extendedFrom ?? null,
      askedDay: moved.get(row.id)?.askedDay ?? null,
    })),
    evidence: index
      .naming(
        standing.tasks.map(({ id }) => id),
        standing.obligations.map(({ id }) => id),
        inside,
      )
      .filter(within),
  };
}

/**
 * What is lacking in one cell, and whose it is: of the row and those below it, those without a proof, by whether
 * somebody said why; the units that answer for what nobody explained; null stands for every unit.
 */
export async function lacksOfCell(
  q: Queryable,
  agencyId: string,
  cell: CoverageCellQuestion,
  now = new Date(),
) {
  const { frame, period, row, inside } = await cellOf(q, agencyId, cell);
  const own = new Map([...standingByRow(frame)].filter(([id]) => inside.has(id)));
  const proofs = await countProofs(
    q,
    agencyId,
    [...own].map(([id, standing]) => ({ row: id, targets: targetsOf([id], standing) })),
    [period],
  );
  const lacks = await lacksOf(
    q,
    { ...frame, periods: [period] },
    {
      own,
      proven: (id, code) => proofs(id, code).evidence > 0,
      today: toVietnamDate(now).toString(),
    },
  );
  const named = (wanted: Lack) => [...lacks].flatMap(([id, [lack]]) => (lack === wanted ? [id] : []));
  const open = named("open");
  const duties = open.flatMap((id) => {
    const { obligations, tasks } = own.get(id)!;
    return [
      ...obligations.filter(({ noneReason }) => noneReason === null),
      ...tasks.map(({ leadUnitId, ...task }) => ({ ...task, unitIds: leadUnitId ? [leadUnitId] : [] })),
    ].filter((duty) => standsAtTheEndOf(duty, period));
  });
  const { rows } = frame.arranged;
  const above: RowId[] = [];
  for (let at = row.parentId; at !== null; at = rows.find(({ id }) => id === at)?.parentId ?? null)
    above.push(at);
  return {
    plan: frame.outline.plan,
    row,
    period,
    /** Rows that stand in this one, itself first, and those that it stands in; each with its mark. */
    marks: new Map(
      [...inside, ...above].map((id) => [id, rows.find((candidate) => candidate.id === id)?.path ?? ""]),
    ),
    open: open.length,
    explained: named("explained").length,
    unitIds:
      cell.by === "unit" && !isLooseRow(row.id)
        ? [row.id]
        : duties.some(({ allUnits }) => allUnits)
          ? null
          : [...new Set(duties.flatMap(({ unitIds }) => unitIds))],
    obligationIds: duties.flatMap((duty) => ("code" in duty ? [duty.id] : [])),
  };
}
