import type { AuditWords } from "#platform/work/audit-words.ts";
import { stateLabels } from "./procedure-state.ts";
import { partLabels } from "./record-words.ts";

export const auditWords: AuditWords = {
  acts: {
    "add-procedure": "Ghi thủ tục vào sổ",
    "save-procedure": "Ghi bản mới của thủ tục",
    "repeal-procedure": "Ghi thủ tục bị bãi bỏ",
    "pause-procedure": "Tạm dừng thủ tục",
    "resume-procedure": "Cho thực hiện lại thủ tục",
  },
  objects: {
    procedure: {
      name: "Thủ tục hành chính",
      fields: {
        ...partLabels,
        code: "Mã thủ tục",
        version: "Bản",
        validFrom: "Áp dụng từ",
        state: { name: "Trạng thái", values: stateLabels },
        repealedOn: "Bãi bỏ từ ngày",
        successor: "Thủ tục thay thế",
      },
    },
  },
};
