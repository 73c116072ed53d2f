import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { type Measured, vietnameseNumber } from "../figure.ts";

/** "20/24 lượt đăng có số, xem số ngày 14/11/2026; có 2 số liệu cũ": what a measured number stands on. */
export function measuredInWords({ known, of, stale, oldestAt, newestAt }: Measured): string {
  const [first, last] = [oldestAt, newestAt].map((at) => formatDate(toVietnamDate(at)));
  const read = first === last ? `xem số ngày ${first}` : `xem số từ ngày ${first} đến ngày ${last}`;
  const told = `${vietnameseNumber(known)}/${vietnameseNumber(of)} lượt đăng có số, ${read}`;
  return stale === 0 ? told : `${told}; số liệu cũ: ${vietnameseNumber(stale)}`;
}
