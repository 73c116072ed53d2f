import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { unaccent } from "../text/unaccent.ts";
import { searchText } from "./tables.ts";
import { wordsOf } from "./words.ts";

/** Characters of a text that are indexed; a book-length rest is found by its title. */
const MAX_INDEXED = 200_000;
/** Texts of an agency's kind that the small index of the newest holds. */
const NEWEST = 4096;

export interface SearchableText {
  agencyId: string;
  /** "content" */
  kind: string;
  objectId: string;
  title: string;
  body: string;
  /** When it became public. */
  at: Date;
}

/** Moves what is no longer among the newest to the index of the older ones. */
async function ageOthers(q: Queryable, agencyId: string, kind: string): Promise<void> {
  await q.execute(sql`
    update search_text set newest = false where kind = ${kind} and object_id in (
      select object_id from search_text where agency_id = ${agencyId} and kind = ${kind} and newest
      order by at desc offset ${NEWEST}
    )
  `);
}

/** Makes a text findable, or replaces what was findable of this object; in the transaction that publishes it. */
export async function putSearchText(
  q: Queryable,
  { agencyId, kind, objectId, title, body, at }: SearchableText,
): Promise<void> {
  const titleWords = wordsOf(title).join(" ");
  const words = wordsOf(`${title}\n${body}`.slice(0, MAX_INDEXED)).join(" ");
  const text = {
    title: titleWords,
    titlePlain: unaccent(titleWords),
    words,
    wordsPlain: unaccent(words),
  };
  await q
    .insert(searchText)
    .values({
      agencyId,
      kind,
      objectId,
      at,
      // A text put in late is not of the newest when newer ones are not.
      newest: sql`not exists (
        select 1 from search_text
        where agency_id = ${agencyId} and kind = ${kind} and not newest and at > ${at.toISOString()}
      )`,
      ...text,
    })
    .onConflictDoUpdate({ target: [searchText.kind, searchText.objectId], set: text });
  await ageOthers(q, agencyId, kind);
}

/** Makes an object findable no more; in the transaction that takes it from the public. */
export async function dropSearchText(q: Queryable, kind: string, objectId: string): Promise<void> {
  await q.delete(searchText).where(and(eq(searchText.kind, kind), eq(searchText.objectId, objectId)));
}
