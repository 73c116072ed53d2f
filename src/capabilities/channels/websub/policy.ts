import { definePolicy } from "#platform/auth/policy.ts";

/** A program that follows a feed; without `isOn` those of the agency as a whole. */
export interface SubscriptionSubject {
  agencyId: string;
  isOn?: boolean;
  /** Somebody of the agency ended it. */
  isBarred?: boolean;
}

const keeper = {
  roles: ["administrator"],
  withoutRole: "Chỉ người quản trị chấm dứt việc gửi nguồn tin.",
} as const;

/** Feeds are public, so anybody follows them; who administers may end what is misused. */
export const subscriptionPolicy = definePolicy<SubscriptionSubject>()("feed-subscription", {
  read: {
    roles: ["administrator", "auditor"],
    withoutRole: "Chỉ người quản trị xem nơi theo dõi nguồn tin.",
  },
  end: { ...keeper, unless: (_, { isOn }) => (isOn === false ? "Đã thôi gửi rồi." : null) },
  allow: {
    ...keeper,
    unless: (_, { isBarred }) => (isBarred === false ? "Nơi này vẫn tự đăng ký lại được." : null),
  },
});
