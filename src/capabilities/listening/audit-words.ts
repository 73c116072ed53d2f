import type { AuditWords } from "#platform/work/audit-words.ts";
import { sourceKindLabels } from "./sources/source.ts";

export const auditWords: AuditWords = {
  acts: {
    "add-listening-source": "Theo dõi nguồn tin",
    "change-listening-source": "Sửa nguồn tin theo dõi",
    "move-listening-source": "Nguồn tin chuyển sang địa chỉ mới",
    "stop-listening-source": "Ngừng theo dõi nguồn tin",
    "start-listening-source": "Theo dõi lại nguồn tin",
  },
  objects: {
    "listening-source": {
      name: "Nguồn tin theo dõi",
      fields: {
        name: "Tên",
        kind: { name: "Loại", values: sourceKindLabels },
        url: "Địa chỉ",
      },
    },
  },
};
