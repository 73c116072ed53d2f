import { z } from "zod";

/** What a reader can say of a page, in the order in which it is offered. */
export const reportSorts = {
  wrong: "Thông tin sai",
  outdated: "Thông tin cũ, không còn đúng",
  broken: "Liên kết, tệp không mở được",
  hard: "Khó đọc, khó dùng",
  lacking: "Thiếu điều tôi cần",
  other: "Điều khác",
} as const;
export type ReportSort = keyof typeof reportSorts;
export const reportSortNames = Object.keys(reportSorts) as [ReportSort, ...ReportSort[]];

/** How a report ends; the words are what its sender reads. */
export const reportOutcomes = {
  corrected: "Đã sửa",
  explained: "Đã xem lại, thông tin đúng",
  "passed-on": "Đã chuyển cơ quan có trách nhiệm",
  "set-aside": "Không xử lý",
} as const;
export type ReportOutcome = keyof typeof reportOutcomes;
export const outcomeNames = Object.keys(reportOutcomes) as [ReportOutcome, ...ReportOutcome[]];

export const lights = ["open", "near", "overdue", "in-time", "late"] as const;
export type Light = (typeof lights)[number];
export const lightLabels: Record<Light, string> = {
  open: "Còn hạn",
  near: "Sắp đến hạn",
  overdue: "Quá hạn",
  "in-time": "Trả lời đúng hạn",
  late: "Trả lời muộn",
};

/** Where the clock of a report stands on a day. */
export function lightOf(
  { dueOn, answeredOn }: { dueOn: string; answeredOn: string | null },
  today: string,
  warnDays: number,
): Light {
  if (answeredOn !== null) return answeredOn <= dueOn ? "in-time" : "late";
  if (dueOn < today) return "overdue";
  const left = Temporal.PlainDate.from(today).until(dueOn, { largestUnit: "day" }).days;
  return left <= warnDays ? "near" : "open";
}

export const LONGEST_WORDS = 3000;

const address = z.email().max(200);
export const isAddress = (text: string): boolean => address.safeParse(text).success;

/** A path of a page of this agency's portal, with its query; null: it leads elsewhere. */
export function pagePath(text: string): string | null {
  const path = text.trim();
  return /^\/(?![/\\])[\x21-\x7e]{0,499}$/.test(path) && !path.includes("\\") ? path : null;
}
