import { and, eq, inArray } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { calendarDay } from "../tables.ts";
import { type CalendarDay, daysOfYear } from "./calendar-queries.ts";
import { calendarPolicy } from "./policy.ts";
import { type CalendarLine, type ListedDay, readCalendarList } from "./read-calendar-list.ts";

type Change = "new" | "changed" | "same";

export interface CalendarTrial {
  lines: (Omit<CalendarLine, "days"> & { days: (ListedDay & { change: Change })[] })[];
  /** Days of the year that stand in the table and not in the list: they would go. */
  gone: CalendarDay[];
  errors: number;
}

/** What a list would do to a year, without doing it. */
export async function tryCalendarList(
  q: Queryable,
  agencyId: string,
  { year, text }: { year: number; text: string },
): Promise<CalendarTrial> {
  const present = await daysOfYear(q, agencyId, year);
  const changeOf = ({ day, kind, name }: ListedDay): Change => {
    const before = present.find((row) => row.day === day);
    if (!before) return "new";
    return before.kind === kind && before.name === name ? "same" : "changed";
  };
  const lines = readCalendarList(text, year).map((line) => ({
    ...line,
    days: line.days.map((day) => ({ ...day, change: changeOf(day) })),
  }));
  const listed = new Set(lines.flatMap(({ days }) => days.map(({ day }) => day)));
  return {
    lines,
    gone: present.filter(({ day }) => !listed.has(day)),
    errors: lines.filter(({ error }) => error !== null).length,
  };
}

const dayInWords = ({ day, kind, name }: ListedDay): string =>
  `${formatDate(day)} ${kind === "off" ? "nghỉ" : "làm bù"}: ${name}`;

/** Puts a list in the place of the year's present one, whole or not at all. */
export async function importCalendar(
  work: Work,
  { year, text, source }: { year: number; text: string; source: string | null },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  calendarPolicy.permit(actor, "keep", { agencyId });
  const { lines, errors } = await tryCalendarList(tx, agencyId, { year, text });
  const refuse = (message: string, issues: string[]) => {
    throw new Unacceptable(
      message,
      issues.map((issue) => ({ field: "text", message: issue })),
    );
  };
  if (errors > 0)
    refuse(
      `Danh sách còn ${errors} dòng chưa đúng nên chưa có gì thay đổi.`,
      lines.flatMap(({ line, error }) => (error ? [`Dòng ${line}: ${error}`] : [])),
    );
  const days = lines.flatMap((line) => line.days);
  if (days.length === 0) refuse("Danh sách chưa có ngày nào.", ["Danh sách chưa có ngày nào."]);
  await replaceYear(work, { year, days: days.map((listed) => ({ ...listed, source })) });
}

/** Puts days in the place of a year's present ones, all of them or nothing; the same again changes nothing. */
export async function replaceYear(
  { tx, actor: { agencyId }, record }: Work,
  { year, days }: { year: number; days: (ListedDay & { source: string | null })[] },
): Promise<void> {
  const before = await daysOfYear(tx, agencyId, year);
  const gone = before.filter((row) => !days.some(({ day }) => day === row.day));
  const isSame =
    gone.length === 0 &&
    days.every(({ day, kind, name, source }) =>
      before.some(
        (row) => row.day === day && row.kind === kind && row.name === name && row.source === source,
      ),
    );
  if (isSame) return;
  if (gone.length > 0)
    await tx.delete(calendarDay).where(
      and(
        eq(calendarDay.agencyId, agencyId),
        inArray(
          calendarDay.id,
          gone.map(({ id }) => id),
        ),
      ),
    );
  for (const { day, kind, name, source } of days)
    await tx
      .insert(calendarDay)
      .values({ id: uuidv7(), agencyId, day, kind, name, source })
      .onConflictDoUpdate({ target: [calendarDay.agencyId, calendarDay.day], set: { kind, name, source } });
  await record({
    act: "import-calendar",
    objectKind: "working-calendar",
    objectId: String(year),
    before: { days: before.map(dayInWords) },
    after: { days: days.map(dayInWords), source: [...new Set(days.map(({ source }) => source))].join("; ") },
  });
}
