import { VIETNAM } from "./vietnam-time.ts";

/** "decree": closes on the 14th (Decree 09/2019/NĐ-CP, Article 12); "calendar": whole calendar months. */
export type PeriodBasis = "decree" | "calendar";

export type PeriodKind = "month" | "quarter" | "half" | "nine-months" | "year";

/** A span of days that a report covers. `from` and `to` are days, both inside; the instants are Việt Nam's midnights. */
export interface ReportingPeriod {
  /** "2026-11", "2026-Q4", "2026-9M", "2026-H2" or "2026". */
  code: string;
  basis: PeriodBasis;
  kind: PeriodKind;
  /** YYYY-MM-DD, first day inside. */
  from: string;
  /** YYYY-MM-DD, last day inside. */
  to: string;
  /** In Vietnamese: "Quý IV năm 2026". */
  label: string;
  /** ISO instant of 00:00 on `from`. */
  startsAt: string;
  /** ISO instant of 00:00 on the day after `to`: the first moment outside. */
  endsBefore: string;
}

/** The text names no reporting period; the message says in Vietnamese which forms there are. */
export class InvalidPeriod extends Error {
  override name = "InvalidPeriod";
}

const roman = ["I", "II", "III", "IV"];
const lastDayOfDecree = 14;

const midnight = (day: Temporal.PlainDate): string => day.toZonedDateTime(VIETNAM).toInstant().toString();

/** The period of `months` months of `year` that ends with `lastMonth` (1–12). */
function period(
  basis: PeriodBasis,
  kind: PeriodKind,
  year: number,
  lastMonth: number,
  months: number,
  code: string,
  label: string,
): ReportingPeriod {
  const end = Temporal.PlainYearMonth.from({ year, month: lastMonth });
  const first = end.subtract({ months: months - 1 });
  const from =
    basis === "calendar"
      ? first.toPlainDate({ day: 1 })
      : first.subtract({ months: 1 }).toPlainDate({ day: lastDayOfDecree + 1 });
  const to = end.toPlainDate({ day: basis === "calendar" ? end.daysInMonth : lastDayOfDecree });
  return {
    code,
    basis,
    kind,
    from: from.toString(),
    to: to.toString(),
    label,
    startsAt: midnight(from),
    endsBefore: midnight(to.add({ days: 1 })),
  };
}

/**
 * The periods of one kind that belong to `year`, in order: 12 months, 4 quarters, 2 halves, 1 nine-month
 * period (which the decree does not name; it follows the same logic) or 1 year.
 */
export function periodsOfYear(year: number, kind: PeriodKind, basis: PeriodBasis): ReportingPeriod[] {
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  switch (kind) {
    case "month":
      return count(12).map((i) =>
        period(
          basis,
          kind,
          year,
          i + 1,
          1,
          `${year}-${String(i + 1).padStart(2, "0")}`,
          `Tháng ${i + 1} năm ${year}`,
        ),
      );
    case "quarter":
      return roman.map((numeral, i) =>
        period(basis, kind, year, 3 * i + 3, 3, `${year}-Q${i + 1}`, `Quý ${numeral} năm ${year}`),
      );
    case "half":
      return ["đầu", "cuối"].map((which, i) =>
        period(basis, kind, year, 6 * i + 6, 6, `${year}-H${i + 1}`, `6 tháng ${which} năm ${year}`),
      );
    case "nine-months":
      return [period(basis, kind, year, 9, 9, `${year}-9M`, `9 tháng đầu năm ${year}`)];
    case "year":
      return [period(basis, kind, year, 12, 12, `${year}`, `Năm ${year}`)];
  }
}

/**
 * Reads "2026-11", "2026-Q4", "2026-9M", "2026-H1", "2026-H2" or "2026" (capital or small letters).
 * Throws InvalidPeriod for anything else.
 */
export function parsePeriod(code: string, basis: PeriodBasis): ReportingPeriod {
  const found = /^(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|(9M)|H([12])))?$/.exec(code.trim().toUpperCase());
  if (found === null)
    throw new InvalidPeriod(
      `Không có kỳ báo cáo "${code}". Hãy ghi theo một trong các dạng: 2026-11 (tháng), 2026-Q4 (quý), 2026-H1 hoặc 2026-H2 (6 tháng), 2026-9M (9 tháng), 2026 (năm).`,
    );
  const [, year, month, quarter, nine, half] = found;
  const of = (kind: PeriodKind, position: string) =>
    periodsOfYear(Number(year), kind, basis)[Number(position) - 1]!;
  if (month !== undefined) return of("month", month);
  if (quarter !== undefined) return of("quarter", quarter);
  if (nine !== undefined) return of("nine-months", "1");
  if (half !== undefined) return of("half", half);
  return of("year", "1");
}

/**
 * The period of a kind that holds a day ("2026-11-15" or a PlainDate). Throws InvalidPeriod when there is none,
 * which only happens to nine-month periods.
 */
export function periodContaining(
  date: Temporal.PlainDate | string,
  kind: PeriodKind,
  basis: PeriodBasis,
): ReportingPeriod {
  const day = typeof date === "string" ? Temporal.PlainDate.from(date) : date;
  const iso = day.toString();
  // 15 to 31 December already belong to the next year's periods under the decree.
  const found = [day.year, day.year + 1]
    .flatMap((year) => periodsOfYear(year, kind, basis))
    .find(({ from, to }) => from <= iso && iso <= to);
  if (found === undefined)
    throw new InvalidPeriod(`Ngày ${iso} không nằm trong kỳ 9 tháng nào; hãy chọn kỳ quý hoặc kỳ năm.`);
  return found;
}

/** Whether a moment (ISO text with offset, or Date) falls inside the period. */
export function isWithin(period: ReportingPeriod, moment: Date | string): boolean {
  const at = new Date(moment).getTime();
  return new Date(period.startsAt).getTime() <= at && at < new Date(period.endsBefore).getTime();
}
