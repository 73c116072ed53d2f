import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import type { Report } from "./report-queries.ts";

/** "BC-SVHTTDL": what follows the slash in the number of an agency's report. */
export const reportSymbol = ({ symbol }: { symbol: string }): string => `BC-${symbol}`;

const refuse = (field: string, message: string, advice: string): never => {
  throw new Unacceptable(`${message} ${advice}`, [{ field, message }]);
};

/**
 * The number that the registry gave, as a report keeps it: "152", "152a". The whole number with this agency's symbol
 * is understood too. Throws Unacceptable for anything else.
 */
export function readNumber(typed: string, symbol: string): string {
  const [, number, rest] = /^(\d{1,6}\p{L}?)(?:\s*\/\s*(.+))?$/u.exec(typed.trim()) ?? [];
  if (number === undefined)
    return refuse("number", "Số văn bản chưa đúng.", "Chưa có gì được ghi. Hãy nhập phần số, ví dụ 152.");
  if (rest !== undefined && rest.trim().toLocaleUpperCase("vi") !== symbol.toLocaleUpperCase("vi"))
    return refuse(
      "number",
      `Ký hiệu của báo cáo là ${symbol}, không phải ${rest.trim()}.`,
      "Chưa có gì được ghi. Hãy nhập phần số, ví dụ 152.",
    );
  return number;
}

/** The day of issue: not after the day of the act, not before the leadership signed. Throws Unacceptable. */
export function checkDay(work: Work, issuedOn: string, { signedOffAt }: Pick<Report, "signedOffAt">): void {
  const day = toVietnamDate(work.at).toString();
  if (issuedOn > day)
    refuse(
      "issuedOn",
      `Ngày ban hành ${formatDate(issuedOn)} còn ở sau hôm nay.`,
      "Chưa có gì được ghi. Hãy nhập ngày mà văn thư đã cấp.",
    );
  const signed = signedOffAt && toVietnamDate(signedOffAt).toString();
  if (signed !== null && issuedOn < signed)
    refuse(
      "issuedOn",
      `Ngày ban hành ${formatDate(issuedOn)} ở trước ngày ký duyệt ${formatDate(signed)}.`,
      "Chưa có gì được ghi. Hãy xem lại ngày mà văn thư đã cấp.",
    );
}
