import { type SQL, sql } from "drizzle-orm";
import type { Database, Queryable } from "#platform/database/database.ts";
import { packed } from "./packed-text.ts";
import { readSyllables } from "./read-syllables.ts";
import { keptKeys } from "./text-keys.ts";

/** Texts read in one transaction. */
const BATCH = 100;

interface Due {
  agencyId: string;
  itemId: string;
  revisionId: string;
  title: string;
  summary: string;
  plain: string;
}

/** More of a text than this tells nothing new. */
export const LONGEST = 40_000;

type Words = Pick<Due, "title" | "summary" | "plain">;

/** The words of a text that are compared. */
export const wordsOf = ({ title, summary, plain }: Words) =>
  [title, summary.slice(0, LONGEST), plain.slice(0, LONGEST)].join("\n");

/** What is kept of a text: its keys, and itself as it is compared. */
export function keptOf(text: Words) {
  const whole = readSyllables(wordsOf(text));
  return { keys: keptKeys(readSyllables(text.title), whole), form: packed(whole).toString("hex") };
}

/** Keeps the keys of texts, so that others find them. Again: nothing more. */
async function remember(q: Queryable, texts: Due[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map((text) => ({
    agency_id: text.agencyId,
    item_id: text.itemId,
    revision_id: text.revisionId,
    ...keptOf(text),
  }));
  await q.execute(sql`
    with made as (
      insert into similarity_text (agency_id, item_id, revision_id, keys, form)
      select agency_id, item_id, revision_id, keys, decode(form, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (agency_id uuid, item_id uuid, revision_id uuid, keys integer[], form text)
      order by revision_id
      on conflict (revision_id) do nothing returning id, keys
    )
    insert into similarity_key (key, text_id) select distinct unnest(keys), id from made`);
}

/** Forgets what is no longer an item's current or live text. */
const forgetOld = (q: Queryable, ofItems: SQL) =>
  q.execute(sql`
    delete from similarity_text t using content_item i
    where i.id = t.item_id and ${ofItems}
      and t.revision_id <> i.current_revision_id and t.revision_id is distinct from i.live_revision_id`);

/**
 * Reads every text that changed after `since` and was not read yet; null: every one that there is. What a kill leaves
 * undone is still due afterwards.
 */
export async function rememberTexts(database: Database, since: Date | null): Promise<number> {
  const changed = since ? sql`i.updated_at > ${since.toISOString()}::timestamptz` : sql`true`;
  let count = 0;
  for (;;) {
    const { rows } = await database.execute<Due & Record<string, unknown>>(sql`
      select i.agency_id as "agencyId", i.id as "itemId", r.id as "revisionId", r.title, r.summary, r.plain
      from content_item i join content_revision r on r.id in (i.current_revision_id, i.live_revision_id)
      where ${changed} and i.state not in ('discarded', 'removed')
        and not exists (select from similarity_text t where t.revision_id = r.id)
      limit ${BATCH}`);
    if (rows.length === 0) break;
    await database.transaction((tx) => remember(tx, rows));
    count += rows.length;
  }
  await forgetOld(database, changed);
  return count;
}

/** Reads one item's current text in the transaction that hands it on. */
export async function rememberItem(q: Queryable, itemId: string): Promise<void> {
  const { rows } = await q.execute<Due & Record<string, unknown>>(sql`
    select i.agency_id as "agencyId", i.id as "itemId", r.id as "revisionId", r.title, r.summary, r.plain
    from content_item i join content_revision r on r.id = i.current_revision_id where i.id = ${itemId}`);
  await remember(q, rows);
}
