export const actionLabels = {
  new: "Mới ban hành",
  amended: "Sửa đổi, bổ sung",
  replaced: "Thay thế",
  repealed: "Bãi bỏ",
} as const;

export type DecisionAction = keyof typeof actionLabels;

export const decisionStateLabels = { draft: "Chờ xác nhận", confirmed: "Đã xác nhận" } as const;

export interface DecisionRow {
  /** Without the agency's suffix. */
  code: string;
  name: string;
  action: DecisionAction;
  /** Of one that takes another's place: the other's code; else empty. */
  replacesCode: string;
  field: string;
}
