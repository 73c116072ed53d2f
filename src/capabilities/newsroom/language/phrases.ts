import type { Found } from "./remark.ts";
import { sentencesOf } from "./sentences-of.ts";
import type { ListedWord, WordSort } from "./word-list.ts";

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replace(/\s+/gu, " ");

/** Finds the listed words of a sort in a text, the longest where two begin alike. */
function finder(list: readonly ListedWord[], sort: WordSort) {
  const listed = list.filter((word) => word.sort === sort && word.instead !== "");
  const plain = new Map<string, ListedWord>();
  const leading = new Map<string, ListedWord>();
  for (const word of listed) {
    const lower = word.words.toLowerCase().trim();
    if (lower.endsWith("…")) leading.set(lower.slice(0, -1).trim(), word);
    else plain.set(lower, word);
  }
  const oneOf = (words: Iterable<string>) =>
    [...words]
      .toSorted((one, other) => other.length - one.length)
      .map(escaped)
      .join("|");
  const patterns = [
    ...(plain.size > 0
      ? [new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${oneOf(plain.keys())})(?![\\p{L}\\p{M}\\d])`, "giu")]
      : []),
    ...(leading.size > 0
      ? [new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${oneOf(leading.keys())})(?= )`, "giu")]
      : []),
  ];
  return (text: string): { from: number; to: number; words: string; listed: ListedWord }[] => {
    const found = [];
    for (const [place, pattern] of patterns.entries())
      for (const { 0: words, index } of text.matchAll(pattern)) {
        const lower = words.toLowerCase();
        const whole = plain.size > 0 && place === 0 ? plain.get(lower) : leading.get(lower);
        if (!whole) continue;
        const to = index + words.length;
        if (whole.words.endsWith("…")) {
          const name = /^ (?:\p{Lu}[\p{L}\p{M}]*|\d{1,2})(?: \p{Lu}[\p{L}\p{M}]*){0,3}/u.exec(
            text.slice(to, to + 60),
          );
          if (!name) continue;
          found.push({ from: index, to: to + name[0].length, words, listed: whole });
        } else found.push({ from: index, to, words, listed: whole });
      }
    return found;
  };
}

/** What is explained in brackets at the end of an entry does not go into a text; all in brackets, nothing does. */
const wordsAlone = (instead: string): string => instead.replace(/\s*\([^()]*\)$/u, "").trim();

/** Phrases of offices, each with what people say. */
export function officialWords(list: readonly ListedWord[]) {
  const find = finder(list, "phrase");
  return (text: string): Found[] =>
    find(text).map(({ from, to, listed }) => ({
      from,
      to,
      why: listed.instead.startsWith("dùng ")
        ? `Cách nói vòng; nên ${listed.instead}.`
        : `Nói gọn hơn: “${listed.instead}”.`,
      ...(!listed.instead.startsWith("dùng ") && { instead: wordsAlone(listed.instead) }),
    }));
}

/** Words that are often put for others. */
export function confusedWords(list: readonly ListedWord[]) {
  const find = finder(list, "spelling");
  return (text: string): Found[] =>
    find(text).map(({ from, to, words, listed }) => ({
      from,
      to,
      why: `“${words}” hay bị viết nhầm; viết đúng là “${listed.instead}”.`,
      instead: wordsAlone(listed.instead),
    }));
}

/** Told of the past, the old name is the right one. */
const PAST =
  /trước đây|trước (?:ngày|tháng|năm|khi)|(?<![\p{L}\p{M}])cũ(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])nguyên (?:là|chủ tịch|bí thư|trưởng|phó|giám đốc)|(?<![\p{L}\p{M}])từng(?![\p{L}\p{M}])|khi đó|lúc đó|hồi ấy|năm (?:1\d{3}|20[01]\d|202[0-4])|thế kỷ|kháng chiến|thời kỳ|đến hết (?:ngày )?30\/0?6\/2025|sáp nhập|hợp nhất|giải thể|kết thúc hoạt động|không còn cấp huyện|bỏ cấp huyện/iu;

/** Names of bodies and places that are no more, in sentences that tell of today. */
export function oldNames(list: readonly ListedWord[]) {
  const find = finder(list, "name");
  return (text: string): Found[] => {
    const found = find(text).toSorted((one, other) => one.from - other.from || other.to - one.to);
    if (found.length === 0) return [];
    const sentences = sentencesOf(text);
    let sentence = 0;
    let end = -1;
    return found.flatMap(({ from, to, words, listed }): Found[] => {
      if (from < end) return [];
      while (sentence < sentences.length - 1 && sentences[sentence]!.to <= from) sentence += 1;
      const around = sentences[sentence]!;
      // Only what is near: a text without full stops is not read again for each name.
      const near = text.slice(Math.max(around.from, from - 300), Math.min(around.to, to + 300));
      if (PAST.test(near)) return [];
      end = to;
      const why = `“${words}” là tên cũ; nay là ${listed.instead.replace(/^\((.*)\)$/su, "$1")}.`;
      return [{ from, to, why, instead: wordsAlone(listed.instead) }];
    });
  };
}
