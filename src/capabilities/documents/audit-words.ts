import type { AuditWords } from "#platform/work/audit-words.ts";

export const auditWords: AuditWords = {
  acts: { "register-document": "Ghi văn bản vào sổ" },
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
      },
      technical: ["id", "agencyId"],
    },
  },
};
