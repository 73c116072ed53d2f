import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { networkOf } from "../networks/index.ts";
import { keysBy } from "./board-keys.ts";
import { type BoardQuestion, boardParts } from "./board-places.ts";
import { type FigureSource, type Metric, metrics } from "./metric.ts";
import { isStaleThere } from "./stale.ts";

/** Of one metric in one group: the sum, over how many placements it is known, of how many it could be. */
interface Cell {
  metric: Metric;
  /** Null: not known of any. */
  sum: number | null;
  known: number;
  of: number;
  stale: number;
  oldestAt: Date | null;
  sources: FigureSource[];
  /** The same by what the sources mean: only within one do numbers count the same. */
  parts: Part[];
}

/** Of one metric on one network, as one definition counts it. */
interface Part {
  network: string;
  definitionId: string;
  sum: number;
  known: number;
  stale: number;
  oldestAt: Date;
  newestAt: Date;
}

/** Of one network in one group: how many placements (metric null), or what is known of one metric by one definition. */
interface Tally extends Record<string, unknown> {
  network: string;
  metric: Metric | null;
  definition: string | null;
  count: number;
  sum: string | null;
  stale: number;
  oldestAt: string | null;
  newestAt: string | null;
  /** By the network itself; by a person. */
  told: boolean;
  typed: boolean;
}

const COUNTED = sql`count(*)::int as count, null::numeric as sum, 0 as stale, null::timestamptz as "oldestAt", null::timestamptz as "newestAt", false as told, false as typed`;

/** What a metric adds up to over the tallies of a group. */
function cellOf(metric: Metric, tallies: Tally[]): Cell {
  const known = tallies.filter((one) => one.metric === metric);
  const countable = (network: string) =>
    ((networkOf(network)?.figures ?? []) as readonly Metric[]).includes(metric);
  // Where a network has no such number by its nature, only what is known all the same counts.
  const of = [
    ...tallies.filter((one) => one.metric === null && countable(one.network)),
    ...known.filter(({ network }) => !countable(network)),
  ];
  const add = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const moments = known.map(({ oldestAt }) => new Date(oldestAt!).getTime());
  return {
    metric,
    sum: known.length === 0 ? null : add(known.map(({ sum }) => Number(sum))),
    known: add(known.map(({ count }) => count)),
    of: add(of.map(({ count }) => count)),
    stale: add(known.map(({ stale }) => stale)),
    oldestAt: moments.length === 0 ? null : new Date(Math.min(...moments)),
    sources: [
      ...(known.some(({ told }) => told) ? (["network"] as const) : []),
      ...(known.some(({ typed }) => typed) ? (["person"] as const) : []),
    ],
    parts: known.map((one) => ({
      network: one.network,
      definitionId: one.definition!,
      sum: Number(one.sum),
      ...{ known: one.count, stale: one.stale },
      oldestAt: new Date(one.oldestAt!),
      newestAt: new Date(one.newestAt!),
    })),
  };
}

const countOf = (tallies: Tally[]): number =>
  tallies.reduce((sum, { metric, count }) => sum + (metric === null ? count : 0), 0);

/** What is known of numbers, as `n`, of placements, as `placed`. */
const tallied = (placed: SQL, now: Date): SQL =>
  sql`count(*)::int as count, sum(n.value) as sum,
    count(*) filter (where ${isStaleThere(sql`${placed}.placed_at`, sql`n.taken_at`, now)})::int as stale,
    min(n.taken_at) as "oldestAt", max(n.taken_at) as "newestAt", bool_or(n.source = 'network') as told, bool_or(n.source = 'person') as typed`;

/** The groups, those with most of the first metric first and months in their order; at most so many, null: all. */
async function groupsOf(
  q: Queryable,
  parts: SQL,
  {
    first,
    byMonth,
    most,
    now,
  }: { first: Metric | undefined; byMonth: boolean; most: number | null; now: Date },
) {
  const { rows } = await q.execute<Tally & { key: string; label: string; groups: number }>(sql`
    with ${parts},
    ranked as materialized (
      select keyed.key, min(keyed.label) as label, count(*) over ()::int as groups,
        row_number() over (order by ${
          byMonth
            ? sql`keyed.key desc`
            : sql`coalesce(sum(n.value), -1) desc, max(keyed.placed_at) desc, keyed.key`
        })::int as rank
      from keyed left join newest_figure n on n.placement_id = keyed.id and n.metric = ${first ?? ""}
      group by keyed.key order by rank limit ${most}),
    shown as materialized (select keyed.* from keyed join ranked on ranked.key = keyed.key)
    select ranked.label, ranked.groups, t.* from ranked join (
      select shown.key, shown.network, n.metric, n.definition_id as definition, ${tallied(sql`shown`, now)}
      from shown join newest_figure n on n.placement_id = shown.id group by shown.key, shown.network, n.metric, n.definition_id
      union all
      select shown.key, shown.network, null, null, ${COUNTED} from shown group by shown.key, shown.network) t on t.key = ranked.key
    order by ranked.rank${byMonth ? sql` desc` : sql``}`);
  return {
    groupCount: rows[0]?.groups ?? 0,
    groups: [...Map.groupBy(rows, ({ key }) => key)].map(([key, tallies]) => ({
      key,
      label: tallies[0]!.label,
      tallies: tallies as Tally[],
    })),
  };
}

/**
 * What was posted in a period and how it did: added up by the database from the newest numbers, with what is known of
 * how many. `most`: so many groups are told, with how many there are.
 */
export async function figureBoard(
  q: Queryable,
  actor: Actor,
  question: BoardQuestion,
  { now = new Date(), most = null }: { now?: Date; most?: number | null } = {},
) {
  const parts = await boardParts(q, actor, question);
  const { keyed, labelOf } = await keysBy(q, actor, question.by, parts);
  const { rows: all } = await q.execute<Tally>(sql`
    with ${parts.place}
    select place.network, n.metric, n.definition_id as definition, ${tallied(sql`place`, now)}
    from place join newest_figure n on n.placement_id = place.id group by place.network, n.metric, n.definition_id
    union all select network, null, null, ${COUNTED} from place group by network`);
  const total = metrics.map((metric) => cellOf(metric, all)).filter(({ of }) => of > 0);
  const shown = total.map(({ metric }) => metric);
  const { groups, groupCount } = await groupsOf(q, sql`${parts.place}, ${keyed}`, {
    first: shown[0],
    byMonth: question.by === "month",
    ...{ most, now },
  });
  return {
    metrics: shown,
    placements: countOf(all),
    total,
    groupCount,
    groups: groups.map(({ key, label, tallies }) => ({
      key,
      label: labelOf(key, label),
      placements: countOf(tallies),
      cells: shown.map((metric) => cellOf(metric, tallies)),
    })),
    takenAt: now,
    parts,
  };
}
