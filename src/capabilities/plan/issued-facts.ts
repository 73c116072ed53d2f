import { type SignedAs, signedAsInWords } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";

/** Who signed, as the audit tells it. */
export const signerInWords = (signedAs: SignedAs | null) =>
  signedAs && {
    signedAs: `${signedAs.name}: ${signedAsInWords(signedAs)}`,
    signedAuthorityId: signedAs.authorityId,
  };

/** Months before its year in which a plan may already be issued. */
const EARLIEST_MONTH = 7;

/**
 * The number as it is kept ("05") when number and day can be those of a plan for `year`: digits, at most five, not
 * all zero; a day from July of the year before to the end of the year, and none still to come. @throws Unacceptable
 */
export function issuedNumber(
  { number, issuedOn, year }: { number: string; issuedOn: string; year: number },
  now: Date,
): string {
  const fail = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (!/^\d{1,5}$/.test(number) || Number(number) === 0)
    fail("number", `Số “${number}” chưa đúng; chỉ gõ phần số do văn thư cấp, ví dụ 05, không kèm ký hiệu.`);
  if (issuedOn > toVietnamDate(now).toString())
    fail("issuedOn", `Ngày ${formatDate(issuedOn)} chưa đến; hãy ghi ngày in trên văn bản đã ký.`);
  const [first, last] = [`${year - 1}-0${EARLIEST_MONTH}-01`, `${year}-12-31`];
  if (issuedOn < first || issuedOn > last)
    fail(
      "issuedOn",
      `Kế hoạch năm ${year} ban hành trong khoảng ${formatDate(first)} – ${formatDate(last)}; hãy xem lại ngày ${formatDate(issuedOn)}, hoặc sửa năm của kế hoạch.`,
    );
  return number.padStart(2, "0");
}
