import { hashOf } from "./hashes.ts";
import type { Pieces } from "./pieces.ts";

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

/** Syllables of names that stand in nearly every official text and so tell nothing apart. */
const usualNames = new Set(
  `so uy ban nhan dan ubnd hdnd hoi dong xa phuong tinh huyen thi tran thanh pho thon to khu viet nam chu tich pho giam doc
  phong trung tam van hoa the thao du lich cong dich vu quoc gia dang doan chinh phu bo noi vu qr ke hoach nghi quyet
  quyet dinh thu hai ba tu nam sau bay chat bao dai bien tap nguon anh trang chu tin tuc ong ba bi hcc mat tran mttq
  thcs thpt cnvc tthc cchc zalo facebook nhat giai chi bi mua xuan ha thu dong bac`
    .split(/\s+/)
    .map(hashOf),
);

const digits = new Map(
  Object.entries({
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
  }).map(([word, value]) => [hashOf(word), value]),
);
const [TEN, TENS, HUNDRED, AND, OR_AND, MONTH, YEAR] = "muoi chuc tram linh le thang nam"
  .split(" ")
  .map(hashOf) as [number, number, number, number, number, number, number];

/**
 * A number from 11 to 999 said in words ("một trăm bốn mươi lăm", "hai mươi bảy") from `at` on: its value and how many
 * words it takes. Null where none begins.
 */
function saidNumber(said: Uint32Array, at: number): { value: number; words: number } | null {
  const first = digits.get(said[at]!);
  if (first === undefined && said[at] !== TEN) return null;
  let [value, words, tens] = [0, 0, false];
  if (first !== undefined && said[at + 1] === HUNDRED) {
    value = first * 100;
    words = said[at + 2] === AND || said[at + 2] === OR_AND ? 3 : 2;
  }
  const here = at + words;
  const digit = digits.get(said[here] ?? 0);
  if (said[here] === TEN) {
    value += 10;
    words += 1;
    tens = true;
  } else if (digit !== undefined && (said[here + 1] === TEN || said[here + 1] === TENS)) {
    value += digit * 10;
    words += 2;
    tens = true;
  }
  const last = digits.get(said[at + words] ?? 0);
  if (words > 0 && last !== undefined && (tens || said[at + words - 1] !== HUNDRED)) {
    value += last;
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

/** What can tell one event from another, in the order of the text. */
export function factsIn(text: string, syllables: Uint32Array, pieces: Pieces, cased: boolean): Fact[] {
  const { numbers, from, to, capital, begins } = pieces;
  const facts: Fact[] = [];
  const number = (written: string, at: number) => {
    const value = Number(written);
    facts.push({ hash: hashOf(written), kind: "number", at, ...(!Number.isNaN(value) && { value }) });
  };
  const between = (at: number) => text.slice(to[at], from[at + 1]);
  for (let at = 0; at < syllables.length; at += 1) {
    const word = numbers[at]!;
    if (word !== "") {
      const slash = at + 1 < syllables.length && /^[/-]$/.test(between(at)) && /^\d+$/.test(numbers[at + 1]!);
      const spoken = syllables[at + 1] === MONTH && /^\d+$/.test(numbers[at + 2] ?? "");
      const day = slash ? dayOf(word, numbers[at + 1]!) : spoken ? dayOf(word, numbers[at + 2]!) : null;
      if (day !== null) {
        const { d, m } = day;
        facts.push({ hash: hashOf(`ngay ${d}/${m}`), kind: "number", value: m * 100 + d, isDay: true, at });
        at += slash ? 1 : 2;
        if (/^(?:19|20)\d\d$/.test(numbers[at + 1] ?? "") && /^[/-]$/.test(between(at))) at += 1;
        else if (syllables[at + 1] === YEAR && /^(?:19|20)\d\d$/.test(numbers[at + 2] ?? "")) at += 2;
        continue;
      }
      if (slash && /^\d{1,2}$/.test(word) && /^20\d\d$/.test(numbers[at + 1]!)) {
        number(`thang ${Number(word)}`, at);
        at += 1;
        continue;
      }
      if (syllables[at - 1] === MONTH && /^\d{1,2}$/.test(word)) number(`thang ${Number(word)}`, at);
      // Small numbers and the years around us are in every text.
      else if (word.length > 1 && !/^20[23]\d$/.test(word)) number(word, at);
      continue;
    }
    const spelt = saidNumber(syllables, at);
    if (spelt) {
      number(String(spelt.value), at);
      at += spelt.words - 1;
      continue;
    }
    if (!cased || !capital[at]) continue;
    // The first word of a sentence is a name only when another follows.
    if (begins[at] && !capital[at + 1]) continue;
    if (!usualNames.has(syllables[at]!)) facts.push({ hash: syllables[at]!, kind: "name", at });
  }
  return facts;
}
