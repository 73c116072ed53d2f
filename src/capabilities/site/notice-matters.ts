import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { hasOpenLinks } from "./links/broken-link-queries.ts";
import { isDue } from "./pages/review-queries.ts";
import { type PageReport, reportsAmong } from "./reports/report-queries.ts";
import { sectionStanding } from "./sections/section-queries.ts";

const ofReport = byFirstId<PageReport>(reportsAmong, (row) =>
  row && row.outcome === null ? null : "Báo lỗi này đã được trả lời.",
);

/** What the site tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "section-due": async (q, { about: [slug, reviewBy] }, { agencyId }) => {
    const section = await sectionStanding(q, agencyId, slug!, new Date());
    return section?.state === "stale" && section.reviewBy === reviewBy ? null : "Mục này đã được xem lại.";
  },
  "links-broken": async (q, { about: [pageId] }, { agencyId }) =>
    pageId === "many" || (await hasOpenLinks(q, agencyId, pageId!))
      ? null
      : "Liên kết hỏng ở trang này đã được sửa hoặc đã có lý do để nguyên.",
  "review-due": async (q, { about: [pageId], moment }, { agencyId }) =>
    pageId === "many" || (await isDue(q, agencyId, pageId!, moment)) ? null : "Trang này đã được xem lại.",
  "page-report": ofReport,
  "page-report-due": ofReport,
  "page-report-late": ofReport,
};
