import { definePolicy } from "#platform/auth/policy.ts";

export interface LeadershipSubject {
  agencyId: string;
}

/** The leadership sees how the whole agency stands, and the editors and the Office, who prepare it for them. */
export const leadershipPolicy = definePolicy<LeadershipSubject>()("leadership", {
  read: {
    roles: ["leadership", "office", "editor"],
    withoutRole: "Chỉ lãnh đạo, Văn phòng và biên tập xem tổng quan của cả cơ quan.",
  },
});
