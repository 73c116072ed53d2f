import { toNfc } from "#platform/text/nfc.ts";
import { plain } from "#platform/text/unit-named.ts";
import { dayAmong } from "./day-in.ts";

/** A document as a cell names it: "Quyết định số 12/QĐ-UBND ngày 05/01/2020 của UBND tỉnh". */
export interface Reference {
  number: string;
  /** As written and as YYYY-MM-DD, null for one that the calendar has not; null where no day is named. */
  day: { written: string; day: string | null } | null;
  /** The words before the number, in which its type may stand. */
  before: string;
  /** The words behind it, in which its issuer may stand. */
  after: string;
}

/** A number by what tells it: one writes "05/BC" or "5/BC", a hyphen or a dash. */
export const numberKey = (number: string): string =>
  toNfc(number)
    .toLowerCase()
    .replace(/\s+/gu, "")
    .replace(/[‐-―]/gu, "-")
    .replace(/^0+(?=\d)/u, "");

/** 36/KH-UBND, 118/2025/NĐ-CP, 91/2025/QH15, 57-NQ/TW; a day, which has no letters, is none. */
const NUMBER = /(?<![\p{L}\p{N}/])\d+\p{L}?(?:[-‐-―]\p{L}+)*(?:\/[\p{L}\p{N}]+(?:[-‐-―.&][\p{L}\p{N}]+)*)+/gu;

/** What people write into a cell in which nothing stands. */
const NOTHING = new Set(["", "khong", "khong co", "chua co", "khong co van ban nao"]);

/**
 * The documents that a cell names, and the parts of it in which no number was found. `isNumber`: whether a whole part is
 * the number of a document that is known, however odd it looks.
 */
export function referencesIn(
  text: string,
  isNumber: (text: string) => boolean,
): { references: Reference[]; unread: string[] } {
  const references: Reference[] = [];
  const unread: string[] = [];
  for (const part of toNfc(text).split(/[;\n]/u)) {
    const written = part.trim();
    if (NOTHING.has(plain(written))) continue;
    if (isNumber(written)) {
      references.push({ number: written, day: null, before: "", after: "" });
      continue;
    }
    const found = [...written.matchAll(NUMBER)].filter(([number]) => /\/.*\p{L}|-\p{L}/u.test(number));
    if (found.length === 0) unread.push(written);
    for (const [index, { 0: number, index: at }] of found.entries()) {
      const last = found[index - 1];
      const after = written.slice(at + number.length, found[index + 1]?.index);
      references.push({
        ...{ number, after, day: dayAmong(after) },
        before: written.slice(last ? last.index + last[0].length : 0, at),
      });
    }
  }
  return { references, unread };
}
