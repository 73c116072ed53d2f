import { unaccent } from "#platform/text/unaccent.ts";

/**
 * A text as it is compared: syllables without diacritics and case, by their hashes, with their places in `text`
 * (NFC, without invisible characters), the sentences they form, and what can tell one event from another.
 */
export interface ReadText {
  text: string;
  /** A hash for each syllable or number. */
  syllables: Uint32Array;
  /** Where each begins and ends in `text`. */
  from: Uint32Array;
  to: Uint32Array;
  /** The sentence of each. */
  sentenceOf: Uint32Array;
  /** A hash for each sentence, of its syllables in order. */
  sentences: Uint32Array;
  /** Runs of three syllables, by the place of the first. */
  runs: Uint32Array;
  facts: Fact[];
  /** Capitals are used as in running text, so that names can be told. */
  cased: boolean;
}

/** A name's syllable, a number, a day: what another event of the same kind has otherwise. */
export interface Fact {
  hash: number;
  kind: "name" | "number";
  /** How many it counts; of a day, 100 × month + day. None of a name. */
  value?: number;
  isDay?: boolean;
  /** Which syllable it begins with. */
  at: number;
}

/** More of a text is not looked at. */
const LONGEST = 1_000_000;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/gu;
const pieces = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*|[.!?…:;]+(?=\s)|\n+/gu;

const words = (text: string) => new Set(text.split(/\s+/));

/** Syllables of names that stand in nearly every official text and so tell nothing apart. */
const usualNames = words(
  `so uy ban nhan dan ubnd hdnd hoi dong xa phuong tinh huyen thi tran thanh pho thon to khu viet nam chu tich pho giam doc
  phong trung tam van hoa the thao du lich cong dich vu quoc gia dang doan chinh phu bo noi vu qr ke hoach nghi quyet
  quyet dinh thu hai ba tu nam sau bay chat bao dai bien tap nguon anh trang chu tin tuc ong ba bi hcc mat tran mttq
  thcs thpt cnvc tthc cchc zalo facebook nhat giai chi bi mua xuan ha thu dong bac`,
);

export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

export const mix = (one: number, other: number): number => {
  let hash = Math.imul(one ^ (other + 0x9e3779b9 + (one << 6) + (one >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35) >>> 0;
};

/** A number as the same whichever way it is grouped: "1.320" → "1320", "61,4" → "61.4". */
function plainNumber(written: string): string {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written)) return written.replaceAll(".", "").replace(",", ".");
  if (/^\d{1,3}(?:,\d{3})+$/.test(written)) return written.replaceAll(",", "");
  return written.replace(",", ".").replace(/^0+(?=\d)/, "");
}

type Capitals = "none" | "first" | "all";

/** A piece of a text as it is compared, however often it comes. */
interface Piece {
  /** Folded; empty: no word, but what may end a sentence. */
  said: string;
  hash: number;
  capitals: Capitals;
  /** Ends even a short sentence, as no colon and no semicolon does. */
  ends: boolean;
}

function pieceOf(written: string): Piece {
  const letter = written[0]!;
  if (/[.!?…:;\n]/.test(letter)) return { said: "", hash: 0, capitals: "none", ends: !/[:;]/.test(letter) };
  const said = /\d/.test(letter) ? plainNumber(written) : unaccent(written).toLowerCase();
  const all = written.length > 1 && written === written.toUpperCase();
  const capitals = letter === letter.toLowerCase() ? "none" : all ? "all" : "first";
  return { said, hash: hashOf(said), capitals, ends: false };
}

/** Most words come again and again. */
const known = new Map<string, Piece>();
function read(written: string): Piece {
  let piece = known.get(written);
  if (piece !== undefined) return piece;
  piece = pieceOf(written);
  if (known.size > 50_000) known.clear();
  known.set(written, piece);
  return piece;
}

export function readSyllables(written: string): ReadText {
  const text = written.slice(0, LONGEST).normalize("NFC").replace(invisible, "").replace(/\r\n?/g, "\n");
  const said: string[] = [];
  const hashes: number[] = [];
  const [from, to, sentenceOf]: [number[], number[], number[]] = [[], [], []];
  const capitals: Capitals[] = [];
  const begins: boolean[] = [];
  let sentence = 0;
  let inSentence = 0;
  pieces.lastIndex = 0;
  for (let found = pieces.exec(text); found !== null; found = pieces.exec(text)) {
    const piece = read(found[0]);
    if (piece.said === "") {
      // A colon or a semicolon ends nothing that is still short; an abbreviation's dot neither.
      if (inSentence > 0 && (piece.ends || inSentence > 12)) {
        sentence += 1;
        inSentence = 0;
      }
      continue;
    }
    capitals.push(piece.capitals);
    begins.push(inSentence === 0);
    said.push(piece.said);
    hashes.push(piece.hash);
    from.push(found.index);
    to.push(pieces.lastIndex);
    sentenceOf.push(sentence);
    inSentence += 1;
  }
  const syllables = new Uint32Array(hashes);
  const size = syllables.length;
  const runs = new Uint32Array(Math.max(0, size - 2));
  for (let at = 0; at + 2 < size; at += 1)
    runs[at] = mix(mix(syllables[at]!, syllables[at + 1]!), syllables[at + 2]!);
  const sentences = new Uint32Array(size === 0 ? 0 : sentenceOf[size - 1]! + 1);
  for (let at = 0; at < size; at += 1)
    sentences[sentenceOf[at]!] = mix(sentences[sentenceOf[at]!]!, syllables[at]!);
  const first = capitals.filter((is) => is === "first").length;
  const cased = first > 0 && first < size * 0.6;
  return {
    text,
    syllables,
    from: new Uint32Array(from),
    to: new Uint32Array(to),
    sentenceOf: new Uint32Array(sentenceOf),
    sentences,
    runs,
    facts: factsIn(said, syllables, text, from, to, capitals, begins, cased),
    cased,
  };
}

const digits: Record<string, number> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

/**
 * A number from 11 to 999 said in words ("một trăm bốn mươi lăm", "hai mươi bảy"), folded, from `at` on: its value and how many
 * words it takes. Null where none begins.
 */
function saidNumber(said: string[], at: number): { value: number; words: number } | null {
  if (!(said[at]! in digits) && said[at] !== "muoi") return null;
  let [value, words, tens] = [0, 0, false];
  if (said[at]! in digits && said[at + 1] === "tram") {
    value = digits[said[at]!]! * 100;
    words = 2;
    if (said[at + 2] === "linh" || said[at + 2] === "le") words = 3;
  }
  const here = at + words;
  if (said[here] === "muoi") {
    value += 10;
    words += 1;
    tens = true;
  } else if ((said[here] ?? "") in digits && (said[here + 1] === "muoi" || said[here + 1] === "chuc")) {
    value += digits[said[here]!]! * 10;
    words += 2;
    tens = true;
  }
  const last = said[at + words] ?? "";
  if (words > 0 && last in digits && (tens || said[at + words - 1] !== "tram")) {
    value += digits[last]!;
    words += 1;
  }
  return words >= 2 ? { value, words } : null;
}

const dayOf = (day: string, month: string): { d: number; m: number } | null => {
  const [d, m] = [Number(day), Number(month)];
  return Number.isInteger(d) && Number.isInteger(m) && d >= 1 && d <= 31 && m >= 1 && m <= 12
    ? { d, m }
    : null;
};

function factsIn(
  said: string[],
  syllables: Uint32Array,
  text: string,
  from: number[],
  to: number[],
  capitals: Capitals[],
  begins: boolean[],
  cased: boolean,
): Fact[] {
  const facts: Fact[] = [];
  const number = (written: string, at: number) => {
    const value = Number(written);
    facts.push({ hash: hashOf(written), kind: "number", at, ...(!Number.isNaN(value) && { value }) });
  };
  const between = (at: number) => text.slice(to[at], from[at + 1]);
  for (let at = 0; at < said.length; at += 1) {
    const word = said[at]!;
    if (/^\d/.test(word)) {
      const slash = at + 1 < said.length && /^[/-]$/.test(between(at)) && /^\d+$/.test(said[at + 1]!);
      const spoken = said[at + 1] === "thang" && /^\d+$/.test(said[at + 2] ?? "");
      const day = slash ? dayOf(word, said[at + 1]!) : spoken ? dayOf(word, said[at + 2]!) : null;
      if (day !== null) {
        const { d, m } = day;
        facts.push({ hash: hashOf(`ngay ${d}/${m}`), kind: "number", value: m * 100 + d, isDay: true, at });
        at += slash ? 1 : 2;
        if (/^(?:19|20)\d\d$/.test(said[at + 1] ?? "") && /^[/-]$/.test(between(at))) at += 1;
        else if (said[at + 1] === "nam" && /^(?:19|20)\d\d$/.test(said[at + 2] ?? "")) at += 2;
        continue;
      }
      if (slash && /^\d{1,2}$/.test(word) && /^20\d\d$/.test(said[at + 1]!)) {
        number(`thang ${Number(word)}`, at);
        at += 1;
        continue;
      }
      if (said[at - 1] === "thang" && /^\d{1,2}$/.test(word)) number(`thang ${Number(word)}`, at);
      // Small numbers and the years around us are in every text.
      else if (word.length > 1 && !/^20[23]\d$/.test(word)) number(word, at);
      continue;
    }
    const spelt = saidNumber(said, at);
    if (spelt) {
      number(String(spelt.value), at);
      at += spelt.words - 1;
      continue;
    }
    if (!cased || capitals[at] !== "first") continue;
    // The first word of a sentence is a name only when another follows.
    if (begins[at] && capitals[at + 1] !== "first") continue;
    if (!usualNames.has(word)) facts.push({ hash: syllables[at]!, kind: "name", at });
  }
  return facts;
}
