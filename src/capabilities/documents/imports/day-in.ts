import { type SheetCell, serialDay } from "#platform/official-document/read/read-xlsx.ts";

const dayOf = (parts: (string | undefined)[]): string | null => {
  const [year, month, day] = parts.map(Number) as [number, number, number];
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
};

/** The day that a cell names, YYYY-MM-DD; null where it names none. */
export function dayIn({ day, text }: SheetCell): string | null {
  if (day) return day;
  if (/^\d{5}$/u.test(text)) return serialDay(Number(text));
  const found = /^(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/iu.exec(text.trim());
  if (found) return dayOf([found[3], found[2], found[1]]);
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim())?.slice(1);
  return parts ? dayOf(parts) : null;
}

/**
 * The first day that stands among other words ("ngày 05/01/2020 của …", "ngày 05 tháng 01 năm 2020"), as written and as
 * YYYY-MM-DD, null where the calendar has no such day; null where there is none.
 */
export function dayAmong(words: string): { written: string; day: string | null } | null {
  const found = /(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/iu.exec(words);
  return found && { written: found[0], day: dayOf([found[3], found[2], found[1]]) };
}
