import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import type { SheetState } from "./sheet-state.ts";

/** A sheet; without `state` those of the agency as a whole. */
export interface SheetSubject {
  agencyId: string;
  state?: SheetState;
}

const keeper = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ Văn phòng và biên tập lập, nộp phiếu tự chấm.",
} as const;
const whileOpen = (_: unknown, { state }: SheetSubject) =>
  state === "submitted" ? "Phiếu đã nộp nên không sửa được." : null;
const onceSubmitted = (_: unknown, { state }: SheetSubject) =>
  state === "open" ? "Phiếu chưa nộp nên chưa có kết quả thẩm định." : null;

/** Everybody reads; heads of units fill in what is theirs to prove; the Office and the editors answer for the sheet. */
export const selfScorePolicy = definePolicy<SheetSubject>()("self-score", {
  read: { roles },
  make: keeper,
  claim: {
    roles: ["editor", "office", "head"],
    withoutRole: "Chỉ Văn phòng, biên tập và trưởng đơn vị chấm điểm, gắn minh chứng.",
    unless: whileOpen,
  },
  submit: { ...keeper, unless: whileOpen },
  appraise: { ...keeper, unless: onceSubmitted },
  explain: { ...keeper, unless: onceSubmitted },
});
