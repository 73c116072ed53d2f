import { definePolicy } from "#platform/auth/policy.ts";

/** A system that is told; without `isOn` those of the agency as a whole. */
export interface WebhookSubject {
  agencyId: string;
  isOn?: boolean;
}

const keeper = {
  roles: ["administrator"],
  withoutRole: "Chỉ người quản trị chọn báo tin cho hệ thống nào.",
} as const;

/** Who administers says which systems outside are told; who audits sees which. */
export const webhookPolicy = definePolicy<WebhookSubject>()("webhook", {
  read: { roles: ["administrator", "auditor"], withoutRole: keeper.withoutRole },
  add: keeper,
  change: keeper,
  renewSecret: keeper,
  try: keeper,
  stop: { ...keeper, unless: (_, { isOn }) => (isOn === false ? "Đã ngừng báo rồi." : null) },
  start: { ...keeper, unless: (_, { isOn }) => (isOn === true ? "Đang báo rồi." : null) },
  remove: keeper,
  sendAgain: keeper,
});
