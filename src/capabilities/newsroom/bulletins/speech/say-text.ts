import { toNfc } from "#platform/text/nfc.ts";
import { numberRules } from "./number-rules.ts";
import { firstThat, isWordSign, LOOK_BACK, matchAt, type Place, type Said, type Taken } from "./rule.ts";
import { sayDigits, type ZeroWord } from "./say-number.ts";
import { type SpokenWord, signWords, unitWords, usualWords } from "./spoken-words.ts";
import { addressRules, wordRules } from "./word-rules.ts";

/** A run of a text as it is written and as it is said; `why` null: said as written. */
export interface Piece {
  written: string;
  said: string;
  why: string | null;
  /** The rule may have read it wrongly, or left something out: a person looks. */
  check: boolean;
}

/** How an agency has its texts said. */
export interface Manner {
  zero: ZeroWord;
  /** Its own words, before the usual ones. */
  words: readonly SpokenWord[];
}

const rangeAt = /[ \u00a0]?[-–—][ \u00a0]?(?=\d)/uy;
const timesAt = /[ \u00a0]?[x×][ \u00a0]?(?=\d)/uy;
const belowZeroAt = /[-−](?=\d{1,3}(?:,\d)? ?[°º])/uy;
const quarterAt = /Q\.? ?[IV]/uy;
const inBracketsAt = /[ \u00a0]?\(([\p{Lu}&-]{2,12})\)/uy;
const scoreBefore = /(?:tỷ số|tỉ số|thắng|thua|hòa)[\s\p{L}]{0,20}$/iu;

/** Whether letters stand for the words just before them: "thủ tục hành chính (TTHC)". */
function repeats(letters: string, { saidBefore, wordOf }: Place): boolean {
  const spoken = wordOf(letters);
  const before = saidBefore.trimEnd().toLowerCase();
  if (spoken !== undefined && before.endsWith(spoken.toLowerCase())) return true;
  const wanted = letters.replace(/[&-]/g, "").toLowerCase();
  const initials = before
    .split(/[\s,]+/)
    .slice(-wanted.length)
    .map((word) => word[0] ?? "")
    .join("");
  return initials === wanted;
}

/** Whether what follows is part of a body's name, or of the last of several: "Sở …", "các Sở: Nội vụ, …". */
function isInName(before: string): boolean {
  const [, names] = /^.*(?<!\p{L})(?:Bộ|Sở|Phòng|sở|phòng)(?!\p{L})(?:\s*:)?\s(.*)$/su.exec(before) ?? [];
  if (names === undefined) return false;
  const parts = names.split(/[,;]\s*|\s+và\s+/u);
  return parts.at(-1)!.trim() === "" && parts.slice(0, -1).every((name) => /^\p{Lu}/u.test(name));
}

/** What an abbreviation adds to what was just said: "chỉ số PAR INDEX" says "chỉ số" once. */
function notSaidTwice(spoken: string, saidBefore: string): string {
  const words = spoken.split(" ");
  const before = ` ${saidBefore.trimEnd().toLowerCase()}`;
  for (let count = words.length - 1; count > 1; count -= 1)
    if (before.endsWith(` ${words.slice(0, count).join(" ").toLowerCase()}`))
      return words.slice(count).join(" ");
  return spoken;
}

/** What no voice says: pictures among the letters, bullets, marks. */
const silentAt =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|[*#_|^`~•►▪■□●○→←↑↓✓√{}\\[\]<>=])+/uy;

/** Digits of every script as ours; what no eye sees is taken out. */
const asWritten = (text: string): string =>
  toNfc(text)
    .replace(/\p{Cf}|(?!\n)\p{Cc}/gu, "")
    .replace(/(\d?)([\p{No}\p{Nl}]|(?![0-9])\p{Nd})/gu, (_, digit: string, sign: string) => {
      const plain = sign.normalize("NFKC").replace(/⁄/g, "/");
      const value = /^[0-9/]+$|^[IVXLCDM]+$/.test(plain) ? plain : /\p{Nd}/u.test(sign) ? digitOf(sign) : "";
      return digit && value.includes("/") ? `${digit} ${value}` : `${digit}${value}`;
    });

/** The value of a decimal digit of another script: those of a script follow each other from nought. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Whether the word that is written goes on behind these letters: "24/7" in "24/7/2026", "TP" in "TPHCM". */
const goesOn = (written: string, after: string): boolean =>
  isWordSign(written.at(-1)) && (isWordSign(after[0]) || (/\d$/.test(written) && /^[/.,]\d/.test(after)));

/** Abbreviations by their first letter, the longest first. */
function indexOf(words: readonly SpokenWord[]): Map<string, SpokenWord[]> {
  const index = new Map<string, SpokenWord[]>();
  const byWritten = new Map([...usualWords, ...words].map((word) => [toNfc(word.written), word]));
  for (const [written, word] of byWritten)
    if (written) index.set(written[0]!, [...(index.get(written[0]!) ?? []), { ...word, written }]);
  for (const list of index.values()) list.sort((a, b) => b.written.length - a.written.length);
  return index;
}

/**
 * A line of text as a voice says it: no digit is left, abbreviations and units are words. The pieces' `written` together
 * are the line (NFC, without marks that no eye sees). Never throws; the work grows with the length alone.
 */
export function sayText(line: string, { zero, words }: Manner): Piece[] {
  const text = asWritten(line);
  const index = indexOf(words);
  const wordOf = (written: string) =>
    index.get(written[0] ?? "")?.find((word) => word.written === written)?.spoken;
  const pieces: Piece[] = [];
  let recent = "";
  const put = (
    written: string,
    { said, why, check = false }: Pick<Said, "said" | "check"> & { why: string | null },
  ) => {
    // Written numbers and signs touch their neighbours; words do not.
    const parted =
      isWordSign(recent.at(-1)) && isWordSign(said[0]) && (why !== null || pieces.at(-1)?.why !== null);
    const heard = parted ? ` ${said}` : said;
    const last = pieces.at(-1);
    if (why === null && last?.why === null && !parted) {
      last.written += written;
      last.said += heard;
    } else pieces.push({ written, said: heard, why, check });
    recent = (recent + heard).slice(-LOOK_BACK);
  };
  let at = 0;
  while (at < text.length) {
    const previous = text[at - 1];
    const here = text[at]!;
    const fresh = !isWordSign(previous);
    const place: Place = {
      text,
      at,
      before: text.slice(Math.max(0, at - LOOK_BACK), at),
      saidBefore: recent,
      zero,
      wordOf,
    };
    const taken = take(place, here, fresh, index, pieces.at(-1)?.why ?? null);
    if (taken) {
      put(text.slice(at, at + taken.length), taken);
      at += taken.length;
      continue;
    }
    const run = matchAt(/[\p{L}\p{M}]+|[\s\S]/uy, text, at)![0];
    put(run, { said: run, why: null });
    at += run.length;
  }
  return settled(pieces);
}

function take(
  place: Place,
  here: string,
  fresh: boolean,
  index: Map<string, SpokenWord[]>,
  lastWhy: string | null,
): Taken | null {
  const { text, at, before } = place;
  const brackets = here === "(" || here === " " || here === "\u00a0" ? matchAt(inBracketsAt, text, at) : null;
  if (brackets && repeats(brackets[1]!, place))
    return { said: "", why: "Chữ viết tắt trong ngoặc, vừa đọc đủ ở trước", length: brackets[0].length };
  if (fresh) {
    const quarter = matchAt(quarterAt, text, at) ? firstThat(wordRules, place) : null;
    if (quarter) return quarter;
    const known = index
      .get(here)
      ?.find(
        ({ written }) =>
          text.startsWith(written, at) &&
          !goesOn(written, text.slice(at + written.length, at + written.length + 2)),
      );
    if (known) {
      const spoken = known.inName !== undefined && isInName(before) ? known.inName : known.spoken;
      const said = notSaidTwice(spoken, place.saidBefore);
      return { said, why: "Chữ viết tắt đọc đủ", length: known.written.length };
    }
  }
  if (/\d/.test(here) || (here === "(" && /[+0]/.test(text[at + 1] ?? "")) || here === "+") {
    const address = fresh && /\d/.test(here) ? firstThat(addressRules, place) : null;
    const number = address ?? firstThat(numberRules, place);
    if (number) return number;
  }
  if (fresh && /\p{L}/u.test(here)) {
    const word = firstThat(wordRules, place);
    if (word) return word;
  }
  if (lastWhy !== null && isWordSign(place.saidBefore.at(-1))) {
    const range = matchAt(rangeAt, text, at);
    if (range && /[\d%°'’\p{L}]$/u.test(before))
      return {
        said: scoreBefore.test(before.replace(/\d+$/, "")) ? " " : " đến ",
        why: "Dấu gạch giữa hai số đọc thành lời",
        length: range[0].length,
      };
    const times = /\d$/.test(before) ? matchAt(timesAt, text, at) : null;
    if (times) return { said: " nhân ", why: "Ký hiệu đọc thành lời", length: times[0].length };
  }
  if (lastWhy !== null && here === "-" && /\p{Lu}/u.test(text[at + 1] ?? ""))
    return { said: " ", why: "Ký hiệu không đọc", length: 1 };
  if (matchAt(belowZeroAt, text, at)) return { said: "âm ", why: "Ký hiệu đọc thành lời", length: 1 };
  if (here === "$" || here === "€") {
    const amount = firstThat(numberRules, { ...place, at: at + 1 });
    if (amount)
      return {
        ...amount,
        said: `${amount.said} ${unitWords[here]}`,
        why: "Số và đơn vị đọc thành chữ",
        length: amount.length + 1,
      };
    return { said: unitWords[here]!, why: "Ký hiệu đọc thành lời", length: 1 };
  }
  if (here === "/") {
    const between = isWordSign(text[at - 1]) && isWordSign(text[at + 1]);
    return { said: between ? ", " : " ", why: "Dấu gạch chéo không đọc", check: between, length: 1 };
  }
  const joined =
    (here === "<" || here === ">" || here === "=" || here === "~") &&
    !/^\s?\d/.test(text.slice(at + 1, at + 3));
  const sign = joined ? undefined : signWords[here];
  if (sign !== undefined) return { said: ` ${sign} `, why: "Ký hiệu đọc thành lời", length: 1 };
  const silent = matchAt(silentAt, text, at);
  if (silent) return { said: "", why: "Ký hiệu không đọc", length: silent[0].length };
  return null;
}

/**
 * The pieces with single spaces and none before a comma, so that what they say together is the line. No digit is in it,
 * whatever words an agency gave.
 */
function settled(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let last: Piece | null = null;
  for (const { said, ...piece } of pieces) {
    const plain = said
      .replace(/\p{N}/gu, (digit) => ` ${sayDigits(digit.normalize("NFKC"))} `)
      .replace(/\s+/gu, " ")
      .replace(/ ([,.;:!?)])/g, "$1");
    if (last && /^ ?[,.;:!?)]/.test(plain)) last.said = last.said.trimEnd();
    const fresh: Piece = { ...piece, said: !last || last.said.endsWith(" ") ? plain.trimStart() : plain };
    if (last && /^ [,.;:!?)]/.test(fresh.said)) fresh.said = fresh.said.trimStart();
    kept.push(fresh);
    if (fresh.said !== "") last = fresh;
  }
  if (last) last.said = last.said.trimEnd();
  return kept;
}

/** What the pieces say together. */
export const saidOf = (pieces: readonly Piece[]): string => pieces.map(({ said }) => said).join("");
