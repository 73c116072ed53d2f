import { formatDate } from "#platform/clock/vietnam-time.ts";

/** How units have answered the request of a period. */
export interface UnitStanding {
  /** YYYY-MM-DD. */
  dueOn: string;
  asked: number;
  sent: number;
  /** In the units' printed order; days are working days, 0 while there is time. */
  missing: { unitName: string; behindDays: number }[];
  late: { unitName: string; days: number }[];
}

const behindInWords = ({ unitName, behindDays }: UnitStanding["missing"][number]): string =>
  behindDays > 0 ? `${unitName} (quá hạn ${behindDays} ngày làm việc)` : unitName;

/** Who has sent and who has not, as a sentence of the agency's report. */
export function standingInWords({ dueOn, asked, sent, missing, late }: UnitStanding): string {
  const parts = [
    `Trong ${asked} đơn vị được yêu cầu báo cáo (hạn ngày ${formatDate(dueOn)}), ${sent} đơn vị đã gửi (nguồn: báo cáo của các đơn vị trên hệ thống)`,
    ...(missing.length > 0 ? [`chưa gửi: ${missing.map(behindInWords).join(", ")}`] : []),
    ...(late.length > 0
      ? [`gửi muộn: ${late.map(({ unitName, days }) => `${unitName} (${days} ngày làm việc)`).join(", ")}`]
      : []),
  ];
  return `${parts.join("; ")}.`;
}
