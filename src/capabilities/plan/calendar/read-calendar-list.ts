import { unaccent } from "#platform/text/unaccent.ts";

export interface ListedDay {
  /** YYYY-MM-DD */
  day: string;
  kind: "off" | "worked";
  name: string;
}

/** One line of a pasted list: the days that it names, or what is wrong with it. */
export interface CalendarLine {
  /** Counted from 1, empty lines too, as an editor or a spreadsheet counts. */
  line: number;
  text: string;
  days: ListedDay[];
  error: string | null;
}

const LONGEST_SPAN = 31;
const LONGEST_NAME = 200;
const aDay = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})/g;
const bare = (text: string) => unaccent(text).toLowerCase().trim();

function daysNamed(cell: string): Temporal.PlainDate[] | null {
  const found = [...cell.matchAll(aDay)];
  const rest = bare(cell.replace(aDay, " ")).replace(/\b(tu|ngay|den|het)\b|[-–—\s]/g, "");
  if (found.length === 0 || found.length > 2 || rest !== "") return null;
  try {
    return found.map(([, day, month, year, isoYear, isoMonth, isoDay]) =>
      Temporal.PlainDate.from(
        { year: Number(year ?? isoYear), month: Number(month ?? isoMonth), day: Number(day ?? isoDay) },
        { overflow: "reject" },
      ),
    );
  } catch {
    return null;
  }
}

/** Null: these words name no kind. */
function kindNamed(cell: string): ListedDay["kind"] | null {
  const words = bare(cell);
  if (["lam bu", "di lam", "lam viec", "lam bu, di lam"].includes(words)) return "worked";
  return ["nghi", "nghi le", "nghi tet", "nghi bu", "nghi le, tet", "ngay nghi"].includes(words)
    ? "off"
    : null;
}

/** Cells between tabs, else semicolons, else commas; a name may hold commas when no kind would be lost by it. */
function cellsOf(text: string): string[] {
  const mark = ["\t", ";", ","].find((candidate) => text.includes(candidate)) ?? "\t";
  const unquoted = (cell: string) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim();
  const cells = text.split(mark).map(unquoted);
  while (cells.length > 0 && cells.at(-1) === "") cells.pop();
  if (mark !== "," || cells.length <= 3) return cells;
  const last = cells.at(-1)!;
  return kindNamed(last) === null
    ? [cells[0]!, unquoted(cells.slice(1).join(", "))]
    : [cells[0]!, unquoted(cells.slice(1, -1).join(", ")), last];
}

function readLine(text: string, year: number): { days: ListedDay[] } | { error: string } {
  const [when = "", name = "", word = "", ...more] = cellsOf(text);
  const span = daysNamed(when);
  if (span === null)
    return {
      error: "Chưa đọc được ngày; hãy ghi ngày/tháng/năm, hoặc ngày đầu - ngày cuối, ở cột thứ nhất.",
    };
  const [first, last = first] = span as [Temporal.PlainDate, Temporal.PlainDate?];
  const length = first.until(last).days + 1;
  if (length < 1) return { error: "Ngày cuối đứng trước ngày đầu." };
  if (length > LONGEST_SPAN) return { error: `Một dòng ghi nhiều nhất ${LONGEST_SPAN} ngày liền.` };
  if (first.year !== year || last.year !== year) return { error: `Ngày này không thuộc năm ${year}.` };
  if (name === "") return { error: "Chưa có tên ngày; hãy ghi ở cột thứ hai, ví dụ Tết Dương lịch." };
  if (name.length > LONGEST_NAME) return { error: `Tên ngày dài quá ${LONGEST_NAME} ký tự.` };
  const kind = word === "" ? "off" : kindNamed(word);
  if (kind === null || more.length > 0)
    return { error: "Cột thứ ba chỉ ghi “nghỉ” hoặc “làm bù”; bỏ trống là nghỉ." };
  const days = Array.from({ length }, (_, index) => first.add({ days: index }));
  if (kind === "worked" && days.some(({ dayOfWeek }) => dayOfWeek < 6))
    return { error: "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật." };
  return { days: days.map((day) => ({ day: day.toString(), kind, name: name.normalize("NFC") })) };
}

/**
 * Reads a pasted or CSV list of the days of one year: day or span, name, and "nghỉ" (also when left out) or "làm bù",
 * between tabs, semicolons or commas. A heading and empty lines are passed over; each faulty line says why.
 */
export function readCalendarList(text: string, year: number): CalendarLine[] {
  const seen = new Map<string, number>();
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .flatMap((raw, index): CalendarLine[] => {
      const line = index + 1;
      const isHeading = seen.size === 0 && !/\d/.test(raw) && bare(raw).includes("ngay");
      if (raw.replace(/[\s;,]/g, "") === "" || isHeading) return [];
      const read = readLine(raw.trim(), year);
      if ("error" in read) return [{ line, text: raw.trim(), days: [], error: read.error }];
      const again = read.days.find(({ day }) => seen.has(day));
      if (again)
        return [{ line, text: raw.trim(), days: [], error: `Ngày này đã có ở dòng ${seen.get(again.day)}.` }];
      for (const { day } of read.days) seen.set(day, line);
      return [{ line, text: raw.trim(), days: read.days, error: null }];
    });
}
