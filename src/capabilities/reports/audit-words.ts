import type { AuditWords } from "#platform/work/audit-words.ts";
import { stateWords } from "./messages/vi.ts";

export const auditWords: AuditWords = {
  acts: {
    "open-report": "Lập báo cáo kỳ",
    "freeze-figures": "Chốt số liệu",
    "reopen-report": "Mở lại việc thu thập số liệu",
    "draft-report": "Lập dự thảo báo cáo",
    "edit-report": "Sửa dự thảo báo cáo",
    "accept-changed-number": "Giữ số khác số liệu đã chốt của báo cáo",
    "restore-report-text": "Khôi phục một bản của báo cáo",
    "review-report": "Soát báo cáo",
    "return-report": "Trả lại báo cáo",
    "sign-off-report": "Ký duyệt báo cáo",
    "submit-report": "Ghi nhận báo cáo đã ban hành",
    "correct-report-issue": "Sửa số, ngày ban hành của báo cáo",
    "record-signed-copy": "Ghi bản PDF đã ký",
    "export-report": "Tải báo cáo về máy",
    "export-plan": "Tải kế hoạch về máy",
  },
  objects: {
    report: {
      name: "Báo cáo kỳ",
      fields: {
        periodLabel: "Kỳ",
        fileName: "Tệp",
        periodFrom: "Từ ngày",
        periodTo: "Đến ngày",
        basis: { name: "Cách chốt kỳ", values: { decree: "Chốt ngày 14", calendar: "Theo lịch" } },
        signedAs: "Ký với thẩm quyền",
        issuedNumber: "Số",
        issuedOn: "Ngày ban hành",
        drafted: "Số liệu đã chốt",
        written: "Báo cáo ghi",
        paragraph: "Trong đoạn",
        openedBy: "Người lập",
        openedAt: "Lập lúc",
        state: {
          name: "Trạng thái",
          values: stateWords,
        },
      },
      technical: [
        "id",
        "agencyId",
        "planId",
        "periodCode",
        "freezeId",
        "textId",
        "place",
        "signedAuthorityId",
      ],
    },
  },
};
