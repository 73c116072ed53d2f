import { definePolicy } from "#platform/auth/policy.ts";

/** Those who look after what the portal says see what readers missed; those who plan for the whole agency decide. */
export const missedSearchPolicy = definePolicy<{ agencyId: string }>()("missed-search", {
  read: { roles: ["editor", "office", "leadership", "head", "auditor"] },
  decide: {
    roles: ["editor", "office"],
    withoutRole: "Chỉ biên tập và Văn phòng xử lý danh sách này.",
  },
});
