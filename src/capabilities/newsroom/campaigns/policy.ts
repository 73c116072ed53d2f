import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** A campaign or an event; without `endedAt` those of the agency as a whole. */
export interface CampaignSubject {
  agencyId: string;
  endedAt?: Date | null;
}

const planners = {
  roles: ["editor", "office", "leadership"],
  withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo cơ quan đặt đợt cao điểm, sự kiện.",
} as const;

/** Everybody sees what the agency puts its weight on; who plans for all units says so. */
export const campaignPolicy = definePolicy<CampaignSubject>()("campaign", {
  read: { roles },
  make: planners,
  change: {
    ...planners,
    unless: (_, { endedAt }) => (endedAt ? "Đã kết thúc; hãy mở lại trước." : null),
  },
  end: { ...planners, unless: (_, { endedAt }) => (endedAt ? "Đã kết thúc rồi." : null) },
  resume: { ...planners, unless: (_, { endedAt }) => (endedAt === null ? "Chưa kết thúc." : null) },
});
