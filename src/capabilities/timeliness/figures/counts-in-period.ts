import { and, eq, inArray, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierCount, dossierSource } from "../tables.ts";
import { countedIn, monthsOf, toldByCounts } from "./measure.ts";
import type { Division } from "./measure-words.ts";
import type { FiguresOfPart, PeriodFigures } from "./period-figures.ts";

type Row = typeof dossierCount.$inferSelect;

/** Where the figures of a unit come from, as its screen tells. */
export interface UnitSource {
  /** Names the unit in calls. */
  key: string;
  unit: string;
  /**
   * both: there are counts of the unit too, and its dossiers count; chosen: there are dossiers too, and its counts
   * count, because a person has said so.
   */
  from: "dossiers" | "counts" | "both" | "chosen";
  /** What a person has said of it in this period. */
  said: { source: "dossiers" | "counts"; reason: string; byName: string; at: Date } | null;
  /** Of a period made of months: those that nobody has brought counts for. */
  missingMonths: string[];
  /** What the source that does not count says, where there are both: carried over and filed, settled. */
  told: { received: number; resolved: number } | null;
  /** The system puts what is early into what is on time. */
  earlyIsOnTime: boolean;
}

/** Rows without those that are parts of another of the same unit and period. */
function wholes(rows: Row[]): Row[] {
  const known = new Set(
    rows.map((row) => [row.period, row.unitKey, row.field, row.procedureCode].join("\n")),
  );
  const has = ({ period, unitKey }: Row, field: string, code: string) =>
    known.has([period, unitKey, field, code].join("\n"));
  return rows.filter(
    (row) =>
      !((row.field !== "" || row.procedureCode !== "") && has(row, "", "")) &&
      !(row.field !== "" && row.procedureCode !== "" && has(row, row.field, "")),
  );
}

const share = (known: Row[], above: (row: Row) => number, below: (row: Row) => number) => ({
  numerator: known.reduce((all, row) => all + above(row), 0),
  denominator: known.reduce((all, row) => all + below(row), 0),
});

const resolvedOf = (row: Row) => row.early + row.onTime + row.late;

/**
 * The figures of rows of one unit: what came and went in them is added up, what was at hand is that of the first and of
 * the last month. Of a share only rows that tell both of its numbers.
 */
function figuresOf(rows: Row[]): PeriodFigures {
  const months = [...new Set(rows.map(({ period }) => period))].toSorted();
  const sum = (of: (row: Row) => number, among: Row[] = rows) => among.reduce((all, row) => all + of(row), 0);
  const first = rows.filter(({ period }) => period === months[0]);
  const last = rows.filter(({ period }) => period === months.at(-1));
  const carriedOver = sum((row) => row.carriedOver, first);
  const filed = sum((row) => row.filed);
  const [early, onTime, late] = [sum((row) => row.early), sum((row) => row.onTime), sum((row) => row.late)];
  const resolved = early + onTime + late;
  const told = (key: "online" | "owing" | "electronic" | "digitised") =>
    rows.filter((row) => row[key] !== null);
  return {
    ...{ received: carriedOver + filed, carriedOver, filed, early, onTime, late, resolved },
    inProgressOnTime: sum((row) => row.inProgressOnTime, last),
    inProgressOverdue: sum((row) => row.inProgressOverdue, last),
    paused: sum((row) => row.paused, last),
    closedWithoutResult: sum((row) => row.closed),
    onTimeShare: { numerator: early + onTime, denominator: resolved },
    online: share(
      told("online"),
      (row) => row.online!,
      (row) => row.filed,
    ),
    ePayment: share(
      told("owing"),
      (row) => row.paid ?? 0,
      (row) => row.owing!,
    ),
    eResult: share(told("electronic"), (row) => row.electronic!, resolvedOf),
    digitised: share(
      told("digitised"),
      (row) => row.digitised!,
      (row) => row.filed,
    ),
    circulated: { numerator: 0, denominator: 0 },
    workingDays: { numerator: 0, denominator: 0 },
  };
}

/** The rows of each unit that hold for a period: of the period itself, else of its months. */
function rowsOfUnits(rows: Row[], code: string): Map<string, Row[]> {
  const units = Map.groupBy(rows, ({ unitKey }) => unitKey);
  return new Map(
    [...units].map(([key, all]) => {
      const own = all.filter(({ period }) => period === code);
      return [key, wholes(own.length > 0 ? own : all)];
    }),
  );
}

const partOf: Record<Division, (row: Row) => { key: string; label: string }> = {
  unit: ({ unitKey, unit }) => ({ key: unitKey, label: unit }),
  procedure: ({ procedureCode }) => ({ key: procedureCode, label: procedureCode }),
  field: ({ field }) => ({ key: field, label: field }),
  // A count tells its channels in one row.
  channel: () => ({ key: "", label: "" }),
};

type KnownUnit = { key: string; unit: string; received: number; resolved: number; isChosen: boolean };

/** What people have said of units in the period, by unit. */
async function saidSources(
  q: Queryable,
  agencyId: string,
  period: string,
): Promise<Map<string, NonNullable<UnitSource["said"]>>> {
  const rows = await q
    .select()
    .from(dossierSource)
    .where(and(eq(dossierSource.agencyId, agencyId), eq(dossierSource.period, period)));
  const names = await personNames(
    q,
    rows.map(({ saidBy }) => saidBy),
  );
  return new Map(
    rows.map(({ unitKey, source, reason, saidBy, saidAt }) => [
      unitKey,
      { source, reason, byName: names.get(saidBy) ?? "", at: saidAt },
    ]),
  );
}

/**
 * What was counted of a period by units that have no dossier in it, or of which a person has said that the counts hold:
 * a unit of which dossiers are known is told by these otherwise, never by both.
 */
export async function countsInPeriod(
  q: Queryable,
  { agencyId, period, today, by }: { agencyId: string; period: ReportingPeriod; today: string; by: Division },
): Promise<{ parts: FiguresOfPart[]; sources: UnitSource[] }> {
  const months = monthsOf(period);
  const kept = await q
    .select()
    .from(dossierCount)
    .where(
      and(
        eq(dossierCount.agencyId, agencyId),
        inArray(dossierCount.period, [period.code, ...months.map(({ code }) => code)]),
      ),
    );
  const { rows: known } = await q.execute<KnownUnit>(sql`
    with ${countedIn(agencyId, period, { everyUnit: true })}
    select unit_key as key, min(unit) as unit, count(*)::int as received,
      (count(*) filter (where kind = 'resolved'))::int as resolved,
      bool_or(${toldByCounts(agencyId, period)}) as "isChosen"
    from counted group by unit_key order by 2`);
  const saidOf = await saidSources(q, agencyId, period.code);
  const told = known.filter(({ isChosen }) => !isChosen);
  const chosen = new Map(known.filter(({ isChosen }) => isChosen).map((one) => [one.key, one]));
  const withDossiers = new Set(told.map(({ key }) => key));
  const units = rowsOfUnits(kept, period.code);
  const counted = [...units].filter(([key]) => !withDossiers.has(key)).flatMap(([, rows]) => rows);
  const begun = months.filter(({ from }) => from <= today).map(({ code }) => code);
  const missingOf = (rows: Row[]) =>
    rows.some(({ period: code }) => code === period.code)
      ? []
      : begun.filter((code) => !rows.some((row) => row.period === code));
  const sources = [
    ...told.map(({ key, unit }): UnitSource => {
      const rows = units.get(key);
      const figures = rows && figuresOf(rows);
      return {
        ...{ key, unit: unit || "(trống)", from: rows ? "both" : "dossiers", earlyIsOnTime: false },
        said: saidOf.get(key) ?? null,
        missingMonths: rows ? missingOf(rows) : [],
        told: figures ? { received: figures.received, resolved: figures.resolved } : null,
      };
    }),
    ...[...units]
      .filter(([key]) => !withDossiers.has(key))
      .map(([key, rows]): UnitSource => {
        const dossiers = chosen.get(key);
        return {
          ...{ key, unit: rows[0]!.unit, from: dossiers ? "chosen" : "counts" },
          told: dossiers ? { received: dossiers.received, resolved: dossiers.resolved } : null,
          said: saidOf.get(key) ?? null,
          missingMonths: missingOf(rows),
          earlyIsOnTime: rows.some((row) => row.earlyIsOnTime),
        };
      }),
  ];
  // Units apart first: what is at hand in the last month is that of each unit's own last month.
  const parts = Map.groupBy(counted, (row) => partOf[by](row).key);
  return {
    sources: units.size === 0 ? [] : sources,
    parts: [...parts].map(([key, rows]) => ({
      ...{ key, label: partOf[by](rows[0]!).label || "(trống)" },
      ...addUp([...Map.groupBy(rows, ({ unitKey }) => unitKey).values()].map(figuresOf)),
    })),
  };
}

const none: PeriodFigures = figuresOf([]);

/** Figures of several parts added up, number by number. */
export const addUp = (all: PeriodFigures[]): PeriodFigures =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(
        (Object.keys(none) as (keyof PeriodFigures)[]).map((key) => {
          const [a, b] = [sum[key], one[key]];
          return [
            key,
            typeof a === "number" || typeof b === "number"
              ? Number(a) + Number(b)
              : { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator },
          ];
        }),
      ) as unknown as PeriodFigures,
    none,
  );
