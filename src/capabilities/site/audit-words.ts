import type { AuditWords } from "#platform/work/audit-words.ts";
import { reportOutcomes, reportSorts } from "./reports/page-report.ts";
import { requiredSections } from "./sections/required-sections.ts";

export const auditWords: AuditWords = {
  acts: {
    "report-page": "Người đọc báo lỗi thông tin",
    "answer-page-report": "Trả lời báo lỗi thông tin",
    "stop-reader-address": "Ngừng gửi thư đến một địa chỉ bị trả lại",
    "look-after-section": "Giao, đổi cách giữ mục phải công khai",
    "confirm-section": "Xem lại mục phải công khai, còn đúng",
    "put-text-in-section": "Gắn bài vào mục phải công khai",
    "take-text-out-of-section": "Gỡ bài khỏi mục phải công khai",
    "care-for-page": "Giao phụ trách, hạn xem lại một trang",
    "confirm-page": "Xem lại một trang, còn đúng",
    "name-successor": "Ghi trang thay thế cho trang đã gỡ",
    "check-page-links": "Kiểm tra lại liên kết của một trang",
    "settle-link": "Để nguyên liên kết hỏng, có lý do",
    "set-english-name": "Ghi tên tiếng Anh",
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
    "site-section": {
      name: "Mục phải công khai",
      fields: {
        slug: {
          name: "Mục",
          values: Object.fromEntries(requiredSections.map(({ slug, title }) => [slug, title])),
        },
        ownerUnitId: "Đơn vị phụ trách",
        reviewDays: "Xem lại sau (ngày)",
        elsewhere: "Đăng ở trang khác",
        absentReason: "Không phát sinh vì",
        itemId: "Bài",
      },
    },
    "public-page": {
      name: "Trang của cổng",
      fields: {
        path: "Trang",
        address: "Liên kết",
        ownerUnitId: "Đơn vị phụ trách",
        ownerPersonId: "Người phụ trách",
        reviewDays: "Xem lại sau (ngày)",
        successor: "Trang thay thế",
      },
    },
    site: {
      name: "Cổng thông tin",
      fields: {
        answerDays: "Số ngày trả lời",
        warnDays: "Báo trước (ngày)",
        basis: "Căn cứ",
        endedTopics: "Số chủ đề thôi gửi",
        frameHosts: "Trang được nhúng tin",
        unitId: "Đơn vị",
        name: "Tên tiếng Anh",
      },
    },
  },
};
