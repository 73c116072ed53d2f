import type { AuditWords } from "#platform/work/audit-words.ts";

export const auditWords: AuditWords = {
  acts: {
    "import-dossiers": "Nhập bảng hồ sơ",
    "undo-dossier-import": "Lấy lại một lần nhập bảng hồ sơ",
    "say-dossier-control": "Ghi số của hệ thống một cửa để đối chiếu",
  },
  objects: {
    "dossier-control": {
      name: "Số đối chiếu hồ sơ",
      fields: {
        period: "Kỳ",
        carriedOver: "Kỳ trước chuyển sang",
        filed: "Tiếp nhận mới",
        resolved: "Đã giải quyết",
        pending: "Đang giải quyết",
        paused: "Tạm dừng, chờ bổ sung",
        withdrawn: "Rút, từ chối, dừng",
        source: "Nguồn",
      },
    },
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
