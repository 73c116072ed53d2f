import type { AuditWords } from "#platform/work/audit-words.ts";
import { reportOutcomes, reportSorts } from "./reports/page-report.ts";

export const auditWords: AuditWords = {
  acts: {
    "report-page": "Người đọc báo lỗi thông tin",
    "answer-page-report": "Trả lời báo lỗi thông tin",
    "stop-reader-address": "Ngừng gửi thư đến một địa chỉ bị trả lại",
    "set-site-rule": "Đặt hạn trả lời người đọc",
  },
  objects: {
    "page-report": {
      name: "Báo lỗi thông tin",
      fields: {
        path: "Trang",
        sort: { name: "Điều được báo", values: reportSorts },
        dueOn: "Hạn trả lời",
        outcome: { name: "Kết quả", values: reportOutcomes },
        answer: "Trả lời",
        correctedPath: "Trang đã sửa",
      },
    },
    site: {
      name: "Cổng thông tin",
      fields: {
        answerDays: "Số ngày trả lời",
        warnDays: "Báo trước (ngày)",
        basis: "Căn cứ",
        endedTopics: "Số chủ đề thôi gửi",
      },
    },
  },
};
