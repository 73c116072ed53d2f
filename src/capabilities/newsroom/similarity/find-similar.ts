import { sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentState } from "../content-item.ts";
import { hiddenFrom } from "../readers/hidden.ts";
import type { SimilarityAnswer } from "./answer.ts";
import { compareWith, type Likeness, likeTitles, type Surroundings } from "./compare-texts.ts";
import { kinOf } from "./kin-of.ts";
import { matchingPassage, type Passage } from "./matching-passage.ts";
import { readSyllables } from "./read-syllables.ts";
import { wordsOf } from "./remember-texts.ts";
import { keysOfWords, textKeys } from "./text-keys.ts";

/** Of a key that many texts share, so many are looked at, the newest first. */
const OF_A_KEY = 300;
/** A single key is shared by chance. */
const FEWEST_KEYS = 2;
/** Texts that share most keys, before it is asked who may see them, and after. */
const LIKELIEST = 200;
const COMPARED = 8;
/** A short text shares single words with many. */
const COMPARED_WITH_SHORT = 20;
const SHOWN = 5;
/** More of a text than this tells nothing new. */
const LONGEST = 40_000;

export interface SimilarItem extends Omit<Likeness, "kind"> {
  kind: Likeness["kind"] | "title";
  itemId: string;
  title: string;
  own: boolean;
  agencyId: string;
  agencyName: string;
  unitName: string;
  state: ContentState;
  slug: string | null;
  publishedAt: Date | null;
  passage: Passage | null;
  answer: { answer: SimilarityAnswer; note: string; byName: string; at: Date } | null;
}

interface Candidate extends Record<string, unknown> {
  itemId: string;
  agencyId: string;
  title: string;
  summary: string;
  plain: string;
  agencyName: string;
  unitName: string;
  state: ContentState;
  slug: string | null;
  publishedAt: string | null;
  limited: boolean;
  answer: SimilarityAnswer | null;
  note: string | null;
  byName: string | null;
  at: string | null;
}

/** Texts that share keys with these, most first; who may see which is told in the database's own function. */
async function candidates(
  q: Queryable,
  agencyId: string,
  itemId: string | null,
  { keys, compared }: { keys: number[]; compared: number },
) {
  const { rows } = await q.execute<Candidate>(sql`
    select * from similar_texts(${`{${keys.join(",")}}`}::integer[], ${agencyId}::uuid, ${itemId}::uuid,
      ${OF_A_KEY}, ${FEWEST_KEYS}, ${LIKELIEST}, ${compared}, ${LONGEST})`);
  return rows;
}

/** How many texts there are, and how many hold each of the words that a short text asks for, counted to OF_A_KEY. */
async function countsOf(q: Queryable, words: Map<number, number>) {
  if (words.size === 0) return { size: 0, counted: new Map<number, number>() };
  const { rows } = await q.execute<{ size: number; key: number; count: number }>(sql`
    select (select coalesce(max(id), 0) from similarity_text)::int as size, wanted.key, counted.count
    from unnest(${`{${[...words.keys()].join(",")}}`}::integer[]) as wanted (key)
    cross join lateral (
      select count(*)::int as count
      from (select from similarity_key s where s.key = wanted.key limit ${OF_A_KEY}) as held
    ) as counted`);
  return { size: rows[0]?.size ?? 0, counted: new Map(rows.map(({ key, count }) => [key, count])) };
}

/** Sentences that three or more of these texts carry are passages that many have. */
function surroundings(
  texts: { sentences: Uint32Array }[],
  { size, pairIn }: Pick<Surroundings, "size" | "pairIn">,
): Surroundings {
  const carried = new Map<number, number>();
  for (const { sentences } of texts)
    for (const sentence of new Set(sentences)) carried.set(sentence, (carried.get(sentence) ?? 0) + 1);
  return {
    size,
    pairIn,
    factIn: () => 1,
    syllableIn: () => 1,
    common: (sentence) => (carried.get(sentence) ?? 0) >= 3,
  };
}

/**
 * Items that tell the same news as a text and are not its kin, likeliest first; few, and none where nothing is alike.
 * What is short, as a tip, may be the beginning of an item (`beginnings`), and any of its sentences another's title
 * (`titles`).
 */
export async function findSimilar(
  q: Queryable,
  actor: Actor,
  { itemId, ...text }: { itemId: string | null; title: string; summary: string; plain: string },
  { titles = [text.title], beginnings = false }: { titles?: string[]; beginnings?: boolean } = {},
): Promise<SimilarItem[]> {
  const readTitles = titles.map(readSyllables);
  const whole = readSyllables(wordsOf({ ...text, plain: text.plain.slice(0, LONGEST) }));
  const isTopic = `${text.summary}${text.plain}`.trim() === "";
  const words = keysOfWords(whole);
  const { size, counted } = await countsOf(q, words);
  // Words of many texts pick none of them out.
  const telling = [...words.keys()].filter((key) => (counted.get(key) ?? 0) < OF_A_KEY);
  const keys = [...new Set([...readTitles.flatMap((title) => textKeys(title, whole)), ...telling])];
  if (keys.length === 0) return [];
  const found = await candidates(q, actor.agencyId, itemId, {
    keys,
    compared: words.size > 0 ? COMPARED_WITH_SHORT : COMPARED,
  });
  const kin = itemId === null || found.length === 0 ? new Set<string>() : await kinOf(q, itemId);
  const hidden = found.some(({ limited }) => limited) ? await hiddenFrom(q, actor) : [];
  const strangers = found.filter(({ itemId: id }) => !kin.has(id) && !hidden.includes(id));
  const others = strangers.map((row) => ({
    row,
    title: readSyllables(row.title),
    read: readSyllables(wordsOf(row)),
  }));
  const heldBy = new Map([...words].map(([key, pair]) => [pair, counted.get(key) ?? 0]));
  const pairIn = (pair: number) => heldBy.get(pair) ?? 0;
  const likenessOf = compareWith(
    whole,
    surroundings([whole, ...others.map(({ read }) => read)], { size, pairIn }),
  );
  return others
    .flatMap(({ row, read, title: itsTitle }) => {
      const byTitle = Math.max(...readTitles.map((title) => likeTitles(title, itsTitle) ?? 0));
      const byWords = likenessOf(read);
      const byBeginning =
        beginnings && byWords?.kind !== "duplicate"
          ? likenessOf(readSyllables(wordsOf(row).slice(0, whole.text.length)), { isBeginning: true })
          : null;
      const byTitleAlone = byTitle > 0 ? ({ kind: "title", score: byTitle } as const) : null;
      // Of a short text the whole of both was compared already.
      const further = byBeginning?.kind === "duplicate" || words.size === 0 ? byBeginning : null;
      const said = further?.kind === "duplicate" ? further : (byWords ?? further);
      // Of a topic no more is said than that the titles are alike.
      const likeness: Pick<SimilarItem, "kind" | "score"> | null =
        isTopic && said?.kind !== "duplicate" ? (byTitleAlone ?? said) : (said ?? byTitleAlone);
      if (likeness === null) return [];
      const { summary: _s, plain: _p, limited: _l, answer, note, byName, at, publishedAt, ...shown } = row;
      return {
        ...shown,
        ...likeness,
        own: row.agencyId === actor.agencyId,
        publishedAt: publishedAt === null ? null : new Date(publishedAt),
        passage:
          likeness.kind === "title" ? { mine: text.title, theirs: row.title } : matchingPassage(whole, read),
        answer:
          answer === null ? null : { answer, note: note ?? "", byName: byName ?? "", at: new Date(at!) },
      };
    })
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, SHOWN);
}

const order = { duplicate: 4, possible: 2, title: 0 };
const rank = ({ kind, score }: Pick<SimilarItem, "kind" | "score">) => order[kind] + score;
