import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentState } from "../content-item.ts";
import { hiddenFrom } from "../readers/hidden.ts";
import type { SimilarityAnswer } from "./answer.ts";
import { compareWith, type Likeness, likeTitles, type Surroundings } from "./compare-texts.ts";
import { kinOf } from "./kin-of.ts";
import { matchingPassage, type Passage } from "./matching-passage.ts";
import { unpacked } from "./packed-text.ts";
import { type ReadText, readSyllables, visible } from "./read-syllables.ts";
import { wordsOf } from "./remember-texts.ts";
import { candidates } from "./similarity-queries.ts";
import { keysOfWords, textKeys } from "./text-keys.ts";

/** Texts that share most keys and that the actor may see. */
const COMPARED = 8;
/** A short text shares single words with many. */
const COMPARED_WITH_SHORT = 20;
const SHOWN = 5;

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
  const mine = wordsOf(text);
  const whole = readSyllables(mine);
  const isTopic = `${text.summary}${text.plain}`.trim() === "";
  const words = keysOfWords(whole);
  const asked = textKeys(readTitles, whole);
  if (asked.length + words.size === 0) return [];
  const found = await candidates(q, actor.agencyId, itemId, {
    asked,
    words: [...words.keys()],
    compared: words.size > 0 ? COMPARED_WITH_SHORT : COMPARED,
  });
  const [first] = found;
  if (first === undefined) return [];
  const kin = itemId === null ? new Set<string>() : await kinOf(q, itemId);
  const hidden = found.some(({ limited }) => limited) ? await hiddenFrom(q, actor) : [];
  const others = found
    .filter(({ itemId: id }) => !kin.has(id) && !hidden.includes(id))
    .map((row) => ({ row, read: unpacked(row.form) }));
  const length = visible(mine).length;
  // Of a long text no words are counted, and how rare they are tells nothing.
  const heldBy = new Map([...words.values()].map((pair, at) => [pair, first.textsWith?.[at] ?? 0]));
  const pairIn = (pair: number) => heldBy.get(pair) ?? 0;
  const likenessOf = compareWith(
    whole,
    surroundings([whole, ...others.map(({ read }) => read)], {
      size: words.size > 0 ? first.size : 0,
      pairIn,
    }),
  );
  const alike = others
    .flatMap(({ row, read }) => {
      const byWords = likenessOf(read);
      const byBeginning =
        beginnings && byWords?.kind !== "duplicate"
          ? likenessOf(readSyllables(wordsOf(row).slice(0, length)), { isBeginning: true })
          : null;
      // Of a short text the whole of both was compared already.
      const further = byBeginning?.kind === "duplicate" || words.size === 0 ? byBeginning : null;
      const said = further?.kind === "duplicate" ? further : (byWords ?? further);
      // Of a topic no more is said than that the titles are alike.
      const likeness =
        isTopic && said?.kind !== "duplicate"
          ? (byTitle(readTitles, row) ?? said)
          : (said ?? byTitle(readTitles, row));
      return likeness === null ? [] : [{ row, read, likeness }];
    })
    .sort((one, other) => rank(other.likeness) - rank(one.likeness))
    .slice(0, SHOWN);
  return alike.map(({ row, read, likeness }) => {
    const {
      summary: _s,
      plain: _p,
      form: _f,
      limited: _l,
      textsWith: _t,
      size: _z,
      answer,
      note,
      byName,
      at,
      publishedAt,
      ...shown
    } = row;
    return {
      ...shown,
      ...likeness,
      own: row.agencyId === actor.agencyId,
      publishedAt: publishedAt === null ? null : new Date(publishedAt),
      passage:
        likeness.kind === "title"
          ? { mine: text.title, theirs: row.title }
          : matchingPassage({ read: whole, written: mine }, { read, written: wordsOf(row) }),
      answer: answer === null ? null : { answer, note: note ?? "", byName: byName ?? "", at: new Date(at!) },
    };
  });
}

type Shown = Pick<SimilarItem, "kind" | "score">;

/** How alike the title is to the likest of these; null when it is like none. */
function byTitle(titles: ReadText[], { title }: { title: string }): Shown | null {
  const its = readSyllables(title);
  const score = Math.max(...titles.map((one) => likeTitles(one, its) ?? 0));
  return score > 0 ? { kind: "title", score } : null;
}

const order = { duplicate: 4, possible: 2, title: 0 };
const rank = ({ kind, score }: Shown) => order[kind] + score;
