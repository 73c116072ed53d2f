import { isSyllable, looksVietnamese } from "#platform/text/syllable.ts";
import type { Found } from "./remark.ts";
import type { ListedWord } from "./word-list.ts";

const WORDS = /[\p{L}\p{M}]+/gu;
/** Nobody misspells a syllable into more letters than these. */
const LONGEST = 24;

/**
 * Words that cannot be a Vietnamese syllable though they are written as one. Names (a capital within the line),
 * addresses, words of other languages and those listed as right are left alone.
 */
export function misspelt(list: readonly ListedWord[]) {
  const right = new Set(
    list.flatMap(({ sort, words, instead }) =>
      sort === "spelling" && instead === "" ? [words.toLowerCase()] : [],
    ),
  );
  return (text: string): Found[] => {
    const found: Found[] = [];
    for (const { 0: word, index } of text.matchAll(WORDS)) {
      if (word.length === 1 || word.length > LONGEST || !looksVietnamese(word) || isSyllable(word)) continue;
      const before = text[index - 1] ?? "";
      const after = text[index + word.length] ?? "";
      // Parts of addresses, codes and numbers.
      if (/[@/_\d&#'’]/u.test(before) || /[@/_\d'’]/u.test(after)) continue;
      if (right.has(word.toLowerCase())) continue;
      const capital = /^\p{Lu}/u.test(word);
      const begins = /(?:^|[.!?:…]\s{1,3}|["“(–-]\s?|\n)$/u.test(text.slice(Math.max(0, index - 4), index));
      // A capital within the line, or all of them, is a name or an abbreviation.
      if (capital && (!begins || index === 0 || /^\p{Lu}{2}/u.test(word))) continue;
      found.push({
        from: index,
        to: index + word.length,
        why: `“${word}” không phải âm tiết tiếng Việt viết đúng; có thể thừa, thiếu chữ, sai dấu hoặc dính hai chữ.`,
      });
    }
    return found;
  };
}
