import { sql } from "drizzle-orm";
import { VIETNAM } from "../clock/vietnam-time.ts";
import type { Queryable } from "../database/database.ts";
import { unaccent } from "../text/unaccent.ts";

/** The words that an agency's public texts use, without diacritics unless it is said. */
export interface Vocabulary {
  /** How many titles were read. */
  titles: number;
  /** Titles that hold the word. */
  inTitles: ReadonlyMap<string, number>;
  /** Texts read whole, and titles, that hold the word. */
  known: ReadonlyMap<string, number>;
  /** Neighbours in titles: "thu tuc". */
  pairs: ReadonlySet<string>;
  /** Texts that are not of the newest. */
  older: number;
  /** How many of them each year has, the latest first. */
  olderByYear: readonly { year: number; texts: number }[];
  /** Part of the texts that hold a word or sign, as written and without diacritics; 0 for one that none read whole holds. */
  share: (column: "words" | "words_plain", word: string) => number;
}

/** Texts of each kind that are read whole, the newest. */
const READ_WHOLE = 300;
/** Beginning of a text that is read. */
const READ_FROM_EACH = 20_000;
const FRESH_MS = 60_000;
const MOST_AGENCIES = 16;

const isSign = (word: string) => word.startsWith("@");

function learn(
  rows: { title: string; words: string | null }[],
  olderByYear: Vocabulary["olderByYear"],
): Vocabulary {
  const inTitles = new Map<string, number>();
  const known = new Map<string, number>();
  const pairs = new Set<string>();
  const inWhole = { words: new Map<string, number>(), words_plain: new Map<string, number>() };
  const count = (map: Map<string, number>, words: Iterable<string>) => {
    for (const word of words) map.set(word, (map.get(word) ?? 0) + 1);
  };
  const plainOf = new Map<string, string>();
  const plain = (word: string): string => {
    const made = plainOf.get(word) ?? unaccent(word);
    plainOf.set(word, made);
    return made;
  };
  let whole = 0;
  for (const { title, words } of rows) {
    const titleWords = title.split(" ").filter((word) => word !== "" && !isSign(word));
    count(inTitles, new Set(titleWords));
    for (let at = 1; at < titleWords.length; at += 1) pairs.add(`${titleWords[at - 1]} ${titleWords[at]}`);
    if (words === null) count(known, new Set(titleWords));
    else {
      const written = new Set(words.split(" "));
      const all = new Set([...written].map(plain));
      count(inWhole.words, written);
      count(inWhole.words_plain, all);
      count(
        known,
        [...all].filter((word) => !isSign(word)),
      );
      whole += 1;
    }
  }
  const share: Vocabulary["share"] = (column, word) => (inWhole[column].get(word) ?? 0) / Math.max(1, whole);
  const older = olderByYear.reduce((sum, { texts }) => sum + texts, 0);
  return { titles: rows.length, inTitles, known, pairs, older, olderByYear, share };
}

async function read(q: Queryable, agencyId: string): Promise<Vocabulary> {
  const { rows } = await q.execute<{ title: string; words: string | null }>(sql`
    select title_plain as title, case when place <= ${READ_WHOLE} then left(words, ${READ_FROM_EACH}) end as words
    from (
      select title_plain, words, row_number() over (partition by kind order by at desc) as place
      from search_text where agency_id = ${agencyId} and newest
    ) as newest_of_each
  `);
  // Year by year in the index of ages: taking the year of each of so many rows would cost six times as much.
  const { rows: years } = await q.execute<{ year: number; texts: number }>(sql`
    select year, counted.texts
    from (
      select extract(year from min(at) at time zone ${VIETNAM})::int as first,
        extract(year from max(at) at time zone ${VIETNAM})::int as last
      from search_text where agency_id = ${agencyId} and not newest
    ) as span, generate_series(first, last) as year, lateral (
      select count(*)::int as texts from search_text
      where agency_id = ${agencyId} and not newest
        and at >= make_timestamptz(year, 1, 1, 0, 0, 0, ${VIETNAM})
        and at < make_timestamptz(year + 1, 1, 1, 0, 0, 0, ${VIETNAM})
    ) as counted
    order by year desc
  `);
  return learn(rows, years);
}

interface Kept {
  at: number;
  vocabulary: Vocabulary;
  renewing: boolean;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * The vocabulary of an agency, of its newest texts; read once, then anew behind the back of whoever asks. It is only
 * for guessing what was meant: a guess is looked up in the index before anybody sees it.
 */
export async function vocabularyOf(q: Queryable, agencyId: string): Promise<Vocabulary> {
  const ofDatabase = kept.get(q) ?? new Map<string, Kept>();
  kept.set(q, ofDatabase);
  const found = ofDatabase.get(agencyId);
  const now = performance.now();
  if (!found) {
    const vocabulary = await read(q, agencyId);
    if (ofDatabase.size >= MOST_AGENCIES) ofDatabase.delete(ofDatabase.keys().next().value!);
    ofDatabase.set(agencyId, { at: now, vocabulary, renewing: false });
    return vocabulary;
  }
  if (!found.renewing && now - found.at > FRESH_MS) {
    found.renewing = true;
    void read(q, agencyId).then(
      (vocabulary) => ofDatabase.set(agencyId, { at: performance.now(), vocabulary, renewing: false }),
      () => {
        found.renewing = false;
      },
    );
  }
  return found.vocabulary;
}
