/** A name: "/Sig". */
export class PdfName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A reference to an object: "12 0 R". */
export class PdfRef {
  readonly number: number;
  readonly generation: number;

  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** A string, and where it stands in the file: `from` is its first bracket, `to` behind its last. */
export class PdfString {
  /** Its bytes, one a letter. */
  readonly bytes: string;
  readonly hex: boolean;
  readonly from: number;
  readonly to: number;

  constructor(bytes: string, { hex, from, to }: { hex: boolean; from: number; to: number }) {
    this.bytes = bytes;
    this.hex = hex;
    this.from = from;
    this.to = to;
  }
}

export type PdfDictionary = Map<string, PdfValue>;
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfString | PdfValue[] | PdfDictionary;

/** The text is no value of a PDF; the file cannot be judged. */
export class UnreadablePdf extends Error {
  override name = "UnreadablePdf";
}

/** Values inside values beyond this depth are a trap. */
const DEEPEST = 60;

const patterns = {
  blank: /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y,
  name: /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y,
  hex: /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y,
  reference: /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y,
  number: /[+-]?(?:\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y,
  word: /[A-Za-z]+/y,
};

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads values of a PDF (ISO 32000-1, 7.3) from a text that holds each byte of the file as one letter. */
export class PdfReader {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** What the pattern finds just here, and goes behind it. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  skipBlank(): void {
    this.take(patterns.blank);
  }

  /** Whether these letters follow, after blanks; goes behind them if so. */
  accept(word: string): boolean {
    this.skipBlank();
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** The value that follows. @throws UnreadablePdf */
  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new UnreadablePdf();
    this.skipBlank();
    const letter = this.text[this.at];
    if (letter === "/") return new PdfName(nameIn(this.take(patterns.name)![1]!));
    if (letter === "(") return this.literal();
    if (letter === "[") return this.list(depth);
    if (letter === "<") return this.text[this.at + 1] === "<" ? this.dictionary(depth) : this.hex();
    const reference = this.take(patterns.reference);
    if (reference) return new PdfRef(Number(reference[1]), Number(reference[2]));
    const number = this.take(patterns.number);
    if (number) return Number(number[0]);
    const word = this.take(patterns.word)?.[0];
    if (word === "null") return null;
    if (word === "true" || word === "false") return word === "true";
    throw new UnreadablePdf();
  }

  private list(depth: number): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    while (!this.accept("]")) values.push(this.value(depth + 1));
    return values;
  }

  /** A key that stands twice is refused: readers differ in which of the two they take. */
  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries: PdfDictionary = new Map();
    while (!this.accept(">>")) {
      const key = this.take(patterns.name);
      if (!key || entries.has(nameIn(key[1]!))) throw new UnreadablePdf();
      entries.set(nameIn(key[1]!), this.value(depth + 1));
    }
    return entries;
  }

  private hex(): PdfString {
    const from = this.at;
    const found = this.take(patterns.hex);
    if (!found) throw new UnreadablePdf();
    const digits = found[1]!.replace(/[\0\t\n\f\r ]+/gu, "");
    const bytes = Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex").toString("latin1");
    return new PdfString(bytes, { hex: true, from, to: this.at });
  }

  private literal(): PdfString {
    const from = this.at;
    const bytes: string[] = [];
    let open = 0;
    for (let at = from; at < this.text.length; at += 1) {
      const letter = this.text[at]!;
      if (letter === "(") open += 1;
      if (letter === ")") open -= 1;
      if (open === 0) {
        this.at = at + 1;
        return new PdfString(bytes.join(""), { hex: false, from, to: this.at });
      }
      if (at === from) continue;
      if (letter !== "\\") {
        bytes.push(letter);
        continue;
      }
      const octal = /^[0-7]{1,3}/u.exec(this.text.slice(at + 1, at + 4));
      if (octal) bytes.push(String.fromCharCode(Number.parseInt(octal[0], 8) & 255));
      else bytes.push(escapes[this.text[at + 1]!] ?? this.text[at + 1] ?? "");
      at += octal ? octal[0].length : 1;
    }
    throw new UnreadablePdf();
  }
}

const nameIn = (written: string): string =>
  written.replace(/#([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;

/** The name a value is; null when it is none. */
export const nameOf = (value: PdfValue | undefined): string | null =>
  value instanceof PdfName ? value.name : null;

/** The numbers of a list of nothing but whole numbers from zero; null when it is none. */
export function wholeNumbers(value: PdfValue | undefined): number[] | null {
  if (!Array.isArray(value)) return null;
  return value.every((one): one is number => Number.isSafeInteger(one) && (one as number) >= 0)
    ? value
    : null;
}

/** The same text for the same value, wherever it stands and however it is written. */
export function written(value: PdfValue): string {
  if (value instanceof PdfName) return `/${JSON.stringify(value.name)}`;
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`;
  if (value instanceof PdfString) return `(${JSON.stringify(value.bytes)})`;
  if (Array.isArray(value)) return `[${value.map(written).join(" ")}]`;
  if (isDictionary(value))
    return `<<${[...value.keys()]
      .sort()
      .map((key) => `${JSON.stringify(key)} ${written(value.get(key)!)}`)
      .join(" ")}>>`;
  return JSON.stringify(value);
}
