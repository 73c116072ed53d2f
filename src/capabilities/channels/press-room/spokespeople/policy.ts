import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface SpokespersonSubject {
  agencyId: string;
  isOver?: boolean;
}

const keepers = {
  roles: ["office", "editor", "leadership"],
  withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo giữ sổ người phát ngôn.",
} as const;

/** Who speaks for the agency is known to all of it; the register is kept with the decisions. */
export const spokespersonPolicy = definePolicy<SpokespersonSubject>()("spokesperson", {
  read: { roles },
  keep: keepers,
  end: {
    ...keepers,
    unless: (_, { isOver }) => (isOver ? "Thời hạn phát ngôn này đã hết." : null),
  },
  /** Sets when the press room warns, and when it stops an address. */
  limit: {
    roles: ["office", "leadership", "administrator"],
    withoutRole: "Chỉ Văn phòng, lãnh đạo và quản trị đặt mốc báo trước, mức dừng gửi.",
  },
});
