import { sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";

/** The words that an agency's public texts use, all without diacritics. */
export interface Vocabulary {
  /** How many titles were read. */
  titles: number;
  /** Titles that hold the word. */
  inTitles: ReadonlyMap<string, number>;
  /** Texts read whole, and titles, that hold the word. */
  known: ReadonlyMap<string, number>;
  /** Neighbours in titles: "thu tuc". */
  pairs: ReadonlySet<string>;
}

/** Texts of each kind that are read whole, the newest. */
const READ_WHOLE = 300;
/** Beginning of a text that is read. */
const READ_FROM_EACH = 20_000;
const FRESH_MS = 60_000;
const MOST_AGENCIES = 16;

const isSign = (word: string) => word.startsWith("@");

function learn(rows: { title: string; words: string | null }[]): Vocabulary {
  const inTitles = new Map<string, number>();
  const known = new Map<string, number>();
  const pairs = new Set<string>();
  const count = (map: Map<string, number>, words: Iterable<string>) => {
    for (const word of words) map.set(word, (map.get(word) ?? 0) + 1);
  };
  for (const { title, words } of rows) {
    const titleWords = title.split(" ").filter((word) => word !== "" && !isSign(word));
    count(inTitles, new Set(titleWords));
    for (let at = 1; at < titleWords.length; at += 1) pairs.add(`${titleWords[at - 1]} ${titleWords[at]}`);
    const all = words === null ? titleWords : words.split(" ").filter((word) => !isSign(word));
    count(known, new Set(all));
  }
  return { titles: rows.length, inTitles, known, pairs };
}

async function read(q: Queryable, agencyId: string): Promise<Vocabulary> {
  const { rows } = await q.execute<{ title: string; words: string | null }>(sql`
    select title_plain as title, case when place <= ${READ_WHOLE} then left(words_plain, ${READ_FROM_EACH}) end as words
    from (
      select title_plain, words_plain, row_number() over (partition by kind order by at desc) as place
      from search_text where agency_id = ${agencyId} and newest
    ) as newest_of_each
  `);
  return learn(rows);
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
