import type { AuditWords } from "#platform/work/audit-words.ts";

export const auditWords: AuditWords = {
  acts: {
    "register-document": "Ghi văn bản vào sổ",
    "correct-document": "Sửa văn bản đã ghi",
    "confirm-document": "Xác nhận đã đối chiếu văn bản",
    "issue-document": "Ghi văn bản đã ban hành",
    "share-document": "Chọn cơ quan khác được đọc văn bản",
    "load-instruments": "Nạp danh mục văn bản pháp luật",
  },
  objects: {
    document: {
      name: "Văn bản",
      fields: {
        type: "Loại văn bản",
        number: "Số, ký hiệu",
        issuedOn: "Ngày ban hành",
        issuer: "Cơ quan ban hành",
        abstract: "Trích yếu",
        url: "Địa chỉ",
        effectiveFrom: "Có hiệu lực từ",
        effectiveTo: "Hết hiệu lực",
        outgoing: "Văn bản đi của cơ quan",
        topic: "Lĩnh vực",
        replacedBy: "Thay bằng",
        toConfirm: "Chờ xác nhận",
        confirmedBy: "Người đối chiếu",
        confirmedAt: "Đối chiếu lúc",
        agencies: "Cơ quan được đọc",
        added: "Số cơ quan thêm",
        ended: "Số cơ quan thu lại",
        signedAs: "Người ký",
      },
      technical: ["id", "agencyId", "keptBy", "createdAt", "signedAuthorityId"],
    },
    "instrument-list": {
      name: "Danh mục văn bản pháp luật",
      fields: { added: "Số văn bản thêm", completed: "Số văn bản bổ sung", numbers: "Số, ký hiệu" },
    },
  },
};
