import { documentsOfAgency } from "#documents";
import { contentInPeriod } from "#newsroom";
import { agencyById, unitsOfAgency } from "#organization";
import { contentThemes, type PlanChain, planChain, plansOfAgency, themeGroups } from "#plan";
import { NotFound } from "#platform/auth/policy.ts";
import { type PeriodBasis, parsePeriod, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Chain } from "./chain.ts";

/** The plan with this id, or the current one when none is named. Throws NotFound with what to do. */
export async function planIdOrCurrent(
  q: Queryable,
  agencyId: string,
  planId: string | null,
): Promise<string> {
  const found = (await plansOfAgency(q, agencyId)).find(({ id }) => planId === null || id === planId);
  if (!found)
    throw new NotFound(
      "Chưa có kế hoạch nào để báo cáo. Hãy nhập kế hoạch ở mục Kế hoạch rồi lập báo cáo lại.",
    );
  return found.id;
}

/** Walks the chain of a plan in one period, through the doors of the houses below, into rows in a stable order. */
export async function gatherChain(
  q: Queryable,
  agencyId: string,
  planId: string,
  { code, basis }: { code: string; basis: PeriodBasis },
): Promise<Chain> {
  const period = parsePeriod(code, basis);
  const agency = (await agencyById(q, agencyId))!;
  const walked = await planChain(q, agencyId, planId, period);
  const units = await unitsOfAgency(q, agencyId);
  const published = await contentInPeriod(q, agencyId, period);
  const yearBefore = await contentInPeriod(q, agencyId, sameSpanYearBefore(period));
  const { plan } = walked;
  return {
    agency: {
      name: agency.name,
      superiorName: agency.superiorName,
      symbol: agency.symbol,
      place: agency.place,
      isSample: agency.isSample,
    },
    plan: {
      id: plan.id,
      title: plan.title,
      number: plan.number,
      symbol: plan.symbol ?? `KH-${agency.symbol}`,
      date: plan.issuedOn,
      year: plan.year,
    },
    period: {
      code: period.code,
      basis: period.basis,
      kind: period.kind,
      from: period.from,
      to: period.to,
      label: period.label,
    },
    // The leadership decides; it is not a unit that owes products.
    units: units
      .filter(({ kind }) => kind !== "leadership")
      .map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind })),
    themes: contentThemes
      .filter(({ validTo }) => validTo === undefined || validTo >= period.from)
      .map(({ slug, label, group }) => ({ slug, label, group, groupLabel: themeGroups[group] })),
    documents: await documentsIssued(q, agencyId, period),
    obligations: walked.obligations.map(({ id, code: short, what, themeSlugs, leadUnits, noneReason }) => ({
      id,
      code: short,
      what,
      themes: themeSlugs,
      leadUnits,
      noneReason,
    })),
    tasks: walked.tasks.map((task) => ({
      id: task.id,
      title: task.title,
      obligationIds: [...task.obligationIds].sort(),
      leadUnitId: task.leadUnitId,
      leadUnitText: task.leadUnitText,
      due: dueInWords(task.due),
      deliverable: task.deliverable,
    })),
    content: published
      .filter(({ publishedAt }) => publishedAt !== null)
      .map((item) => ({
        id: item.id,
        kind: item.kind,
        kindLabel: item.kindLabel,
        title: item.title,
        unitId: item.unitId,
        primaryTheme: item.primaryTheme,
        themes: [...item.themes].sort(),
        state: item.state,
        publishedAt: instant(item.publishedAt!),
        url: item.url,
        withdrawnAt: item.withdrawnAt === null ? null : instant(item.withdrawnAt),
        taskIds: [...item.taskIds].sort(),
        obligationIds: [...item.obligationIds].sort(),
        revisionHash: item.revisionHash,
      }))
      .sort(byTime(({ publishedAt }) => publishedAt)),
    evidence: walked.evidence
      .map(({ id, label, url, at, source, sourceId, taskIds, obligationIds, withdrawnAt }) => ({
        id,
        label,
        url,
        at: instant(at),
        source,
        sourceId,
        taskIds: [...taskIds].sort(),
        obligationIds: [...obligationIds].sort(),
        withdrawnAt: withdrawnAt === null ? null : instant(withdrawnAt),
      }))
      .sort(byTime(({ at }) => at)),
    publishedYearBefore: yearBefore.length === 0 ? null : yearBefore.length,
  };
}

const instant = (at: Date | string): string => new Date(at).toISOString();

const byTime =
  <Row extends { id: string }>(at: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    at(a) === at(b) ? (a.id < b.id ? -1 : 1) : at(a) < at(b) ? -1 : 1;

function sameSpanYearBefore({ code, basis }: ReportingPeriod): ReportingPeriod {
  return parsePeriod(`${Number(code.slice(0, 4)) - 1}${code.slice(4)}`, basis);
}

async function documentsIssued(q: Queryable, agencyId: string, { from, to }: ReportingPeriod) {
  return (await documentsOfAgency(q, agencyId))
    .flatMap(({ id, number, type, issuedOn, abstract }) =>
      issuedOn !== null && from <= issuedOn && issuedOn <= to
        ? [{ id, number, type, issuedOn, abstract }]
        : [],
    )
    .sort(byTime(({ issuedOn }) => issuedOn));
}

/** When a task is due, as it stands in a table; null when the plan does not say. */
export function dueInWords({ kind, text, date, from, to }: PlanChain["tasks"][number]["due"]): string | null {
  if (kind === "date" && date !== null) return formatDate(date);
  if (kind === "period" && from !== null && to !== null) return `${formatDate(from)} - ${formatDate(to)}`;
  if (text !== null) return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
  return kind === "continuous" ? "Thường xuyên" : null;
}
