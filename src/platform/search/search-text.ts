import { and, eq, sql } from "drizzle-orm";
import { toVietnamDate } from "../clock/vietnam-time.ts";
import type { Queryable } from "../database/database.ts";
import { insertMany } from "../database/insert-many.ts";
import { slugify } from "../text/slugify.ts";
import { unaccent } from "../text/unaccent.ts";
import { shortCode } from "./codes.ts";
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
  /** When it became public; for what has a date of its own, that date: the year it is found under. */
  at: Date;
  /** Path of its page on the agency's portal: "/tin-tuc/…". */
  address: string;
  /** What it is, in a word or two: "Tin tức", "Thủ tục hành chính". */
  label: string;
  /** The number that people quote, as written: "1.004628", "36/KH-UBND". */
  code?: string | null;
  /** Names of the fields or themes it belongs to: searches are narrowed by them. */
  fields?: string[];
}

/** What a row is narrowed by, as words that no query can hold. */
export const signOf = {
  kind: (kind: string) => `@k:${slugify(kind)}`,
  year: (year: number) => `@y:${year}`,
  field: (field: string) => `@f:${slugify(field)}`,
};

/** Moves what is no longer among the newest to the index of the older ones. */
async function ageOthers(q: Queryable, agencyId: string, kind: string): Promise<void> {
  await q.execute(sql`
    update search_text set newest = false where kind = ${kind} and object_id in (
      select object_id from search_text where agency_id = ${agencyId} and kind = ${kind} and newest
      order by at desc offset ${NEWEST}
    )
  `);
}

/** A text as its row keeps it. */
function rowOf({ title, body, at, address, label, kind, code = null, fields = [] }: SearchableText) {
  const signs = [signOf.kind(kind), signOf.year(toVietnamDate(at).year), ...fields.map(signOf.field)];
  const named = [code === null ? "" : shortCode(code), title].join(" ");
  const titleWords = [...wordsOf(named), ...signs].join(" ");
  const whole = `${named}\n${code ?? ""}\n${body}`.slice(0, MAX_INDEXED);
  const words = [...wordsOf(whole), ...signs].join(" ");
  return {
    ...{ code, address, label, fields, at },
    shownTitle: title.normalize("NFC"),
    shown: body.slice(0, MAX_INDEXED).toWellFormed().normalize("NFC").replaceAll("\u0000", " "),
    title: titleWords,
    titlePlain: unaccent(titleWords),
    words,
    wordsPlain: unaccent(words),
  };
}

/** Makes a text findable, or replaces what was findable of this object; in the transaction that publishes it. */
export async function putSearchText(q: Queryable, given: SearchableText): Promise<void> {
  const { agencyId, kind, objectId, at } = given;
  const text = rowOf(given);
  await q
    .insert(searchText)
    .values({
      agencyId,
      kind,
      objectId,
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

/** So many texts go to the database at once. */
const AT_ONCE = 500;

/** The same for many texts of one kind, of one agency and one moment, as a list brings them. */
export async function putManySearchTexts(q: Queryable, texts: SearchableText[]): Promise<void> {
  const [first] = texts;
  if (!first) return;
  const { agencyId, kind, at } = first;
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const part = texts.slice(from, from + AT_ONCE);
    const ids = part.map(({ objectId }) => objectId);
    await dropSearchTexts(q, kind, ids);
    await insertMany(
      q,
      searchText,
      part.map((one, place) => ({
        ...{ agencyId, kind, objectId: one.objectId, ...rowOf(one) },
        // More than the small index holds go to the large one at once, instead of twice through both.
        newest: from + place < NEWEST,
      })),
    );
  }
  // A text put in late is not of the newest when newer ones are not.
  await q.execute(sql`
    update search_text set newest = false
    where agency_id = ${agencyId} and kind = ${kind} and newest and at = ${at.toISOString()} and exists (
      select 1 from search_text where agency_id = ${agencyId} and kind = ${kind} and not newest and at > ${at.toISOString()}
    )
  `);
  await ageOthers(q, agencyId, kind);
}

/** Makes objects of a kind findable no more; in the transaction that takes them from the public. */
export async function dropSearchTexts(q: Queryable, kind: string, objectIds: string[]): Promise<void> {
  await q.execute(sql`
    delete from search_text where kind = ${kind}
    and object_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(objectIds)}::jsonb))
  `);
}

/** Makes an object findable no more; in the transaction that takes it from the public. */
export async function dropSearchText(q: Queryable, kind: string, objectId: string): Promise<void> {
  await q.delete(searchText).where(and(eq(searchText.kind, kind), eq(searchText.objectId, objectId)));
}
