import { definePolicy } from "#platform/auth/policy.ts";

export interface LeadershipSubject {
  agencyId: string;
}

/** The leadership sees how the whole agency stands, and the editors and the Office, who prepare it for them; the leadership and the Office say to whom it goes by mail. Who inspects reads both. */
export const leadershipPolicy = definePolicy<LeadershipSubject>()("leadership", {
  read: {
    roles: ["leadership", "office", "editor", "auditor"],
    withoutRole: "Chỉ lãnh đạo, Văn phòng, biên tập và kiểm tra xem tổng quan của cả cơ quan.",
  },
  "see-schedules": {
    roles: ["leadership", "office", "auditor"],
    withoutRole: "Chỉ lãnh đạo, Văn phòng và kiểm tra xem lịch gửi qua thư.",
  },
  schedule: {
    roles: ["leadership", "office"],
    withoutRole: "Chỉ lãnh đạo và Văn phòng lập lịch gửi qua thư.",
  },
});
