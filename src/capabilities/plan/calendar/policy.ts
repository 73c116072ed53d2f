import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** Administrators keep the days off of their agency; everybody in it sees what is counted by. */
export const calendarPolicy = definePolicy<{ agencyId: string }>()("calendar", {
  read: { roles },
  keep: { roles: ["administrator"], withoutRole: "Danh sách ngày nghỉ do người quản trị giữ." },
});
