import type { UnitReportState } from "./unit-report.ts";
import { unitReportStates, unitReportWords } from "./unit-report.ts";

/** What of the board is shown: everything, what is in arrears, or one state. */
export const boardFilters = ["all", "arrears", ...unitReportStates] as const;
export type BoardFilter = (typeof boardFilters)[number];

export const boardFilterWords: Record<BoardFilter, string> = {
  all: "Mọi đơn vị",
  arrears: "Chỉ đơn vị quá hạn chưa gửi",
  ...unitReportWords,
};

interface Row {
  state: UnitReportState;
  arrearsDays: number;
  lateDays: number | null;
  /** Not sent when the period was closed; nobody waits for it any more. */
  missed?: boolean;
}

export const boardShows = ({ state, arrearsDays, missed }: Row, show: BoardFilter): boolean =>
  show === "all" || (show === "arrears" ? arrearsDays > 0 || missed === true : state === show);

/** "Quá hạn 2 ngày làm việc", "Gửi muộn 1 ngày làm việc", "Gửi đúng hạn", "Còn hạn", "Không gửi trước khi kỳ khóa". */
export function arrearsInWords({ arrearsDays, lateDays, missed }: Row): string {
  if (missed) return "Không gửi trước khi kỳ khóa";
  if (arrearsDays > 0) return `Quá hạn ${arrearsDays} ngày làm việc`;
  if (lateDays === null) return "Còn hạn";
  return lateDays > 0 ? `Gửi muộn ${lateDays} ngày làm việc` : "Gửi đúng hạn";
}
