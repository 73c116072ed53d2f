import { formatDate } from "#platform/clock/vietnam-time.ts";

const written = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})\s*$/;
const digitsOnly = /^\s*(\d{2})(\d{2})(\d{4})\s*$/;

/**
 * The calendar day ("2026-11-14") that a person typed as ngày/tháng/năm: 14/11/2026, 14-11-2026, 14.11.2026 or
 * 14112026. Null when it is no day. A year of two digits counts only once the person has left the field
 * (`finished`), because it may be the beginning of one of four.
 */
export function typedDay(text: string, { finished = false }: { finished?: boolean } = {}): string | null {
  const [, day, month, year] = written.exec(text) ?? digitsOnly.exec(text) ?? [];
  if (!day || !month || !year || (year.length === 2 && !finished)) return null;
  try {
    return Temporal.PlainDate.from(
      { day: Number(day), month: Number(month), year: Number(year) + (year.length === 2 ? 2000 : 0) },
      { overflow: "reject" },
    ).toString();
  } catch {
    return null;
  }
}

/** What the field shows: the text as typed while it still says the value, else the value written out. */
export const shownDay = (typed: string, value: string | null): string =>
  typedDay(typed) === value ? typed : value === null ? "" : formatDate(value);
