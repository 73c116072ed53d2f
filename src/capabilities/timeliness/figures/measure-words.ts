import type { Share } from "../reading/tally-dossiers.ts";

/** What is counted of a period's dossiers, in words that stand over a column. */
export const measureLabels = {
  received: "Tổng số tiếp nhận",
  carriedOver: "Kỳ trước chuyển sang",
  filed: "Tiếp nhận mới",
  resolved: "Đã giải quyết",
  early: "Trước hạn",
  onTime: "Đúng hạn",
  inTime: "Trước hạn và đúng hạn",
  late: "Quá hạn",
  inProgressOnTime: "Đang giải quyết, trong hạn",
  inProgressOverdue: "Đang giải quyết, quá hạn",
  paused: "Tạm dừng, chờ bổ sung",
  closedWithoutResult: "Rút, từ chối, dừng",
  online: "Nộp trực tuyến",
  owing: "Có nghĩa vụ tài chính",
  paid: "Thanh toán trực tuyến",
  electronic: "Kết quả điện tử",
  digitised: "Đã số hóa thành phần hồ sơ",
  passedOn: "Có luân chuyển",
  circulated: "Luân chuyển điện tử",
} as const;
export type Measure = keyof typeof measureLabels;
export const measures = Object.keys(measureLabels) as [Measure, ...Measure[]];

/** By what figures are told apart. */
export const divisions = {
  unit: "Đơn vị",
  procedure: "Thủ tục",
  field: "Lĩnh vực",
  channel: "Kênh nộp",
} as const;
export type Division = keyof typeof divisions;

/** Shares with what they divide. */
export const shareLabels = {
  onTimeShare: "Đúng và trước hạn ÷ đã giải quyết",
  online: "Nộp trực tuyến ÷ tiếp nhận mới",
  ePayment: "Thanh toán trực tuyến ÷ có nghĩa vụ tài chính",
  eResult: "Kết quả điện tử ÷ đã giải quyết",
  digitised: "Số hóa thành phần hồ sơ ÷ tiếp nhận mới",
  circulated: "Luân chuyển điện tử ÷ có luân chuyển",
} as const;
export type ShareKey = keyof typeof shareLabels;

/** "83,3 %", or that there is nothing to divide by. */
export const percentOf = ({ numerator, denominator }: Share): string =>
  denominator === 0
    ? "không phát sinh"
    : `${((numerator / denominator) * 100).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} %`;

/** How many working days a result took on the average; null: there was none. */
export const averageDays = ({ workingDays }: { workingDays: Share }): number | null =>
  workingDays.denominator === 0
    ? null
    : Math.round((workingDays.numerator / workingDays.denominator) * 10) / 10;

/** What became of a dossier. */
export const statusWords = {
  open: "Đang giải quyết",
  paused: "Tạm dừng, chờ bổ sung",
  closed: "Rút, từ chối, dừng",
  resolved: "Đã giải quyết",
} as const;
