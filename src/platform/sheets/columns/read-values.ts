import { unaccent } from "#platform/text/unaccent.ts";
import { civilDay, serialYmd, ymdInVietnam } from "../rows/civil-day.ts";
import { DayCell, FaultCell, type RowCell } from "../rows/row-visitor.ts";

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const plainAscii = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u;

/** A text in NFC without what cannot be seen, any white space one space; line breaks stay where `lines` asks. */
export function cleanCell(text: string, lines = false): string {
  if (plainAscii.test(text) && !text.includes("  ")) return text;
  const seen = text.normalize("NFC").replace(invisible, "");
  return lines
    ? seen
        .split(/\r\n?|[\n\u0085\u2028\u2029]/u)
        .map((line) => line.replace(/\s+/gu, " ").trim())
        .filter((line) => line !== "")
        .join("\n")
    : seen.replace(/\s+/gu, " ").trim();
}

/** What a cell says, as a person would type it; "" for one without a value. */
export function cellText(cell: RowCell): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "Có" : "Không";
  if (cell instanceof DayCell) {
    const digits = String(cell.ymd).padStart(8, "0");
    return `${digits.slice(6)}/${digits.slice(4, 6)}/${digits.slice(0, 4)}`;
  }
  return "";
}

export const isFault = (cell: RowCell): cell is FaultCell => cell instanceof FaultCell;

/** Serial numbers of days that lists hold: 1927 to 2173. */
const isSerial = (number: number) => number >= 10_000 && number < 100_000;

function ofNumber(number: number, from1904: boolean): number | null {
  if (isSerial(number)) return serialYmd(number, from1904);
  const digits = String(number);
  return Number.isInteger(number) && (digits.length === 8 || digits.length === 14) ? ofDigits(digits) : null;
}

function ofDigits(digits: string): number | null {
  return civilDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}

const time = "(\\d{1,2})[:hg](\\d{1,2})(?:[:p](\\d{1,2})(?:[.,]\\d+)?)?(?:\\s*(?:[AaPp][Mm]|SA|CH|sa|ch))?";
const dayFirst = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:[\\sT,]+${time})?$`, "u");
const timeFirst = new RegExp(`^${time}[\\s,-]+(?:ngày\\s+)?(\\d{1,2})([/.-])(\\d{1,2})\\5(\\d{4})$`, "u");
const yearFirst = new RegExp(
  `^(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})(?:[\\sT]+${time})?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?$`,
  "u",
);
const inWords = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;

function ofText(text: string, from1904: boolean): number | null {
  let found = dayFirst.exec(text);
  if (found) return civilDay(Number(found[4]), Number(found[3]), Number(found[1]));
  found = yearFirst.exec(text);
  if (found) {
    const [, year, , month, day, hours = "0", minutes = "0", seconds = "0", zone] = found.map(String);
    const ymd = civilDay(Number(year), Number(month), Number(day));
    if (ymd === null || found[8] === undefined) return ymd;
    const sign = zone!.startsWith("-") ? -1 : 1;
    const ahead =
      zone === "Z" ? 0 : sign * (Number(zone!.slice(1, 3)) * 60 + Number(zone!.slice(3).replace(":", "")));
    return ymdInVietnam(
      Date.UTC(
        Number(year),
        Number(month) - 1,
        Number(day),
        Number(hours) || 0,
        (Number(minutes) || 0) - ahead,
        Number(seconds) || 0,
      ),
    );
  }
  if (/^\d{8}(?:\d{6}|\d{4})?$/u.test(text)) return ofDigits(text);
  if (/^\d{5}(?:[.,]\d+)?$/u.test(text)) return ofNumber(Number(text.replace(",", ".")), from1904);
  found = timeFirst.exec(text);
  if (found) return civilDay(Number(found[7]), Number(found[6]), Number(found[4]));
  found = inWords.exec(text);
  return found ? civilDay(Number(found[3]), Number(found[2]), Number(found[1])) : null;
}

/**
 * The day that a cell means, as 20261130, never month-first; null when it means none. A time with a zone is told in
 * Vietnam's; hours are left out.
 */
export function readDay(cell: RowCell, from1904 = false): number | null {
  if (cell instanceof DayCell) return cell.ymd;
  if (typeof cell === "number") return ofNumber(cell, from1904);
  return typeof cell === "string" ? ofText(cleanCell(cell), from1904) : null;
}

const yes = /^(?:1|x|v|co|true|yes|y|roi|✓|✔|☑|da(?: .*)?)$/u;
const no = /^(?:0|khong|false|no|n|chua(?: .*)?)$/u;

/** Yes, no, or null where a cell says neither. */
export function readYes(cell: RowCell): boolean | null {
  if (typeof cell === "boolean") return cell;
  const word = unaccent(cleanCell(cellText(cell))).toLowerCase();
  return yes.test(word) ? true : no.test(word) ? false : null;
}
