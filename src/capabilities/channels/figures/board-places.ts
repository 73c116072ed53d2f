import { type SQL, sql } from "drizzle-orm";
import { contentFactsThere } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Grouping } from "./grouping.ts";
import type { FigureSource, Metric } from "./metric.ts";
import { isStaleThere } from "./stale.ts";

export interface BoardQuestion {
  by: Grouping;
  /** Days of Việt Nam on which it was posted, both included. */
  from: string;
  to: string;
  network?: string | undefined;
  unitId?: string | undefined;
  /** Also what stands on our own portal, where nobody counts. */
  withPortal?: boolean;
}

/** What a board is made of, as parts of a question to the database. */
export interface BoardParts {
  /** `place`: id, item_id, account_id, network, placed_at, unit_id, kind, title, themes. Seen by the actor. */
  place: SQL;
  /** Rows of item_id and link_id. */
  links: SQL;
}

export async function boardParts(
  q: Queryable,
  actor: Actor,
  { from, to, network, unitId, withPortal = false }: BoardQuestion,
): Promise<BoardParts> {
  if (from > to) {
    const message = "Ngày bắt đầu sau ngày kết thúc; hãy chọn lại.";
    throw new Unacceptable(message, [{ field: "from", message }]);
  }
  const begin = startOfDay(from).toISOString();
  const end = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString()).toISOString();
  const { texts, links } = await contentFactsThere(q, actor);
  return {
    place: sql`place as materialized (
      select p.id, p.item_id, p.account_id, a.network, p.placed_at, c.unit_id, c.kind, c.title, c.themes
      from placement p join channel_account a on a.id = p.account_id join (${texts}) c on c.id = p.item_id
      where p.agency_id = ${actor.agencyId} and p.placed_at >= ${begin}::timestamptz and p.placed_at < ${end}::timestamptz
${withPortal ? sql`` : sql` and a.way <> 'own'`}${network === undefined ? sql`` : sql` and a.network = ${network}`}${unitId === undefined ? sql`` : sql` and c.unit_id = ${unitId}`})`,
    links,
  };
}

/** One number of one placement, as it stands in the workbook. */
export interface BoardFigure {
  placementId: string;
  readingId: string;
  title: string;
  unitId: string;
  network: string;
  accountName: string;
  url: string | null;
  placedAt: Date;
  metric: Metric;
  value: number;
  takenAt: Date;
  dayOnly: boolean;
  source: FigureSource;
  definitionId: string;
  isStale: boolean;
}

/** Every number behind a board, what was posted last first. */
export async function figuresOfBoard(q: Queryable, { place }: BoardParts, now: Date): Promise<BoardFigure[]> {
  const { rows } = await q.execute<
    Omit<BoardFigure, "placedAt" | "takenAt" | "value"> & {
      placedAt: string;
      takenAt: string;
      value: string;
    }
  >(sql`with ${place}
    select place.id as "placementId", n.reading_id as "readingId", place.title, place.unit_id as "unitId", place.network, a.name as "accountName", p.url, place.placed_at as "placedAt",
      n.metric, n.value, n.taken_at as "takenAt", n.day_only as "dayOnly", n.source, n.definition_id as "definitionId",
      ${isStaleThere(sql`place.placed_at`, sql`n.taken_at`, now)} as "isStale"
    from place join newest_figure n on n.placement_id = place.id join placement p on p.id = place.id
      join channel_account a on a.id = place.account_id
    order by place.placed_at desc, place.id, n.metric`);
  return rows.map((row) => ({
    ...row,
    placedAt: new Date(row.placedAt),
    takenAt: new Date(row.takenAt),
    value: Number(row.value),
  }));
}

/** One placement of a board, with numbers or without. */
export interface BoardPlace {
  id: string;
  itemId: string;
  kind: string;
  title: string;
  network: string;
  accountName: string;
  url: string | null;
  placedAt: Date;
  takenDownAt: Date | null;
}

/** Every placement of a board, in the order in which they were posted. */
export async function placesOfBoard(q: Queryable, { place }: BoardParts): Promise<BoardPlace[]> {
  const { rows } = await q.execute<
    Omit<BoardPlace, "placedAt" | "takenDownAt"> & { placedAt: string; takenDownAt: string | null }
  >(sql`with ${place}
    select place.id, place.item_id as "itemId", place.kind, place.title, place.network, a.name as "accountName", p.url,
      place.placed_at as "placedAt", p.taken_down_at as "takenDownAt"
    from place join placement p on p.id = place.id join channel_account a on a.id = place.account_id
    order by place.placed_at, place.id`);
  return rows.map((row) => ({
    ...row,
    placedAt: new Date(row.placedAt),
    takenDownAt: row.takenDownAt === null ? null : new Date(row.takenDownAt),
  }));
}
