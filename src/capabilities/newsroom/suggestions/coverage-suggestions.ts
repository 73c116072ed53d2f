import { type CoverageGap, contentThemes, coverageGaps, type PlanGaps } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { periodsOfYear } from "#platform/clock/reporting-period.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { kindOf } from "../kinds/index.ts";
import { channelLabel, channels } from "../planning/channels.ts";
import { channelsPlanned, type Span, servedInTheMaking, themesTold } from "./being-made.ts";
import { CLAUSE_SOURCE, type Suggestion, type SuggestionSpan, THEME_SOURCE } from "./suggestion.ts";

const LONGEST_TITLE = 200;
const LONGEST_NAME = 90;

const spanOf = ({ period: { startsAt, endsBefore } }: PlanGaps): Span => ({
  from: startsAt,
  before: endsBefore,
});

const inWords = ({ period: { label, from, to } }: PlanGaps, now: Date) =>
  from > toVietnamDate(now).toString()
    ? `${label} (từ ngày ${formatDate(from)} đến ngày ${formatDate(to)})`
    : `${label} (đến ngày ${formatDate(to)})`;

/** The quarter in which a month lies. */
const quarterOf = ({ year, from, to }: { year: number; from: string; to: string }): string | undefined =>
  periodsOfYear(year, "quarter", "decree").find((quarter) => quarter.from <= from && to <= quarter.to)?.code;

function ofClause(plan: PlanGaps, gap: CoverageGap, now: Date): Suggestion {
  const { planId, period } = plan;
  const isMonth = period.kind === "month";
  const year = Number(period.to.slice(0, 4));
  const quarter = isMonth ? quarterOf({ year, ...period }) : undefined;
  return {
    source: CLAUSE_SOURCE,
    sourceLabel: "Bảng bao phủ",
    key: `${gap.clauseId} ${period.code}`,
    // What is asked for says more plainly than the clause what is to be told.
    title: beginning(gap.obligations[0]?.what ?? gap.name, LONGEST_TITLE),
    why: `${inWords(plan, now)}: mục ${gap.mark} (${beginning(gap.name, LONGEST_NAME)}) chưa có tin, bài hay minh chứng nào.`,
    href: `/bao-phu?${new URLSearchParams({ "ke-hoach": planId, ...(isMonth && { ky: "month" }), o: `${gap.clauseId}_${period.code}` })}`,
    channel: null,
    unitId: gap.unitId,
    within: quarter ? `${gap.clauseId} ${quarter}` : null,
    from: period.from,
    until: period.to,
    links: { clauseIds: [gap.clauseId], obligationIds: [], taskIds: [] },
  };
}

/**
 * Themes that the plan asks for, on channels that the agency uses: one told on some of them and not on others is
 * missing on each of those; one told nowhere is said once, and not at all where a clause that asks for it is a gap itself.
 */
async function ofThemes(q: Queryable, actor: Actor, plan: PlanGaps, now: Date): Promise<Suggestion[]> {
  const span = spanOf(plan);
  const told = await themesTold(q, actor, span);
  const planned = await channelsPlanned(q, actor.agencyId, span);
  const channelOf = ({ kind, channel }: (typeof told)[number]) => channel ?? kindOf(kind)?.channels[0];
  const used = new Set([...told.map(channelOf), ...planned.map(({ channel }) => channel)]);
  const usedChannels = channels.filter(({ slug }) => used.has(slug));
  const gapObligations = new Set(plan.gaps.flatMap(({ obligations }) => obligations.map(({ id }) => id)));
  return contentThemes.flatMap(({ slug, label, validTo }): Suggestion[] => {
    const asking = plan.obligations.filter(({ themes }) => themes.includes(slug));
    if (asking.length === 0 || (validTo !== undefined && validTo < plan.period.from)) return [];
    const has = new Set([
      ...told.filter(({ theme }) => theme === slug).map(channelOf),
      ...planned.flatMap(({ obligationId, channel }) =>
        asking.some(({ id }) => id === obligationId) ? [channel] : [],
      ),
    ]);
    if (has.size === 0 && asking.some(({ id }) => gapObligations.has(id))) return [];
    const missing =
      has.size === 0 ? channels.slice(0, 1) : usedChannels.filter((channel) => !has.has(channel.slug));
    const hasWords = [...has].flatMap((channel) => (channel ? [channelLabel(channel)] : [])).join(", ");
    return missing.map((channel) => ({
      source: THEME_SOURCE,
      sourceLabel: "Chủ đề × kênh",
      key: `${slug} ${channel.slug} ${plan.planId} ${plan.period.code}`,
      title: beginning(label, LONGEST_TITLE),
      why:
        has.size === 0
          ? `${inWords(plan, now)}: chủ đề “${label}” chưa có tin, bài nào trên kênh nào.`
          : `${inWords(plan, now)}: chủ đề “${label}” đã có trên ${hasWords}, chưa có trên ${channel.label}.`,
      href: `/chu-de-kenh?${new URLSearchParams({ "ke-hoach": plan.planId, ky: plan.period.code, chi: has.size === 0 ? "trong" : "co" })}`,
      channel: channel.slug,
      unitId: asking.find(({ unitIds }) => unitIds.length > 0)?.unitIds[0] ?? null,
      within: null,
      from: plan.period.from,
      until: plan.period.to,
      links: { clauseIds: [], obligationIds: asking.map(({ id }) => id), taskIds: [] },
    }));
  });
}

/**
 * What the plans in force lack in a period and nobody is making as far as the actor sees, as it stands now: clauses
 * by quarter and by month, themes by quarter. No period: no plan in force has it.
 */
export async function coverageSuggestions(
  q: Queryable,
  actor: Actor,
  { span, now }: { span: SuggestionSpan; now: Date },
): Promise<{ period: PlanGaps["period"] | null; found: Suggestion[] }> {
  const found: Suggestion[] = [];
  const plans = await coverageGaps(q, actor.agencyId, { span, now });
  for (const plan of plans) {
    const served = await servedInTheMaking(q, actor, spanOf(plan));
    const open = plan.gaps.filter(
      ({ clauseId, obligations, taskIds }) =>
        ![clauseId, ...taskIds, ...obligations.map(({ id }) => id)].some((id) => served.has(id)),
    );
    found.push(...open.map((gap) => ofClause(plan, gap, now)));
    if (span === "quarter") found.push(...(await ofThemes(q, actor, plan, now)));
  }
  return { period: plans[0]?.period ?? null, found };
}
