import { fromRoman } from "#platform/text/roman-numeral.ts";

export type LabelKind =
  | "part"
  | "chapter"
  | "section"
  | "subsection"
  | "article"
  | "roman"
  | "upper-letter"
  | "decimal"
  | "letter"
  | "letter-decimal"
  | "lower-roman"
  | "bullet";

export interface Label {
  kind: LabelKind;
  /** Without closing punctuation: "II", "4.2", "đ", "Điều 3"; the mark of a bullet. */
  label: string;
  /** The numbers of a decimal label: [4, 2]. */
  numbers: number[];
  /** "." ")" "()" "/" "-" ":" or "" as printed after the number. */
  closing: string;
  /** What follows the label. */
  rest: string;
}

const bulletMarks = "-–—−•●▪■◦○·∙⁃*+❖➢✓✅✔☑▶►➤→◆◇★☆□♦";
const keywords: readonly (readonly [string, LabelKind])[] = [
  ["tiểu mục", "subsection"],
  ["phần", "part"],
  ["chương", "chapter"],
  ["mục", "section"],
  ["điều", "article"],
];
const ordinalWords = /^thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười( một| hai)?)(?=[\s.:)-]|$)/;
const numeralToken = /^(\d{1,3}[a-zđ]?|[ivxlc]{1,7}|[a-hk-uđ](?=[.:]|$))(?=[\s.:)-]|$)/;

function bullet(text: string): Label | null {
  const mark = text[0] ?? "";
  if (mark === "" || !bulletMarks.includes(mark)) return null;
  const next = text[1];
  if (next === undefined || next === mark) return null;
  if (next !== " " && (mark === "*" || !/\p{L}/u.test(next))) return null;
  const shown = "-–—−⁃".includes(mark) ? "-" : "+*".includes(mark) ? mark : "•";
  return { kind: "bullet", label: shown, numbers: [], closing: "", rest: text.slice(1).trim() };
}

function keyword(text: string): Label | null {
  if (!/^[PCMTĐ]/.test(text)) return null;
  const head = text.slice(0, 40).toLowerCase();
  for (const [word, kind] of keywords) {
    if (!head.startsWith(`${word} `)) continue;
    const after = head.slice(word.length + 1);
    const token = (ordinalWords.exec(after) ?? numeralToken.exec(after))?.[0];
    if (token === undefined) return null;
    const at = word.length + 1 + token.length;
    const closing = /^\s?[.:)-]/.exec(text.slice(at))?.[0] ?? "";
    const rest = text.slice(at + closing.length).trim();
    const stands = closing !== "" || rest === "" || (kind !== "article" && /^\p{Lu}{2}/u.test(rest));
    if (!stands) return null;
    const number = ordinalWords.test(token) || /^\d/.test(token) ? token : token.toUpperCase();
    const label = `${word[0]!.toUpperCase()}${word.slice(1)} ${number}`;
    return { kind, label, numbers: [], closing: closing.trim(), rest };
  }
  return null;
}

/** What closes a typed number, and where the words begin; null when this is no number of a clause. */
function closingAt(text: string, at: number, bare: boolean): { closing: string; rest: string } | null {
  const mark = text[at] ?? "";
  if (mark === "." || mark === ")" || mark === "/" || mark === ":") {
    let from = at + 1;
    if (mark === "." && text[from] === ")") from += 1;
    const next = text[from];
    if (next !== undefined && next !== " " && !/\p{Lu}|["“(]/u.test(next)) return null;
    // "1/Nội dung" is a number, "36/KH-UBND" is none.
    if (
      mark === "/" &&
      next !== undefined &&
      next !== " " &&
      !/^\p{Lu}\p{Ll}/u.test(text.slice(from, from + 2))
    )
      return null;
    return { closing: mark, rest: text.slice(from).trim() };
  }
  const dash = /^ ?[-–] ?/.exec(text.slice(at, at + 3))?.[0];
  if (dash !== undefined && !bare) {
    // "1 - Mục đích" is a number, "5 - 7 tin mỗi tuần" begins a sentence.
    const words = text.slice(at + dash.length);
    const begins = !dash.endsWith(" ")
      ? /^(\p{Lu}\p{Ll}|\p{Lu}+\s)/u
      : dash.startsWith(" ")
        ? /^["“(]?\p{Lu}/u
        : /^["“(]?\p{L}/u;
    return begins.test(words) ? { closing: "-", rest: words.trim() } : null;
  }
  if (bare && mark === " ") return { closing: "", rest: text.slice(at).trim() };
  return null;
}

function decimal(text: string, prefix: string): Label | null {
  const digits = /^\d{1,3}(\.\d{1,2}(?!\d)){0,4}/.exec(text.slice(0, 24))?.[0];
  if (digits === undefined) return null;
  const numbers = digits.split(".").map(Number);
  if (numbers.some((number) => number === 0 && numbers.length > 1)) return null;
  const closed = closingAt(text, digits.length, numbers.length > 1 || prefix !== "");
  // "1.1- Tổ chức" and "1.1 - Tổ chức", as Party bodies write.
  const dashed =
    numbers.length > 1 ? /^ ?[-–] ?(?=["“(]?\p{Lu})/u.exec(text.slice(digits.length))?.[0] : undefined;
  if (dashed !== undefined)
    return {
      kind: "decimal",
      label: prefix + digits,
      numbers,
      closing: "-",
      rest: text.slice(digits.length + dashed.length),
    };
  if (!closed || (closed.closing === "-" && numbers.length > 1)) return null;
  return { kind: "decimal", label: prefix + digits, numbers, ...closed };
}

function roman(text: string): Label | null {
  const letters = /^[IVXLC]{1,7}/.exec(text)?.[0];
  if (letters === undefined || fromRoman(letters) === null) return null;
  if (text[letters.length] === "." && /\d/.test(text[letters.length + 1] ?? "")) {
    return decimal(text.slice(letters.length + 1), `${letters}.`);
  }
  const closed = closingAt(text, letters.length, false);
  return closed && { kind: "roman", label: letters, numbers: [], ...closed };
}

function upperLetter(text: string): Label | null {
  if (!/^[A-HK-UĐ][./)]/.test(text)) return null;
  const closed = closingAt(text, 1, false);
  return closed && { kind: "upper-letter", label: text[0]!, numbers: [], ...closed };
}

function letter(text: string): Label | null {
  const several = /^(ii|iii|iv|vi|vii|viii|ix|xi|xii)(?=[.)])/.exec(text)?.[0];
  const numbered = /^[a-zđ]\.?\d{1,2}(?=[.)])/.exec(text)?.[0];
  // "a/ Nội dung" is a letter, "b/c" and "a/n" are short for words.
  const label = several ?? numbered ?? /^[a-zđ](?=[.)]|\/(\s|\p{Lu}\p{Ll}))/u.exec(text)?.[0];
  if (label === undefined) return null;
  const mark = text[label.length]!;
  const next = text[label.length + 1];
  if (mark === "." && next !== " ") return null;
  const kind = several ? "lower-roman" : numbered ? "letter-decimal" : "letter";
  return { kind, label, numbers: [], closing: mark, rest: text.slice(label.length + 1).trim() };
}

function bracketed(text: string): Label | null {
  const inside = /^\((\d{1,2}|[a-zđ]|i{1,3}|iv|vi{0,3}|ix)\)/.exec(text)?.[1];
  if (inside === undefined) return null;
  const kind = /\d/.test(inside) ? "decimal" : inside.length > 1 ? "lower-roman" : "letter";
  return {
    kind,
    label: inside,
    numbers: kind === "decimal" ? [Number(inside)] : [],
    closing: "()",
    rest: text.slice(inside.length + 2).trim(),
  };
}

/** The number, letter or bullet that begins a line; null for running text. Linear in the label, never in the text. */
export function parseLabel(text: string): Label | null {
  return (
    bullet(text) ??
    keyword(text) ??
    decimal(text, "") ??
    roman(text) ??
    upperLetter(text) ??
    letter(text) ??
    bracketed(text)
  );
}

/** The label that Word printed before `text`; an unusual one stands as decimal with its own words. */
export function parseAutomaticLabel(auto: string, text: string): Label {
  const parsed = parseLabel(`${auto} x`) ?? parseLabel(`${auto}. x`);
  if (parsed) return { ...parsed, rest: text };
  return { kind: "decimal", label: auto.replace(/[\s.):]+$/, ""), numbers: [], closing: ".", rest: text };
}
