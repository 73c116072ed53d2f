import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { type PageReport, reportsAmong } from "./reports/report-queries.ts";

const ofReport = byFirstId<PageReport>(reportsAmong, (row) =>
  row && row.outcome === null ? null : "Báo lỗi này đã được trả lời.",
);

/** What the site tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "page-report": ofReport,
  "page-report-due": ofReport,
  "page-report-late": ofReport,
};
