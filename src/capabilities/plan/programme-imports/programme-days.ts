import { type SheetCell, serialDay } from "#platform/official-document/read/read-xlsx.ts";
import { parseDue } from "../reading/due.ts";

/** From when to when something is held, YYYY-MM-DD; null where a cell names no day. */
export interface ReadDays {
  firstDay: string;
  lastDay: string;
  /** More than the days themselves had to be supposed: a whole month, or all between several days. */
  supposed: "whole-period" | "between-several" | null;
}

const hours = /(?:lúc\s*)?\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d{2})?(?:\s*phút)?\s*[,;-]?\s*/giu;
const partsOfDay = /(?:^|\s)(?:buổi\s+)?(?:sáng|trưa|chiều|tối|cả ngày)(?=\s|,|$)[,;]?/giu;
const severalDays = /(?<=\d)\s*(?:,|;|và)\s*(?=\d{1,2}\s*[/.]\s*\d)/giu;
const isoDays = /^\d{4}-\d{2}-\d{2}$/u;

/** The days that one cell names; `year` where it names none. */
export function daysIn({ day, text }: SheetCell, year: number): ReadDays | null {
  const one = day ?? (/^\d{5}$/u.test(text) ? serialDay(Number(text)) : isoDays.test(text) ? text : null);
  if (one) return { firstDay: one, lastDay: one, supposed: null };
  const several = severalDays.test(text);
  const words = text.replace(severalDays, "-").replace(hours, "").replace(partsOfDay, " ").trim();
  // "Tuần 2 tháng 6" is no second of June.
  if (/tuần/iu.test(words)) return null;
  const { due } = parseDue(words, year);
  if (due.kind === "date" && due.date) return { firstDay: due.date, lastDay: due.date, supposed: null };
  if (due.kind !== "period" || !due.from || !due.to) return null;
  const whole = !/\d\s*[/.-]\s*\d|ngày/iu.test(words) || /^(?:tháng|quý|năm|cả năm)/iu.test(words);
  return {
    firstDay: due.from,
    lastDay: due.to,
    supposed: several ? "between-several" : whole ? "whole-period" : null,
  };
}
