/** Abbreviations whose full stop ends no sentence. */
const SHORT =
  /(?:^|[\s(])(?:TP|Tp|ThS|TS|PGS|GS|BS|KS|CN|KT|TM|TL|TUQ|Q|P|Tx|TX|Tr|NXB|ĐC|đ\/c|v\.v|St|No|Mr|Mrs)$/u;

/** The sentences of a text by their places; a full stop within numbers, addresses and abbreviations ends none. */
export function sentencesOf(text: string): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  const end = (to: number) => {
    const words = text.slice(from, to);
    const lead = words.search(/\S/u);
    if (lead >= 0) sentences.push({ from: from + lead, to });
    from = to;
  };
  // Every run is bounded: a line of nothing but full stops costs no more than another.
  for (const { index, 0: mark } of text.matchAll(/[.!?…]{1,6}["”’»)]{0,3}(?=\s)|\n/gu)) {
    if (mark === "\n") {
      end(index);
      continue;
    }
    const after = text.slice(index + mark.length, index + mark.length + 12);
    if (!/^\s{1,4}["“‘«(–-]?\s?[\p{Lu}\d]/u.test(after)) continue;
    if (mark.startsWith(".") && SHORT.test(text.slice(Math.max(0, index - 8), index))) continue;
    end(index + mark.length);
  }
  end(text.length);
  return sentences;
}

/** How many words (syllables) a stretch of text has. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{M}\d]+/gu)?.length ?? 0;

/** Longest stretch that is judged at once, in code units. */
const LONGEST_PIECE = 6000;

/**
 * A text cut where a sentence or a line ends, or between two words, so that no stretch takes long to judge. A text of
 * one endless word is cut within it.
 */
export function piecesOf(text: string): { at: number; text: string }[] {
  if (text.length <= LONGEST_PIECE) return [{ at: 0, text }];
  const pieces: { at: number; text: string }[] = [];
  let at = 0;
  while (at < text.length) {
    let to = Math.min(text.length, at + LONGEST_PIECE);
    if (to < text.length) {
      const half = text.slice(at + LONGEST_PIECE / 2, to);
      const ends = [". ", "\n", " "].map((mark) => half.lastIndexOf(mark) + mark.length);
      const lengths = [2, 1, 1];
      const found = ends.findIndex((end, place) => end >= lengths[place]!);
      if (found >= 0) to = at + LONGEST_PIECE / 2 + ends[found]!;
      else if (/[\ud800-\udbff]/.test(text[to - 1]!)) to -= 1;
    }
    pieces.push({ at, text: text.slice(at, to) });
    at = to;
  }
  return pieces;
}
