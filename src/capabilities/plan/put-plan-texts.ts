import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { dropSearchText, putSearchText } from "#platform/search/search-text.ts";
import { shorten } from "#platform/text/shorten.ts";
import { clauseAnchor, planPath } from "./plan-address.ts";

const KIND = "plan";

interface PlanText extends Record<string, unknown> {
  id: string;
  slug: string;
  plan: string;
  /** Null: the row is the plan itself, or a task without a clause. */
  path: string | null;
  title: string;
  text: string;
  code: string | null;
  at: Date | string;
  had: { title: string; text: string; address: string } | null;
}

const addressOf = ({ slug, path }: PlanText): string =>
  path === null ? planPath(slug) : `${planPath(slug)}#${clauseAnchor(path)}`;

/**
 * Makes what stands in the agency's public plans findable: the plan, each clause, each task that belongs to none; and
 * what is public no more findable no longer. Only what changed is written.
 */
export async function putPlanTexts(q: Queryable, agencyId: string): Promise<void> {
  const { rows } = await q.execute<PlanText>(sql`
    with shown as (
      select * from plan where agency_id = ${agencyId} and published_at is not null
    ), piece as (
      select id, id as plan_id, null as path, title, '' as text from shown
      union all
      select clause.id, clause.plan_id, clause.path, concat_ws(' ', nullif(label, ''), nullif(clause.title, '')), text
      from plan_clause clause join shown on shown.id = clause.plan_id where left_in is null
      union all
      select task.id, task.plan_id, case when appendix is null then 'bo-sung' else 'phu-luc' end, '', task.title
      from task join shown on shown.id = task.plan_id where clause_id is null and left_in is null
    )
    select piece.id, shown.slug, shown.title as plan, piece.path, piece.title, piece.text,
      case when piece.id = shown.id then concat_ws('/', shown.number, shown.symbol) end as code,
      coalesce(shown.issued_on::timestamptz, shown.published_at) as at,
      case when had.object_id is not null
        then jsonb_build_object('title', had.shown_title, 'text', had.shown, 'address', had.address) end as had
    from piece join shown on shown.id = piece.plan_id
      left join search_text had on had.kind = ${KIND} and had.object_id = piece.id
  `);
  for (const row of rows) {
    const title = row.title.length > 4 ? row.title : shorten([row.title, row.text].join(" "), 90);
    const address = addressOf(row);
    if (row.had?.title === title.normalize("NFC") && row.had.text === row.text && row.had.address === address)
      continue;
    await putSearchText(q, {
      ...{ agencyId, kind: KIND, objectId: row.id, title, body: row.text, address },
      at: new Date(row.at),
      code: row.code?.includes("/") ? row.code : null,
      label: row.path === null ? "Kế hoạch" : `Kế hoạch: ${shorten(row.plan, 60)}`,
    });
  }
  const kept = new Set(rows.map(({ id }) => id));
  const { rows: all } = await q.execute<{ id: string }>(
    sql`select object_id as id from search_text where agency_id = ${agencyId} and kind = ${KIND}`,
  );
  for (const { id } of all) if (!kept.has(id)) await dropSearchText(q, KIND, id);
}

/** After an upgrade: the public plans of agencies of which nothing is findable yet. */
export async function putMissingPlanTexts(q: Queryable): Promise<void> {
  const { rows } = await q.execute<{ id: string }>(sql`
    select distinct agency_id as id from plan
    where published_at is not null
      and not exists (select 1 from search_text text where text.kind = ${KIND} and text.object_id = plan.id)
  `);
  for (const { id } of rows) await putPlanTexts(q, id);
}
