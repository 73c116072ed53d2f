import { definePolicy } from "#platform/auth/policy.ts";

/** A pick-up of the press; without more those of the agency. */
export interface PickupSubject {
  agencyId: string;
  isDropped?: boolean;
}

const keepers = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng ghi tin báo chí dùng lại.",
  unless: (_: unknown, { isDropped }: PickupSubject) => (isDropped ? "Mục này đã bỏ." : null),
} as const;

/** What the press took up is known to who works with texts; who keeps the press register writes it down. */
export const pickupPolicy = definePolicy<PickupSubject>()("press-pickup", {
  read: {
    roles: ["contributor", "editor", "head", "leadership", "office", "auditor"],
    withoutRole: "Chỉ người làm tin bài, lãnh đạo và kiểm tra xem tin báo chí dùng lại.",
  },
  note: keepers,
  /** Adds a picture that shows it. */
  prove: keepers,
  /** Sets right what was written down wrong. */
  change: keepers,
  /** Says that it was written down by mistake. */
  drop: keepers,
});
