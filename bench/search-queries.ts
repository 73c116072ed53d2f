import { unaccent } from "../src/platform/text/unaccent.ts";
import { randomFrom } from "./vietnamese-texts.ts";

/** What keys of Telex make of a word whose input method is off. */
const TELEX: Record<string, string> = {
  "\u0301": "s",
  "\u0300": "f",
  "\u0309": "r",
  "\u0303": "x",
  "\u0323": "j",
};
const keysOf = (word: string): string => {
  let tone = "";
  let keys = "";
  for (const sign of word.replaceAll("đ", "dd").normalize("NFD")) {
    if (TELEX[sign]) tone = TELEX[sign];
    else if (sign === "\u0302") keys += keys.at(-1);
    else if (sign === "\u0306" || sign === "\u031b") keys += "w";
    else keys += sign;
  }
  return keys + tone;
};

/** Queries of each kind, made of what stands in the texts. */
export function searchClasses(sample: string[][]): Record<string, () => string> {
  const random = randomFrom(7);
  const pick = <Value>(from: Value[]): Value => from[Math.floor(random() * from.length)]!;
  const share = new Map<string, number>();
  for (const words of sample) {
    for (const word of new Set(words)) share.set(word, (share.get(word) ?? 0) + 1 / sample.length);
  }
  const between = (low: number, high: number) =>
    [...share].flatMap(([word, part]) => (part >= low && part < high ? [word] : []));
  const [rare, middling, common] = [between(0, 0.0008), between(0.005, 0.05), between(0.3, 1.1)];
  const run = (length: number) => {
    const words = pick(sample);
    const from = Math.floor(random() * (words.length - length));
    return words.slice(from, from + length);
  };
  const compounds = [
    "hành chính",
    "thủ tục hành chính",
    "công tác",
    "nhân dân",
    "du lịch",
    "kế hoạch",
    "cán bộ",
  ];
  return {
    "rare word": () => pick(rare),
    "middling word": () => pick(middling),
    "common word": () => pick(common),
    "common words together": () => pick(compounds),
    "common words that seldom meet": () => `${pick(common)} ${pick(common)}`,
    "two middling words": () => `${pick(middling)} ${pick(middling)}`,
    "three common words": () => `${pick(common)} ${pick(common)} ${pick(common)}`,
    "phrase of two": () => run(2).join(" "),
    "phrase of four": () => run(4).join(" "),
    "unaccented word": () => unaccent(pick(middling)),
    "unaccented phrase": () => unaccent(run(3).join(" ")),
    "unaccented common words": () => unaccent(pick(compounds)),
    "no such word": () => `z${pick(rare)}q`,
    "words that never meet": () => `${pick(rare)} ${pick(rare)} ${pick(common)}`,
    "slip of a letter": () => {
      const words = run(4).map(unaccent);
      const at = words.reduce((best, word, index) => (word.length > words[best]!.length ? index : best), 0);
      const word = words[at]!;
      words[at] = word.length > 2 ? word.slice(0, -2) + word.at(-1) + word.at(-2) : `${word}q`;
      return words.join(" ");
    },
    "slips in common words": () => `${unaccent(pick(common))}q ${unaccent(pick(common))}w ${pick(common)}`,
    "keys of Telex": () => run(4).map(keysOf).join(" "),
    "run together": () => unaccent(run(3).join("")),
    abbreviations: () => `${pick(["TTHC", "UBND", "DVCTT", "kế hoạch", "QĐ"])} ${pick(middling)}`,
    "a question": () => `tôi muốn hỏi ${run(3).join(" ")} thì cần ${pick(middling)} gì`,
    "a sentence": () => run(10).join(" "),
    "scattered words of one text": () => {
      const words = pick(sample);
      return Array.from({ length: 8 }, () => pick(words)).join(" ");
    },
    "twelve common words": () => Array.from({ length: 12 }, () => pick(common)).join(" "),
    "hostile, 500 characters": () =>
      pick([
        Array.from({ length: 120 }, () => pick(common)).join(" & "),
        `${"(((!".repeat(60)}${run(6).join(" | ")}${":*)))".repeat(40)}`,
        `${pick(common)} `.repeat(120),
        run(12).join("\u0000'--;"),
        "đ".repeat(500),
        Array.from({ length: 170 }, () => pick(["a", "b", "ô", "ấ"])).join(" "),
      ]).slice(0, 500),
  };
}
