import { definePolicy } from "#platform/auth/policy.ts";

/** The money of an agency; `writers`: who wrote what is decided on; `recordedBy`: who recorded what is confirmed. */
export interface BudgetSubject {
  agencyId: string;
  writers?: readonly string[];
  recordedBy?: string;
}

const accountant = {
  roles: ["finance"],
  withoutRole: "Bộ phận tài chính - kế hoạch lập dự toán, ghi cam kết và chi.",
} as const;
const decider = {
  roles: ["leadership"],
  withoutRole: "Lãnh đạo cơ quan duyệt dự toán và điều chỉnh.",
  unless: ({ personId }: { personId: string }, { writers = [] }: BudgetSubject) =>
    writers.includes(personId) ? "Người lập không tự duyệt; hãy nhờ người thứ hai." : null,
} as const;

/** Finance writes and records, another of finance or leadership confirms, leadership approves what others wrote, auditors and those who order products look. */
export const budgetPolicy = definePolicy<BudgetSubject>()("budget", {
  read: {
    roles: ["finance", "leadership", "office", "auditor", "editor", "head"],
    withoutRole: "Kinh phí do tài chính, lãnh đạo, Văn phòng, biên tập, trưởng đơn vị và kiểm tra xem.",
  },
  write: accountant,
  approve: decider,
  return: decider,
  record: accountant,
  askClosing: accountant,
  close: { ...decider, withoutRole: "Lãnh đạo cơ quan đóng năm ngân sách." },
  reopen: { roles: ["leadership"], withoutRole: "Lãnh đạo cơ quan mở lại năm ngân sách." },
  confirm: {
    roles: ["finance", "leadership"],
    withoutRole: "Tài chính - kế hoạch hoặc lãnh đạo xác nhận cam kết, khoản chi.",
    unless: ({ personId }, { recordedBy }) =>
      personId === recordedBy ? "Người ghi không tự xác nhận; hãy nhờ người thứ hai." : null,
  },
});
