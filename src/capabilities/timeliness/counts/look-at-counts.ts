import { and, eq, inArray } from "drizzle-orm";
import { parsePeriod, periodContaining } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { importBefore, printOf, type Sheet } from "../imports/read-sheet.ts";
import { dossierCount } from "../tables.ts";
import { type Count, openOf } from "./judge-count.ts";
import { type CountIssue, type CountReading, countKey, readCounts, sameCount } from "./read-counts.ts";

/** Of a hundred rows so many may be rejected; with more the whole sheet is doubted. */
const MOST_REJECTED = 20;

/** A sheet of counts held against what is known. */
export interface CountTrial {
  before: Awaited<ReturnType<typeof importBefore>>;
  reading: CountReading;
  added: Count[];
  changed: Count[];
  unchanged: number;
  warnings: CountIssue[];
  /** Why nothing of it would be taken. */
  doubted: string | null;
}

/** The code of the month before; null: no month. */
function monthBefore(code: string): string | null {
  const { kind, from } = parsePeriod(code, "decree");
  if (kind !== "month") return null;
  return periodContaining(Temporal.PlainDate.from(from).subtract({ days: 1 }), "month", "decree").code;
}

/** Where a month does not begin with what the month before left open. */
function broken(reading: CountReading, known: Map<string, Count>): CountIssue[] {
  const all = new Map([...known, ...reading.counts.map((count) => [countKey(count), count] as const)]);
  return reading.counts.flatMap((count) => {
    const month = monthBefore(count.period);
    const before = month === null ? undefined : all.get(countKey({ ...count, period: month }));
    if (!before || openOf(before) === count.carriedOver) return [];
    return [
      {
        row: reading.rowOf.get(countKey(count))!,
        message: `Kỳ trước chuyển sang ghi ${count.carriedOver} nhưng cuối ${parsePeriod(month!, "decree").label} còn ${openOf(before)} hồ sơ.`,
      },
    ];
  });
}

/** Rows that are parts of another row of the same unit and period: they are kept, and only the whole counts. */
function parts(reading: CountReading): CountIssue[] {
  const whole = new Set(
    reading.counts
      .filter(({ procedureCode }) => procedureCode === "")
      .map(({ period, unitKey, field }) => [period, unitKey, field].join("\n")),
  );
  return reading.counts.flatMap((count) => {
    const under = (field: string) => whole.has([count.period, count.unitKey, field].join("\n"));
    const isPart =
      (count.field !== "" && under("")) || (count.procedureCode !== "" && (under(count.field) || under("")));
    return isPart
      ? [
          {
            row: reading.rowOf.get(countKey(count))!,
            message: `${count.unit} đã có dòng chung trong kỳ này; dòng này được giữ nhưng không cộng thêm.`,
          },
        ]
      : [];
  });
}

function whyDoubted({ rows, errors, counts }: CountReading): string | null {
  if (rows.read === 0 || (counts.length === 0 && rows.rejected === 0))
    return "Bảng không có dòng số liệu nào.";
  if (rows.rejected * 100 <= rows.read * MOST_REJECTED) return null;
  const first = errors
    .slice(0, 3)
    .map(({ row, message }) => `dòng ${row}: ${message}`)
    .join(" ");
  return `Có ${rows.rejected} trên ${rows.read} dòng không nhận được (quá ${MOST_REJECTED} %) nên chưa nhập dòng nào; hãy kiểm tra lại tệp, ví dụ ${first}`;
}

/** What would become of a sheet of counts, without writing anything. @throws UnreadableDocument */
export async function lookAtCounts(
  q: Queryable,
  agencyId: string,
  { bytes, period }: Sheet,
  at: Date,
): Promise<CountTrial> {
  const { code } = parsePeriod(period, "decree");
  const reading = await readCounts(bytes, { fallback: code, today: toVietnamDate(at).toString() });
  const before = await importBefore(q, agencyId, { sha256: printOf(bytes), period: code, kind: "counts" });
  const periods = new Set(reading.counts.map((count) => count.period));
  for (const one of [...periods]) periods.add(monthBefore(one) ?? one);
  const kept =
    periods.size === 0
      ? []
      : await q
          .select()
          .from(dossierCount)
          .where(and(eq(dossierCount.agencyId, agencyId), inArray(dossierCount.period, [...periods])));
  const known = new Map<string, Count>(
    kept.map(({ agencyId: _, importId: __, ...count }) => [countKey(count), count]),
  );
  const added = reading.counts.filter((count) => !known.has(countKey(count)));
  const changed = reading.counts.filter((count) => {
    const former = known.get(countKey(count));
    return former !== undefined && !sameCount(former, count);
  });
  return {
    ...{ before, reading, added, changed },
    unchanged: reading.counts.length - added.length - changed.length,
    warnings: [...reading.warnings, ...broken(reading, known), ...parts(reading)].toSorted(
      (a, b) => a.row - b.row,
    ),
    doubted: whyDoubted(reading),
  };
}
