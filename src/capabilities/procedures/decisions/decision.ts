import type { Level } from "../procedure-record.ts";

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
  /** Of one that takes the place of others: their codes, "1.000822, 1.000823"; else empty. */
  replacesCode: string;
  field: string;
  /** Null: not said. */
  level: Level | null;
}

/** The codes that one takes the place of. */
export const replacedCodes = ({ replacesCode }: Pick<DecisionRow, "replacesCode">): string[] =>
  replacesCode.split(/[\s,;]+/u).filter((code) => code !== "");
