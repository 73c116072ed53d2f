import { definePolicy } from "#platform/auth/policy.ts";

/** What citizens are saved; `writers`: who wrote any of it. */
export interface SavingSubject {
  agencyId: string;
  writers?: readonly string[];
}

/** The Office and finance write it with its source, leadership approves what others wrote. */
export const savingPolicy = definePolicy<SavingSubject>()("citizen-saving", {
  read: {
    roles: ["finance", "leadership", "office", "auditor", "editor", "head"],
    withoutRole:
      "Số liệu tiết kiệm do tài chính, lãnh đạo, Văn phòng, biên tập, trưởng đơn vị và kiểm tra xem.",
  },
  write: {
    roles: ["office", "finance"],
    withoutRole: "Văn phòng hoặc bộ phận tài chính - kế hoạch ghi số liệu tiết kiệm.",
  },
  decide: {
    roles: ["leadership"],
    withoutRole: "Lãnh đạo cơ quan duyệt số liệu tiết kiệm.",
    unless: ({ personId }, { writers = [] }) =>
      writers.includes(personId) ? "Người ghi không tự duyệt; hãy nhờ người thứ hai." : null,
  },
  withdraw: {
    roles: ["leadership", "office"],
    withoutRole: "Lãnh đạo hoặc Văn phòng rút số liệu tiết kiệm đã duyệt.",
  },
});
