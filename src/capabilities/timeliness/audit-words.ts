import type { AuditWords } from "#platform/work/audit-words.ts";

export const auditWords: AuditWords = {
  acts: {
    "import-dossiers": "Nhập bảng hồ sơ",
    "undo-dossier-import": "Lấy lại một lần nhập bảng hồ sơ",
  },
  objects: {
    "dossier-import": {
      name: "Lần nhập bảng hồ sơ",
      fields: {
        fileName: "Tệp",
        period: "Kỳ",
        read: "Số dòng đã đọc",
        rejected: "Số dòng không nhận",
        added: "Hồ sơ mới",
        changed: "Hồ sơ thay đổi",
        unchanged: "Hồ sơ như cũ",
      },
    },
  },
};
