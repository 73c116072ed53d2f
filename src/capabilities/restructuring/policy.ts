import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** Administrators write down what a decision changes; everybody sees it. */
export const restructuringPolicy = definePolicy<{ agencyId: string; tookEffectAt?: Date | null }>()(
  "restructuring",
  {
    list: { roles },
    record: { roles: ["administrator"] },
    cancel: {
      roles: ["administrator"],
      unless: (_, { tookEffectAt }) => (tookEffectAt ? "Thay đổi này đã có hiệu lực." : null),
    },
  },
);
