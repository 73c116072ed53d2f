import { contentInPeriod } from "#newsroom";
import { contentThemes, planChain, planOf, themeGroups } from "#plan";
import { NotFound } from "#platform/auth/policy.ts";
import { type PeriodBasis, parsePeriod, periodsOfYear } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { channelOf } from "../placement-channel.ts";
import { NO_CHANNEL, NO_THEME } from "./shown-themes.ts";

export interface ThemeChannelsQuestion {
  id: string;
  basis: PeriodBasis;
  /** A quarter ("2026-Q4") of the plan's year; empty: the whole year. */
  period: string;
}

/** One thing that was published or proven: where it stands, and what it is about. */
interface Placed {
  id: string;
  label: string;
  url: string | null;
  at: Date;
  product: boolean;
  channel: string;
  themes: string[];
}

/**
 * What the living proofs of a plan and the items that the newsroom published in the span say: an item by its own
 * themes, another proof by those of the obligations that it serves, by name or through a task. The same thing at the
 * same address is there once. Of what serves other plans alone nothing is told.
 */
async function placedIn(
  q: Queryable,
  agencyId: string,
  planId: string,
  span: { from: string; to: string },
): Promise<Placed[]> {
  const { evidence, tasks, obligations, clauses } = await planChain(q, agencyId, planId, span);
  const own = new Set([...tasks, ...obligations, ...clauses].map(({ id }) => id));
  const serves = (row: { taskIds: string[]; obligationIds: string[]; clauseIds: string[] }) => {
    const ids = [...row.taskIds, ...row.obligationIds, ...row.clauseIds];
    return ids.length === 0 || ids.some((id) => own.has(id));
  };
  const themesOfObligation = new Map(obligations.map(({ id, themeSlugs }) => [id, themeSlugs]));
  const obligationsOfTask = new Map(tasks.map(({ id, obligationIds }) => [id, obligationIds]));
  const items = (await contentInPeriod(q, agencyId, span)).filter(
    ({ state, ...item }) => state === "published" && serves(item),
  );
  const themesOfItem = new Map(
    items.map(({ id, primaryTheme, themes }) => [id, [...(primaryTheme ? [primaryTheme] : []), ...themes]]),
  );
  const proofs = evidence.filter(serves).map(({ id, label, url, at, source, sourceId, ...links }): Placed => {
    const product = source === "newsroom";
    const served = [
      ...links.obligationIds,
      ...links.taskIds.flatMap((task) => obligationsOfTask.get(task) ?? []),
    ];
    const themes =
      (product && themesOfItem.get(sourceId)) || served.flatMap((of) => themesOfObligation.get(of) ?? []);
    return {
      id,
      label,
      url,
      at,
      product,
      channel: channelOf(url) ?? NO_CHANNEL,
      themes: [...new Set(themes)],
    };
  });
  const proven = new Set(evidence.flatMap(({ source, url }) => (source === "newsroom" && url ? [url] : [])));
  const unproven = items
    .filter(({ url }) => !proven.has(url))
    .map(({ id, title, url, publishedAt }): Placed => {
      const themes = themesOfItem.get(id) ?? [];
      return {
        id,
        label: title,
        url,
        at: publishedAt!,
        product: true,
        channel: channelOf(url) ?? NO_CHANNEL,
        themes: [...new Set(themes)],
      };
    });
  return [...proofs, ...unproven].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * The board theme × channel of a plan. A channel is known by the address alone; what has no address stands in a column
 * of its own, what tells no theme in a row of its own, and nothing is guessed.
 */
async function boardOf(q: Queryable, agencyId: string, { id, basis, period }: ThemeChannelsQuestion) {
  const plan = await planOf(q, agencyId, id);
  const quarters = periodsOfYear(plan.year, "quarter", basis);
  const span =
    period === "" ? parsePeriod(String(plan.year), basis) : quarters.find(({ code }) => code === period);
  if (!span) throw new NotFound("Bảng chủ đề × kênh không có kỳ này.");
  const placed = await placedIn(q, agencyId, id, span);
  const named = [...new Set(placed.map(({ channel }) => channel))].filter((one) => one !== NO_CHANNEL);
  const columns = [
    ...named.sort((a, b) => a.localeCompare(b, "vi")).map((channel) => ({ id: channel, label: channel })),
    { id: NO_CHANNEL, label: "Chưa có kênh" },
  ];
  const told = new Set(placed.flatMap(({ themes }) => themes));
  const rows = [
    ...contentThemes
      .filter(({ slug, validTo }) => told.has(slug) || validTo === undefined || validTo >= span.from)
      .map(({ slug, label, group }) => ({ id: slug, label, group: themeGroups[group] })),
    { id: NO_THEME, label: "Chưa rõ chủ đề", group: "" },
  ];
  const isOf = (theme: string) => (one: Placed) =>
    theme === NO_THEME ? one.themes.length === 0 : one.themes.includes(theme);
  return { plan, quarters, span, placed, columns, rows, isOf };
}

/** The board with its counts: of each theme on each channel, and over all channels; a thing of several themes counts in each. */
export async function themeChannels(q: Queryable, agencyId: string, question: ThemeChannelsQuestion) {
  const { plan, quarters, span, placed, columns, rows, isOf } = await boardOf(q, agencyId, question);
  return {
    planTitle: plan.title,
    span: { label: span.label, from: span.from, to: span.to },
    periods: quarters.map(({ code, label, from, to }) => ({ code, label, from, to })),
    channels: columns.map((column) => ({
      ...column,
      count: placed.filter(({ channel }) => channel === column.id).length,
    })),
    themes: rows.map((row) => {
      const its = placed.filter(isOf(row.id));
      return {
        ...row,
        count: its.length,
        cells: columns.map(({ id }) => its.filter(({ channel }) => channel === id).length),
      };
    }),
    /** Everything, each once. */
    total: placed.length,
  };
}

/** What stands behind one cell. @throws NotFound */
export async function themeChannelCell(
  q: Queryable,
  agencyId: string,
  { theme, channel, ...question }: ThemeChannelsQuestion & { theme: string; channel: string },
) {
  const { placed, rows, isOf } = await boardOf(q, agencyId, question);
  if (!rows.some(({ id }) => id === theme)) throw new NotFound("Bảng chủ đề × kênh không có ô này.");
  return {
    rows: placed
      .filter(isOf(theme))
      .filter((one) => one.channel === channel)
      .map(({ id, label, url, at, product }) => ({ id, label, url, at, product })),
  };
}
