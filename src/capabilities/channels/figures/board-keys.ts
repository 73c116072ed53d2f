import { type SQL, sql } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { clausesBehind, themeLabel } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { networkLabel } from "../networks/index.ts";
import type { BoardParts } from "./board-places.ts";
import type { Grouping } from "./grouping.ts";

export interface BoardKeys {
  /** `keyed`: which placement (id, network, placed_at) is counted where (key, label); where it is of several, in each. */
  keyed: SQL;
  /** A group as people call it, from its key and the label that stands in `keyed`. */
  labelOf: (key: string, label: string) => string;
}

const keyedBy = (key: SQL, label: SQL, from = sql`place`): SQL =>
  sql`keyed as materialized (select place.id, place.network, place.placed_at, ${key} as key, ${label} as label from ${from})`;

/** To which groups placements belong; a text on several themes or clauses counts in each of them. */
export async function keysBy(
  q: Queryable,
  { agencyId }: Actor,
  by: Grouping,
  { links }: BoardParts,
): Promise<BoardKeys> {
  switch (by) {
    case "item":
      return {
        keyed: keyedBy(sql`place.item_id::text`, sql`place.title`),
        labelOf: (_, title) => title || "Bài chưa có tiêu đề",
      };
    case "network":
      return { keyed: keyedBy(sql`place.network`, sql`''`), labelOf: networkLabel };
    case "account":
      return {
        keyed: keyedBy(
          sql`place.account_id::text`,
          sql`a.name || '|' || a.network`,
          sql`place join channel_account a on a.id = place.account_id`,
        ),
        labelOf: (_, label) => {
          const end = label.lastIndexOf("|");
          return `${label.slice(0, end)} (${networkLabel(label.slice(end + 1))})`;
        },
      };
    case "unit": {
      const units = new Map(
        (await unitsOfAgency(q, agencyId, { closed: true })).map(({ id, name }) => [id, name]),
      );
      return {
        keyed: keyedBy(sql`place.unit_id::text`, sql`''`),
        labelOf: (key) => units.get(key) ?? "",
      };
    }
    case "month":
      return {
        keyed: keyedBy(sql`to_char(place.placed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`, sql`''`),
        labelOf: (month) => `Tháng ${month.slice(5)}/${month.slice(0, 4)}`,
      };
    case "theme":
      return {
        keyed: keyedBy(
          sql`theme`,
          sql`''`,
          sql`place cross join lateral (
            select distinct theme from unnest(place.themes) theme
            where theme <> '' or not exists (select from unnest(place.themes) other where other <> '')) named`,
        ),
        labelOf: (theme) => (theme === "" ? "Chưa có chủ đề" : themeLabel(theme)),
      };
    case "clause": {
      const behind = await clausesBehind(q, agencyId);
      const names = new Map([...behind.values()].map(({ id, name }) => [id, name]));
      return {
        keyed: keyedBy(
          sql`coalesce(of.clause_id, '')`,
          sql`''`,
          sql`place left join (
            select distinct l.item_id, b.clause_id from (${links}) l
            join unnest(${sql.param([...behind.keys()])}::uuid[], ${sql.param([...behind.values()].map(({ id }) => id))}::text[]) b (link_id, clause_id)
              on b.link_id = l.link_id) of on of.item_id = place.item_id`,
        ),
        labelOf: (clause) => names.get(clause) ?? "Chưa gắn mục nào của kế hoạch",
      };
    }
  }
}
