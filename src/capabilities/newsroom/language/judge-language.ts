import { explainedIn, unexplained } from "./abbreviations.ts";
import { blocksOf } from "./blocks-of.ts";
import { type Ended, endedCitations } from "./citations.ts";
import { headlessTable, misplacedHeadings, vagueLinks } from "./links-and-heads.ts";
import type { JudgedText } from "./parts-of.ts";
import { personalData, personalDataInLinks } from "./personal-data.ts";
import { remarkOn } from "./personal-remarks.ts";
import { confusedWords, officialWords, oldNames } from "./phrases.ts";
import { longSentences, unsourced } from "./readability.ts";
import { type Block, type Found, type Remark, type RemarkKind, remarkKinds } from "./remark.ts";
import { piecesOf } from "./sentences-of.ts";
import { misspelt } from "./spelling.ts";
import type { ListedWord } from "./word-list.ts";

/** What a text is held against. */
export interface Yardstick {
  words: readonly ListedWord[];
  /** Documents that hold no more. */
  ended: readonly Ended[];
  /** Addresses within the platform that lead nowhere, each with why. */
  deadLinks?: ReadonlyMap<string, string>;
}

/** A stretch of text that was judged before is not judged again. */
type Judged = [RemarkKind, Found[]][];

const order = Object.keys(remarkKinds);

/**
 * Judges one text again and again while it is written: only what has changed is looked at anew. Each step of the
 * generator takes a few milliseconds at most, however long the text; who calls it may pause between them.
 */
export function languageJudge({ words, ended, deadLinks }: Yardstick) {
  const checks: [RemarkKind, (text: string, block: Block) => Found[]][] = [
    ["personal-data", personalData],
    ["spelling", misspelt(words)],
    ["spelling", confusedWords(words)],
    ["citation", endedCitations(ended)],
    ["name", oldNames(words)],
    ["sentence", (text, block) => longSentences(block, text)],
    ["phrase", officialWords(words)],
    ["source", (text, block) => unsourced(block, text)],
  ];
  const abbreviated = unexplained(words);
  const dead = ({ links }: Block): Found[] =>
    links.flatMap(({ from, to, href }) => {
      const why = deadLinks?.get(href);
      return why ? [{ from, to, about: href, why }] : [];
    });
  let before = new Map<string, Judged>();

  return function* judge(text: JudgedText): Generator<undefined, Remark[]> {
    const { blocks, headless } = blocksOf(text);
    const remarks: Remark[] = [];
    const add = (kind: RemarkKind, block: Block, found: Found, place?: { at?: number; written?: boolean }) =>
      remarks.push(remarkOn(kind, block, found, place));
    const known = new Map<string, Judged>();
    const pieces: { block: Block; at: number; text: string }[] = [];
    const explained = new Set<string>();
    for (const block of blocks) {
      for (const piece of piecesOf(block.text)) {
        pieces.push({ block, ...piece });
        const name = `${block.type} ${piece.text}`;
        let judged = known.get(name) ?? before.get(name);
        if (!judged) {
          judged = checks.flatMap(([kind, check]) => {
            const found = check(piece.text, block);
            return found.length > 0 ? [[kind, found] satisfies Judged[number]] : [];
          });
        }
        yield;
        known.set(name, judged);
        for (const [kind, found] of judged) for (const one of found) add(kind, block, one, { at: piece.at });
        for (const word of explainedIn(piece.text)) explained.add(word);
      }
      for (const found of personalDataInLinks(block.links))
        add("personal-data", block, found, { written: true });
      for (const found of vagueLinks(block)) add("link", block, found, { written: true });
      for (const found of dead(block)) add("dead-link", block, found, { written: true });
    }
    before = known;
    yield;
    const seen = new Set<string>();
    for (const [place, { block, at, text: words }] of pieces.entries()) {
      for (const found of abbreviated(block, words, explained, seen))
        add("abbreviation", block, found, { at });
      if (place % 100 === 99) yield;
    }
    for (const { block, found } of misplacedHeadings(blocks)) add("structure", block, found);
    for (const block of headless) add("structure", block, headlessTable(block));
    const rank = new Map(blocks.map((block, place) => [`${block.field} ${block.index}`, place]));
    const placeOf = ({ field, block }: Remark) => rank.get(`${field} ${block}`)!;
    return remarks.toSorted(
      (one, other) =>
        order.indexOf(one.kind) - order.indexOf(other.kind) ||
        placeOf(one) - placeOf(other) ||
        one.from - other.from,
    );
  };
}

/** All remarks on a text at once. */
export function judgeLanguage(text: JudgedText, yardstick: Yardstick): Remark[] {
  const steps = languageJudge(yardstick)(text);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
