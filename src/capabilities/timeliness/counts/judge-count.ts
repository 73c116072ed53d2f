import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { TableRow } from "#platform/sheets/columns/read-table.ts";
import { cellText, cleanCell } from "#platform/sheets/columns/read-values.ts";
import type { RowCell } from "#platform/sheets/rows/row-visitor.ts";
import { unitKey } from "../reading/tally-dossiers.ts";
import { type CountKey, countHead } from "./count-columns.ts";
import { percentInWords } from "./percent.ts";
import { periodBetween, readPeriod } from "./read-period.ts";

/** What a system counted of a unit in a period. Its totals are the sums of these. */
export interface Count {
  period: string;
  unit: string;
  unitKey: string;
  /** Blank: all fields, as with the procedure. */
  field: string;
  procedureCode: string;
  carriedOver: number;
  filed: number;
  early: number;
  onTime: number;
  late: number;
  inProgressOnTime: number;
  inProgressOverdue: number;
  paused: number;
  closed: number;
  /** Null: the sheet does not say. */
  online: number | null;
  owing: number | null;
  paid: number | null;
  electronic: number | null;
  digitised: number | null;
  /** In hundredths of a percent, as the system wrote it. */
  satisfaction: number | null;
  /** What is on time holds what is early: the system does not tell them apart. */
  earlyIsOnTime: boolean;
  source: string;
}

export interface JudgedCount {
  count: Count | null;
  errors: string[];
  warnings: string[];
}

const grouped = /^\d{1,3}(?:[.,\s]\d{3})+$/u;
const LARGEST = 100_000_000;

/** A count as it is written; null where nothing stands or a dash, false where it is no whole number. */
export function readCount(cell: RowCell): number | null | false {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 && cell <= LARGEST ? cell : false;
  const text = cleanCell(cellText(cell));
  if (/^[-–—]?$/u.test(text)) return null;
  const digits = grouped.test(text) ? text.replace(/[.,\s]/gu, "") : text;
  return /^\d{1,9}$/u.test(digits) && Number(digits) <= LARGEST ? Number(digits) : false;
}

/**
 * A percentage in hundredths of a percent; null where nothing stands or a dash, false where it is none. A number of a
 * cell that shows percents is a share of 1: `isShare` tells that it was read as one.
 */
function readPercent(cell: RowCell): { hundredths: number | null | false; isShare: boolean } {
  const text = cleanCell(cellText(cell));
  if (/^[-–—]?$/u.test(text)) return { hundredths: null, isShare: false };
  const found = /^(\d{1,3}(?:[.,]\d+)?) ?(%?)$/u.exec(text);
  if (!found) return { hundredths: false, isShare: false };
  const written = Number(found[1]!.replace(",", "."));
  const isShare = found[2] === "" && written > 0 && written <= 1;
  const hundredths = Math.round(written * (isShare ? 10_000 : 100));
  return { hundredths: hundredths <= 10_000 ? hundredths : false, isShare };
}

const sum = (parts: (number | null)[]): number => parts.reduce<number>((all, part) => all + (part ?? 0), 0);
const isKnown = (part: number | null): part is number => part !== null;

/** A code of a procedure; what Excel made a number gets its zeros back. */
function procedureCode(cell: RowCell, warn: (message: string) => void): string {
  if (typeof cell !== "number") return cleanCell(cellText(cell));
  const [whole, decimals = ""] = String(cell).split(".");
  const code = `${whole}.${decimals.padEnd(6, "0")}`;
  warn(`Mã thủ tục bị bảng tính đổi thành số; đọc là ${code}.`);
  return code;
}

/** Judges one row; `fallback` is the period of a row that names none, `today` a day like "2026-11-30". */
export function judgeCount(
  cells: TableRow<CountKey>,
  { fallback, today, from1904 }: { fallback: string; today: string; from1904: boolean },
): JudgedCount {
  const errors: string[] = [];
  const warnings: string[] = [];
  const text = (key: CountKey) => cleanCell(cellText(cells(key)));
  const unit = text("ten_don_vi") || text("ma_don_vi");
  if (unit === "") errors.push("Dòng thiếu tên hoặc mã đơn vị.");
  if (unit.length > 300) errors.push("Tên đơn vị dài quá 300 ký tự.");
  const period = periodOf(cells, fallback, from1904);
  if (period === null)
    errors.push(
      text("ky") === ""
        ? "Từ ngày, đến ngày không khớp kỳ báo cáo nào."
        : `Kỳ “${text("ky").slice(0, 40)}” không đọc được; hãy ghi như 2026-11, 11/2026 hoặc Quý IV/2026.`,
    );
  else if (parsePeriod(period, "decree").from > today)
    errors.push(`${parsePeriod(period, "decree").label} chưa bắt đầu.`);
  const read = (key: CountKey): number | null => {
    const number = readCount(cells(key));
    if (number !== false) return number;
    errors.push(`${countHead(key)} “${text(key).slice(0, 40)}” không phải số nguyên từ 0 trở lên.`);
    return null;
  };
  const differs = (key: CountKey, said: number | null, parts: number) => {
    if (said !== null && said !== parts)
      warnings.push(`${countHead(key)} ghi ${said} nhưng các phần cộng lại là ${parts}; lấy tổng các phần.`);
  };

  const said: CountKey[] = [
    "tn_tong",
    "tn_ky_truoc",
    "tn_truc_tuyen",
    "tn_truc_tiep",
    "tn_bcci",
    "gq_tong",
    "dg_tong",
  ];
  if (errors.length === 0 && said.every((key) => readCount(cells(key)) === null))
    return { count: null, errors, warnings: ["Dòng không có số nào nên bỏ qua."] };
  const total = read("tn_tong");
  const online = read("tn_truc_tuyen");
  const channels = [online, read("tn_truc_tiep"), read("tn_bcci"), read("tn_truc_tiep_bcci")];
  const before = read("tn_ky_truoc");
  const cameIn = channels.some(isKnown)
    ? sum(channels)
    : total !== null && before !== null && total >= before
      ? total - before
      : null;
  const carriedOver =
    before ?? (total !== null && cameIn !== null && total >= cameIn ? total - cameIn : null);
  if (cameIn === null || carriedOver === null)
    errors.push(
      "Không biết bao nhiêu hồ sơ kỳ trước chuyển sang, bao nhiêu tiếp nhận trong kỳ; hãy ghi cả hai, 0 nếu không phát sinh.",
    );
  else differs("tn_tong", total, carriedOver + cameIn);

  const settled = read("gq_tong");
  const [early, onTime, late] = [read("gq_truoc_han"), read("gq_dung_han"), read("gq_qua_han")];
  const inTime = sum([early, onTime]);
  const lateOnes = late ?? (settled !== null && settled >= inTime ? settled - inTime : null);
  // Where one part is left out the total tells it.
  const onTimeOnes = onTime ?? (settled === null ? null : settled - sum([early, lateOnes]));
  if (lateOnes === null || onTimeOnes === null || onTimeOnes < 0 || (early ?? onTime ?? late) === null)
    if ((settled ?? 0) > 0 || (early ?? onTime ?? late) !== null)
      errors.push("Không biết bao nhiêu hồ sơ giải quyết đúng hạn, bao nhiêu quá hạn.");
  differs("gq_tong", settled, sum([early, onTimeOnes, lateOnes]));

  const pending = read("dg_tong");
  const [inside, overdue] = [read("dg_trong_han"), read("dg_qua_han")];
  const insideOnes = inside ?? (pending === null ? null : pending - (overdue ?? 0));
  if (inside === null && overdue === null && (pending ?? 0) > 0)
    errors.push("Không biết bao nhiêu hồ sơ đang giải quyết trong hạn, bao nhiêu quá hạn.");
  else if (insideOnes !== null && insideOnes < 0)
    errors.push("Số đang giải quyết quá hạn lớn hơn tổng số đang giải quyết.");
  const overdueOnes = overdue ?? (pending === null ? 0 : Math.max(0, pending - (inside ?? 0)));
  differs("dg_tong", pending, sum([insideOnes, overdueOnes]));

  const paused = sum([read("tam_dung"), read("bo_sung"), read("nvtc")]);
  const closed = sum([read("tu_choi"), read("rut")]);
  const owing = read("co_nvtc");
  const paid = read("tt_truc_tuyen");
  const electronic = read("sh_ket_qua");
  const digitised = read("sh_ho_so");
  const satisfied = readPercent(cells("hai_long_pct"));
  if (satisfied.hundredths === false)
    errors.push(
      `${countHead("hai_long_pct")} “${text("hai_long_pct").slice(0, 40)}” không phải tỷ lệ từ 0 đến 100%.`,
    );
  else if (satisfied.hundredths !== null && satisfied.isShare)
    warnings.push(
      `${countHead("hai_long_pct")} ghi ${text("hai_long_pct")}; đọc là ${percentInWords(satisfied.hundredths)}.`,
    );
  const procedure = procedureCode(cells("ma_tthc"), (message) => warnings.push(message));
  const resolved = sum([early, onTimeOnes, lateOnes]);
  if (paid !== null && owing !== null && paid > owing)
    errors.push("Số thanh toán trực tuyến lớn hơn số hồ sơ có nghĩa vụ tài chính.");
  if (electronic !== null && electronic > resolved)
    errors.push("Số kết quả điện tử lớn hơn số hồ sơ đã giải quyết.");
  if (digitised !== null && cameIn !== null && digitised > cameIn)
    errors.push("Số hồ sơ số hóa lớn hơn số hồ sơ tiếp nhận trong kỳ.");
  if (errors.length > 0) return { count: null, errors, warnings };

  const count: Count = {
    ...{
      period: period!,
      unit,
      unitKey: unitKey(unit),
      field: text("ten_linh_vuc"),
      procedureCode: procedure,
    },
    ...{ carriedOver: carriedOver!, filed: cameIn!, early: early ?? 0, onTime: onTimeOnes ?? 0 },
    ...{ late: lateOnes ?? 0, inProgressOnTime: insideOnes ?? 0, inProgressOverdue: overdueOnes },
    // A payment without what was owed divides by nothing.
    ...{ paused, closed, online, owing, paid: owing === null ? null : (paid ?? 0), electronic, digitised },
    satisfaction: satisfied.hundredths === false ? null : satisfied.hundredths,
    earlyIsOnTime: early === null && resolved > 0,
    source: [text("nguon"), text("lay_luc")]
      .filter((part) => part !== "")
      .join(", ")
      .slice(0, 300),
  };
  const difference = imbalanceOf(count);
  if (difference !== 0)
    warnings.push(
      `Kỳ trước chuyển sang + tiếp nhận mới ${difference > 0 ? "nhiều" : "ít"} hơn đã giải quyết + đang giải quyết + tạm dừng + rút, từ chối là ${Math.abs(difference)} hồ sơ.`,
    );
  return { count, errors, warnings };
}

const periodOf = (cells: TableRow<CountKey>, fallback: string, from1904: boolean): string | null => {
  const isBlank = (key: CountKey) => cleanCell(cellText(cells(key))) === "";
  if (!isBlank("ky")) return readPeriod(cells("ky"));
  return isBlank("tu_ngay") && isBlank("den_ngay")
    ? fallback
    : periodBetween(cells("tu_ngay"), cells("den_ngay"), from1904);
};

/** What is neither settled nor ended when the period is over. */
export const openOf = (count: Pick<Count, "inProgressOnTime" | "inProgressOverdue" | "paused">): number =>
  count.inProgressOnTime + count.inProgressOverdue + count.paused;

/** How much more came in than is accounted for. */
const imbalanceOf = (count: Count): number =>
  count.carriedOver + count.filed - count.early - count.onTime - count.late - openOf(count) - count.closed;
