import { sql } from "drizzle-orm";
import { type ContentFacts, contentFacts } from "#newsroom";
import { unitsOfAgency } from "#organization";
import { clausesBehind } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { networkLabel, networkOf } from "../networks/index.ts";
import type { Grouping } from "./grouping.ts";
import { type FigureSource, isStale, type Metric, metrics } from "./metric.ts";

export interface BoardQuestion {
  by: Grouping;
  /** Days of Việt Nam on which it was posted, both included. */
  from: string;
  to: string;
  network?: string | undefined;
  unitId?: string | undefined;
}

interface BoardFigure {
  placementId: string;
  metric: Metric;
  value: number;
  takenAt: Date;
  dayOnly: boolean;
  source: FigureSource;
  definitionId: string;
}

export interface BoardPlace {
  id: string;
  deliveryId: string;
  itemId: string;
  network: string;
  accountId: string;
  accountName: string;
  url: string | null;
  placedAt: Date;
  content: ContentFacts;
  figures: BoardFigure[];
}

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
}

/** Placements of a period outside our own portal, with the newest figures that stand; what the actor does not see is left out. */
async function placesOfPeriod(
  q: Queryable,
  actor: Actor,
  { from, to, network, unitId }: BoardQuestion,
): Promise<BoardPlace[]> {
  if (from > to) {
    const message = "Ngày bắt đầu sau ngày kết thúc; hãy chọn lại.";
    throw new Unacceptable(message, [{ field: "from", message }]);
  }
  const begin = startOfDay(from).toISOString();
  const end = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString()).toISOString();
  const within = sql`p.agency_id = ${actor.agencyId} and p.placed_at >= ${begin}::timestamptz and p.placed_at < ${end}::timestamptz`;
  const { rows: places } = await q.execute<
    Omit<BoardPlace, "content" | "figures" | "placedAt"> & { placedAt: string }
  >(sql`
    select p.id, p.delivery_id as "deliveryId", p.item_id as "itemId", p.account_id as "accountId",
      a.network, a.name as "accountName", p.url, p.placed_at as "placedAt"
    from placement p join channel_account a on a.id = p.account_id
    where ${within} and a.way <> 'own' and (${network ?? null}::text is null or a.network = ${network ?? null})
    order by p.placed_at desc, p.id`);
  const { rows: figures } = await q.execute<
    Omit<BoardFigure, "takenAt" | "value"> & { takenAt: string; value: string }
  >(sql`
    select distinct on (r.placement_id, r.metric) r.placement_id as "placementId", r.metric, r.value,
      r.taken_at as "takenAt", r.day_only as "dayOnly", r.source, r.definition_id as "definitionId"
    from figure_reading r join placement p on p.id = r.placement_id
    where ${within} and r.value is not null
      and not exists (select from figure_reading later where later.supersedes = r.id)
    order by r.placement_id, r.metric, r.taken_at desc, r.recorded_at desc`);
  const figuresOf = Map.groupBy(figures, ({ placementId }) => placementId);
  const contents = await contentFacts(
    q,
    actor,
    places.map(({ itemId }) => itemId),
  );
  return places.flatMap((place) => {
    const content = contents.get(place.itemId);
    if (!content || (unitId !== undefined && content.unitId !== unitId)) return [];
    const own = (figuresOf.get(place.id) ?? []).map((one) => ({
      ...one,
      value: Number(one.value),
      takenAt: new Date(one.takenAt),
    }));
    return [{ ...place, placedAt: new Date(place.placedAt), content, figures: own }];
  });
}

/** What a metric adds up to over placements. */
function cellOf(metric: Metric, places: BoardPlace[], now: Date): Cell {
  const cell: Cell = { metric, sum: null, known: 0, of: 0, stale: 0, oldestAt: null, sources: [] };
  for (const { network, placedAt, figures } of places) {
    const own = figures.find((one) => one.metric === metric);
    const countable: readonly Metric[] = networkOf(network)?.figures ?? [];
    if (own || countable.includes(metric)) cell.of += 1;
    if (!own) continue;
    cell.sum = (cell.sum ?? 0) + own.value;
    cell.known += 1;
    if (isStale(placedAt, own.takenAt, now)) cell.stale += 1;
    if (cell.oldestAt === null || own.takenAt < cell.oldestAt) cell.oldestAt = own.takenAt;
    if (!cell.sources.includes(own.source)) cell.sources.push(own.source);
  }
  return cell;
}

interface Key {
  key: string;
  label: string;
}

/** To which groups a placement belongs; a text on several themes or clauses counts in each of them. */
async function keysBy(
  q: Queryable,
  { agencyId }: Actor,
  by: Grouping,
): Promise<(place: BoardPlace) => Key[]> {
  if (by === "clause") {
    const behind = await clausesBehind(q, agencyId);
    return ({ content }) => {
      const found = new Map(
        content.linkIds.flatMap((id) => {
          const clause = behind.get(id);
          return clause ? [[clause.id, clause.name] as const] : [];
        }),
      );
      if (found.size === 0) return [{ key: "", label: "Chưa gắn mục nào của kế hoạch" }];
      return [...found].map(([key, label]) => ({ key, label }));
    };
  }
  const units =
    by === "unit"
      ? new Map((await unitsOfAgency(q, agencyId, { closed: true })).map(({ id, name }) => [id, name]))
      : new Map<string, string>();
  return ({ itemId, network, accountId, accountName, placedAt, content }) => {
    switch (by) {
      case "item":
        return [{ key: itemId, label: content.title || "Bài chưa có tiêu đề" }];
      case "network":
        return [{ key: network, label: networkLabel(network) }];
      case "account":
        return [{ key: accountId, label: `${accountName} (${networkLabel(network)})` }];
      case "unit":
        return [{ key: content.unitId, label: units.get(content.unitId) ?? "" }];
      case "month": {
        const month = toVietnamDate(placedAt).toString().slice(0, 7);
        return [{ key: month, label: `Tháng ${month.slice(5)}/${month.slice(0, 4)}` }];
      }
      default:
        return content.themes.length === 0
          ? [{ key: "", label: "Chưa có chủ đề" }]
          : content.themes.map(({ slug, label }) => ({ key: slug, label }));
    }
  };
}

/** What stands on the channels since a period and how it did: gathered as asked for, with what is known of how many. */
export async function figureBoard(q: Queryable, actor: Actor, question: BoardQuestion, now = new Date()) {
  const places = await placesOfPeriod(q, actor, question);
  const keysOf = await keysBy(q, actor, question.by);
  const groups = new Map<string, Key & { places: BoardPlace[] }>();
  for (const place of places)
    for (const { key, label } of keysOf(place)) {
      const group = groups.get(key) ?? { key, label, places: [] };
      group.places.push(place);
      groups.set(key, group);
    }
  const shown = metrics.filter((metric) => cellOf(metric, places, now).of > 0);
  const cellsOf = (some: BoardPlace[]) => shown.map((metric) => cellOf(metric, some, now));
  const byMonth = question.by === "month";
  return {
    metrics: shown,
    placements: places.length,
    total: cellsOf(places),
    groupCount: groups.size,
    groups: [...groups.values()]
      .map(({ key, label, places: own }) => ({ key, label, placements: own.length, cells: cellsOf(own) }))
      .toSorted((one, other) =>
        byMonth ? (one.key < other.key ? -1 : 1) : (other.cells[0]?.sum ?? -1) - (one.cells[0]?.sum ?? -1),
      ),
    takenAt: now,
    places,
  };
}
