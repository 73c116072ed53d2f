import { clauseMark, clauseNames } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { isWithin, periodsOfYear, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { formatDate, today, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { shorten } from "#platform/text/shorten.ts";
import { type AnnexLine, annexLines } from "../annex.ts";
import type { Collected } from "../collect-figures.ts";
import { type Figure, figureInWords } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import { gatherChain, planToReport, publishedIn } from "../gather-chain.ts";
import { obligationStates } from "../obligation-state.ts";
import { readPeriod } from "../open-report.ts";
import type { Overview, OverviewClause } from "./overview.ts";
import { leadershipPolicy } from "./policy.ts";
import { whatIsLate } from "./what-is-late.ts";
import { whatWaits } from "./what-waits.ts";

/** What is told at a glance, in this order; figures of what an agency does not keep are left out. */
const glance = [
  "obligations.with-evidence",
  "tasks.due",
  "content.published",
  "placements.total",
  "units.contributing",
  "themes.covered",
  "publicity.procedures",
  "dossiers.in-time",
  "feedback.in-time",
  "savings.minutes",
  "savings.ways",
  "savings.dong",
  "events.held",
  "commitments.kept",
  "listening.of-theme",
  "incidents.in-time",
  "budget.spent",
];

const LONGEST_NAME = 90;

const earlierOf = (one: string, other: string): string => (one < other ? one : other);

const countsOf = (lines: AnnexLine[]): OverviewClause["counts"] =>
  Object.fromEntries(
    obligationStates.map((state) => [state, lines.filter((one) => one.state === state).length]),
  ) as OverviewClause["counts"];

/** The chain of the year's plan in a period that closes on the 14th, with everything counted from it. */
async function collectedIn(
  q: Queryable,
  agencyId: string,
  { code, day = today().toString() }: { code: string; day?: string },
): Promise<Collected & { period: ReportingPeriod }> {
  const period = readPeriod(code, "decree");
  if (period.from > day)
    throw new Conflict(`Kỳ này bắt đầu ngày ${formatDate(period.from)}, chưa có số liệu nào.`);
  const planId = await planToReport(q, agencyId, null, Number(period.code.slice(0, 4)));
  const chain = await gatherChain(q, agencyId, planId, { code: period.code, basis: "decree" });
  return { chain, period, figures: countFigures(chain), annex: annexLines(chain) };
}

/** What a number of the overview counts, as it stands now. Throws NotFound for a number that there is not. */
export async function rowsOfOverview(
  q: Queryable,
  actor: Actor,
  { period, key }: { period: string; key: string },
): Promise<{ figure: Figure; rows: FigureRow[]; label: string }> {
  leadershipPolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const { chain, figures } = await collectedIn(q, actor.agencyId, { code: period });
  const figure = figures.find((one) => one.key === key);
  if (!figure) throw new NotFound("Không có số liệu này trong kỳ.");
  return { figure, rows: figureRows(chain, figure), label: chain.period.label };
}

/** Every obligation of the year's plan with its state in the period. */
export async function linesOfOverview(q: Queryable, actor: Actor, { period }: { period: string }) {
  leadershipPolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const { annex, chain } = await collectedIn(q, actor.agencyId, { code: period });
  return {
    label: chain.period.label,
    lines: annex.filter(({ obligationId }) => obligationId !== null),
  };
}

/** Each clause, or each part, that has obligations, in the plan's order. */
function clausesIn(
  duties: AnnexLine[],
  names: Map<string, string>,
  pathOf: (clause: string) => string,
): OverviewClause[] {
  return [...Map.groupBy(duties, ({ clause }) => pathOf(clause ?? ""))].map(([clause, lines]) => ({
    ...{
      clause,
      mark: clause === "" ? "" : clauseMark(clause),
      name: shorten(names.get(clause) ?? "", LONGEST_NAME),
      counts: countsOf(lines),
      total: lines.length,
    },
  }));
}

const atAGlance = ({ key, label, numerator, denominator, ...rest }: Figure) => ({
  ...{ key, label, numerator, denominator },
  words: figureInWords({ key, label, numerator, denominator, ...rest }),
});

/**
 * How the agency stands in a period as this person may see it at a moment. A month closes on the 14th; in a period that
 * runs everything is counted up to that day. The plan is the year's, else the one
 * that is there. Throws NotFound where there is none, Conflict before the period begins.
 */
export async function gatherOverview(
  q: Queryable,
  actor: Actor,
  { period: code, now = new Date() }: { period: string; now?: Date },
): Promise<Overview> {
  leadershipPolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const { agencyId } = actor;
  const day = toVietnamDate(now).toString();
  const collected = await collectedIn(q, agencyId, { code, day });
  const { chain, figures, annex, period } = collected;
  const until = earlierOf(day, period.to);
  const duties = annex.filter(({ obligationId }) => obligationId !== null);
  const months = periodsOfYear(chain.plan.year, "month", "decree").filter(({ from }) => from <= day);
  const names = await clauseNames(q, chain.plan.id);
  const published = await publishedIn(q, agencyId, { from: months[0]?.from ?? period.from, to: day });
  return {
    agency: { name: chain.agency.name, isSample: chain.agency.isSample },
    plan: { id: chain.plan.id, title: chain.plan.title },
    period: { code: period.code, label: period.label, from: period.from, to: period.to },
    ...{ until, takenAt: now.toISOString() },
    figures: glance.flatMap((key) => {
      const found = figures.find((one) => one.key === key);
      return found === undefined ? [] : [atAGlance(found)];
    }),
    clauses: clausesIn(duties, names, (clause) => clause),
    parts: clausesIn(duties, names, (clause) => clause.split(".")[0]!),
    ...{ counts: countsOf(duties), total: duties.length },
    months: months.map((month) => ({
      ...{ code: month.code, label: month.label },
      count: published.filter(({ publishedAt }) => isWithin(month, publishedAt)).length,
    })),
    late: await whatIsLate(q, agencyId, collected, { period, until }),
    waiting: await whatWaits(q, actor, now),
  };
}
