import { documentsOfAgency } from "#documents";
import { contentInPeriod } from "#newsroom";
import { agencyById, unitHistory, unitsWithRole } from "#organization";
import {
  contentThemes,
  difficultiesBetween,
  embeddedBetween,
  extensionsGranted,
  gapReasonsOver,
  type PlanChain,
  planChain,
  planOf,
  planOfYear,
  proposalsBetween,
  shortcomingsBetween,
  targetsBetween,
  themeGroups,
  withdrawnEvidenceBetween,
} from "#plan";
import { NotFound } from "#platform/auth/policy.ts";
import { type PeriodBasis, parsePeriod } from "#platform/clock/reporting-period.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { gatherBudget } from "./budget/gather-budget.ts";
import type { Chain } from "./chain.ts";
import { gatherCommunication } from "./communication/gather-communication.ts";
import { gatherDossiers } from "./dossiers/gather-dossiers.ts";
import { gatherEvents } from "./events/gather-events.ts";
import { gatherFeedback } from "./feedback/gather-feedback.ts";
import { gatherIndexResults } from "./index-results/gather-index-results.ts";
import { gatherListening } from "./listening/gather-listening.ts";
import { channelOf } from "./placement-channel.ts";
import { gatherPublicity } from "./publicity/gather-publicity.ts";
import { gatherSavings } from "./savings/gather-savings.ts";
import { unitStanding } from "./unit-reports/unit-standing.ts";

/**
 * The plan that a report is about: the one named, else the year's that came into force first. Throws NotFound with
 * what to do.
 */
export async function planToReport(
  q: Queryable,
  agencyId: string,
  planId: string | null,
  year: number,
): Promise<string> {
  const found = planId === null ? await planOfYear(q, agencyId, year) : await planOf(q, agencyId, planId);
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
  const { plan } = walked;
  const yearSoFar = await planChain(q, agencyId, planId, {
    from: parsePeriod(String(plan.year), "decree").from,
    to: period.to,
  });
  const doneThisYear = new Set(yearSoFar.tasks.flatMap(({ id, progress }) => (progress.done ? [id] : [])));
  const units = (await unitHistory(q, agencyId)).unitsIn(period);
  const ownPart = servesPlan(walked);
  const published = (await contentInPeriod(q, agencyId, period)).filter(ownPart);
  const content = contentRows(published);
  const withdrawn = (await withdrawnEvidenceBetween(q, agencyId, period)).filter(ownPart);
  const removed = (proof: { source: string; sourceId: string }) =>
    proof.source === "newsroom" && !content.some(({ id }) => id === proof.sourceId);
  const asked = await unitStanding(q, { agencyId, planId, code, basis }, today().toString());
  const embedded = await embeddedBetween(q, agencyId, planId, period);
  const reasons = await gapReasonsOver(q, agencyId, walked, period);
  const themes = contentThemes.filter(({ validTo }) => validTo === undefined || validTo >= period.from);
  return {
    agency: {
      name: agency.name,
      superiorName: agency.superiorName,
      symbol: agency.symbol,
      place: agency.place,
      isSample: agency.isSample,
      kind: agency.kind,
      keptBy: (await unitsWithRole(q, agencyId, "editor"))[0]?.shortName ?? null,
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
    themes: themes.map(({ slug, label, group }) => ({ slug, label, group, groupLabel: themeGroups[group] })),
    pillars: themes
      .filter(({ slug }) => /^pillar\.[^.]+$/u.test(slug))
      .map(({ slug, label }) => ({ slug, label })),
    documents: await documentsIssued(q, agencyId, period),
    obligations: walked.obligations.map(({ id, code: short, what, clauseId, themeSlugs, ...row }) => ({
      id,
      code: short,
      what,
      clauses: pathsUpFrom(walked.clauses, clauseId),
      themes: themeSlugs,
      leadUnits: row.leadUnits,
      noneReason: row.noneReason,
      due: row.due,
      unitReasons: reasons.get(id) ?? [],
    })),
    tasks: walked.tasks.map((task) => ({
      id: task.id,
      title: task.title,
      obligationIds: [...task.obligationIds].sort(),
      leadUnitId: task.leadUnitId,
      leadUnitText: task.leadUnitText,
      due: dueInWords(task.due),
      dueOn: task.due.date ?? task.due.to,
      doneThisYear: doneThisYear.has(task.id),
      deliverable: task.deliverable,
    })),
    content,
    evidence: [
      ...evidenceRows(walked.evidence.filter(ownPart), walked.clauses),
      // What was removed for good is told by its being removed, not by its words.
      ...evidenceRows(withdrawn).map((row, index) =>
        removed(withdrawn[index]!) ? { ...row, label: "Bài đã gỡ bỏ", url: null, channel: null } : row,
      ),
    ].sort(byTime(({ at }) => at)),
    difficulties: (await difficultiesBetween(q, agencyId, planId, period)).map(({ unitId: _, ...row }) => ({
      ...row,
      raisedAt: instant(row.raisedAt),
      gatheredAt: row.gatheredAt && instant(row.gatheredAt),
      decidedAt: row.decidedAt && instant(row.decidedAt),
    })),
    proposals: (await proposalsBetween(q, agencyId, planId, period)).map((row) => ({
      ...row,
      proposedAt: instant(row.proposedAt),
      gatheredAt: row.gatheredAt && instant(row.gatheredAt),
      keptAt: row.keptAt && instant(row.keptAt),
      decidedAt: row.decidedAt && instant(row.decidedAt),
      followedAt: row.followedAt && instant(row.followedAt),
    })),
    shortcomings: (await shortcomingsBetween(q, agencyId, planId, period)).map((row) => ({
      ...row,
      notedAt: instant(row.notedAt),
      mendedAt: row.mendedAt && instant(row.mendedAt),
      refusedAt: row.refusedAt && instant(row.refusedAt),
    })),
    targets: (await targetsBetween(q, agencyId, planId, period)).map(
      ({ id, name, label, to, count, amount, unit, met }) => ({
        id,
        name,
        label,
        to,
        count,
        amount,
        unit,
        met,
      }),
    ),
    extensions: await extensionsGranted(q, planId, period),
    communication: await gatherCommunication(q, agencyId, period),
    dossiers: await gatherDossiers(q, agencyId, { period, today: today().toString() }),
    feedback: await gatherFeedback(q, agencyId, { period, today: today().toString() }),
    events: await gatherEvents(q, agencyId, { period, today: today().toString() }),
    listening: await gatherListening(q, agencyId, { period, today: today().toString() }),
    budget: await gatherBudget(q, agencyId, period),
    savings: await gatherSavings(q, agencyId, period),
    indexResults: await gatherIndexResults(q, agencyId, period),
    publicity: await gatherPublicity(q, agencyId, { ...period, day: today().toString() }),
    ...(embedded.length > 0 && { embedded }),
    ...(asked && { unitsAsked: asked }),
    yearBefore: null,
  };
}

/** Whether something serves this plan; what serves other plans alone belongs to their reports. */
export function servesPlan({ tasks, obligations, clauses }: PlanChain) {
  const own = new Set([...tasks, ...obligations, ...clauses].map(({ id }) => id));
  return (links: { taskIds: string[]; obligationIds: string[]; clauseIds: string[] }): boolean => {
    const ids = [...links.taskIds, ...links.obligationIds, ...links.clauseIds];
    return ids.length === 0 || ids.some((id) => own.has(id));
  };
}

/** Items first published within a span, as rows of the chain. */
export const publishedIn = async (
  q: Queryable,
  agencyId: string,
  span: { from: string; to: string },
): Promise<Chain["content"]> => contentRows(await contentInPeriod(q, agencyId, span));

const contentRows = (items: Awaited<ReturnType<typeof contentInPeriod>>): Chain["content"] =>
  items
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
    .sort(byTime(({ publishedAt }) => publishedAt));

type Proof = Pick<
  PlanChain["evidence"][number],
  "id" | "label" | "url" | "at" | "source" | "sourceId" | "taskIds" | "obligationIds" | "withdrawnAt"
> & { clauseIds?: string[]; withdrawnReason?: string | null };

/** Paths of a clause and of those that hold it, its own first. */
function pathsUpFrom(clauses: PlanChain["clauses"], id: string | null): string[] {
  const found = clauses.find((clause) => clause.id === id);
  return found === undefined ? [] : [found.path, ...pathsUpFrom(clauses, found.parentId)];
}

export const evidenceRows = (proofs: Proof[], clauses: PlanChain["clauses"] = []): Chain["evidence"] =>
  proofs.map(({ withdrawnReason = null, clauseIds = [], ...proof }) => ({
    id: proof.id,
    label: proof.label,
    url: proof.url,
    channel: channelOf(proof.url),
    at: instant(proof.at),
    source: proof.source,
    sourceId: proof.sourceId,
    taskIds: [...proof.taskIds].sort(),
    obligationIds: [...proof.obligationIds].sort(),
    clauses: clauses.filter(({ id }) => clauseIds.includes(id)).map(({ path }) => path),
    withdrawnAt: proof.withdrawnAt === null ? null : instant(proof.withdrawnAt),
    withdrawnReason,
  }));

const instant = (at: Date | string): string => new Date(at).toISOString();

const byTime =
  <Row extends { id: string }>(at: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    at(a) === at(b) ? (a.id < b.id ? -1 : 1) : at(a) < at(b) ? -1 : 1;

/** Documents issued within a span that steer or guide: no law, and none of the agency's own reports. */
export async function documentsIssued(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
) {
  return (await documentsOfAgency(q, agencyId, { issued: { from, to } }))
    .flatMap(({ id, number, type, issuedOn, abstract, outgoing, topic, keptBy }) =>
      issuedOn === null || topic !== null || keptBy === "report"
        ? []
        : [{ id, number, type, issuedOn, abstract, outgoing }],
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
