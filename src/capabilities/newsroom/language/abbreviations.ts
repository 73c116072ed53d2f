import type { Block, Found } from "./remark.ts";
import type { ListedWord } from "./word-list.ts";

/** Joined letters are one: "VH,TT&DL", "LĐ-TB&XH"; two with nothing but a comma between them are two. */
const LETTERS = "(?:[A-ZĐ]{2,8}(?:,[A-ZĐ]{2,8})*(?:[&-][A-ZĐ]{1,8})+|[A-ZĐ]{2,8})";
const ABBREVIATION = new RegExp(
  `(?<![\\p{L}\\p{M}\\d/_.@&-])${LETTERS}(?![\\p{L}\\p{M}\\d/_@-]|\\.\\w)`,
  "gu",
);
/** Where it is spelled out: "thủ tục hành chính (TTHC)", "(gọi tắt là TTHC)", "TTHC (thủ tục …)", "TTHC là …". */
const IN_BRACKETS = /\(([^()]{0,60})\)/gu;
const BEFORE_MEANING = new RegExp(`(?<![\\p{L}\\p{M}\\d/_.@&-])(${LETTERS})(?= ?\\(\\p{Ll}| là )`, "gu");
/** "(TTHC)", "(gọi tắt là TTHC)", "(Sở VH,TT&DL)". */
const MEANT = new RegExp(`(?:^|tắt (?:là )?["“]?)(?:(?:Bộ|Sở|Phòng|Ban) )?${LETTERS}["”]?$`, "u");
const ROMAN = /^[IVXLCDM]+$/u;

/** A line in capitals abbreviates nothing. */
function shouts(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && (text.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.6;
}

/** The abbreviations that a text spells out. */
export function explainedIn(text: string): string[] {
  const found: string[] = [];
  for (const [, within] of text.matchAll(IN_BRACKETS))
    if (MEANT.test(within!)) found.push(...within!.match(new RegExp(LETTERS, "gu"))!);
  for (const [, word] of text.matchAll(BEFORE_MEANING)) found.push(word!);
  return found;
}

/** The first mention of each abbreviation that is nowhere spelled out; `seen` grows by those met. */
export function unexplained(list: readonly ListedWord[]) {
  const meant = new Map(
    list.flatMap(({ sort, words, instead }) => (sort === "abbreviation" ? [[words, instead]] : [])),
  );
  return (
    block: Pick<Block, "type">,
    text: string,
    explained: ReadonlySet<string>,
    seen: Set<string>,
  ): Found[] => {
    if (block.type === "cell" || block.type === "spoken" || shouts(text)) return [];
    const found: Found[] = [];
    for (const { 0: word, index } of text.matchAll(ABBREVIATION)) {
      if (seen.has(word) || explained.has(word) || ROMAN.test(word)) continue;
      const full = meant.get(word);
      if (full === "") continue;
      seen.add(word);
      found.push({
        from: index,
        to: index + word.length,
        ...(full && { instead: `${full} (${word})` }),
        why: full
          ? `Lần đầu nên viết đủ: “${full} (${word})”.`
          : `“${word}” chưa được viết đủ ở đâu trong bài; lần đầu nên viết đủ rồi đặt chữ tắt trong ngoặc.`,
      });
    }
    return found;
  };
}
