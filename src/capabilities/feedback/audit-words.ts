import type { AuditWords } from "#platform/work/audit-words.ts";
import { actWords } from "./act-words.ts";
import { caseStates } from "./cases/case.ts";
import { feedbackKinds, feedbackSources, feedbackStates } from "./feedback.ts";

export const auditWords: AuditWords = {
  acts: actWords,
  objects: {
    feedback: {
      name: "Phản ánh, kiến nghị",
      fields: {
        code: "Mã",
        source: { name: "Nhận qua", values: feedbackSources },
        kind: { name: "Loại", values: feedbackKinds },
        state: { name: "Trạng thái", values: feedbackStates },
        dueOn: "Hạn trả lời",
        unitId: "Đơn vị xử lý",
        answer: "Trả lời",
        answerBasis: "Căn cứ",
        officialCode: "Mã hệ thống chính thức",
        title: "Tiêu đề bản công khai",
        kept: "Số chỗ được giữ, không che",
        pictures: "Số ảnh công khai",
        mergedCode: "Phản ánh gộp vào",
        content: "Bản nháp hỏi đáp",
        codes: "Các phản ánh cùng hỏi",
      },
    },
    "feedback-case": {
      name: "Trường hợp trước và sau",
      fields: {
        title: "Tên trường hợp",
        unitId: "Đơn vị phụ trách",
        beforeOn: "Ngày trước khi xử lý",
        afterOn: "Ngày có kết quả",
        taskId: "Nhiệm vụ",
        kept: "Số chỗ được giữ, không che",
        state: { name: "Trạng thái", values: caseStates },
        photos: "Số ảnh",
        content: "Bài ở tòa soạn",
      },
    },
    "feedback-rule": {
      name: "Cách xử lý phản ánh",
      fields: {
        classifyDays: "Ngày làm việc để phân loại",
        handleDays: "Ngày làm việc để trả lời",
        extendDays: "Ngày làm việc khi gia hạn",
        warnDays: "Báo trước (ngày làm việc)",
        reopenDays: "Số ngày được đề nghị xem lại",
        keepDays: "Số ngày giữ thông tin người gửi",
        basis: "Căn cứ",
        complaintPlace: "Nơi nhận khiếu nại, tố cáo",
      },
    },
    "feedback-mail": {
      name: "Thư gửi tới hộp thư phản ánh",
      fields: {
        code: "Mã phản ánh",
        pictures: "Số ảnh",
        feedback: "Phản ánh được bổ sung",
        dropped: "Số tệp không nhận",
        sort: { name: "Loại", values: { complaint: "Khiếu nại", denunciation: "Tố cáo" } },
      },
    },
    "feedback-mailbox": {
      name: "Hộp thư nhận phản ánh",
      fields: { address: "Địa chỉ", host: "Máy chủ" },
    },
    "feedback-field": {
      name: "Lĩnh vực phản ánh",
      fields: { name: "Tên", unitId: "Đơn vị", isOpen: "Đang dùng" },
    },
    "feedback-template": { name: "Mẫu trả lời", fields: { name: "Tên", words: "Lời", isOpen: "Đang dùng" } },
  },
};
