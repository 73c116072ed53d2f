import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { type ContentState, stateLabels } from "../content-item.ts";

/** The article of which a bulletin is made; without `unitId` the agency's bulletins as a whole. */
export interface BulletinSubject {
  agencyId: string;
  unitId?: string;
  state?: ContentState;
}

/** Of which texts a bulletin is made: somebody has agreed to them. */
export const saidStates: readonly ContentState[] = ["approved", "scheduled", "published"];

/** Whoever writes has an article said; administrators, editors and the Office state how. */
export const bulletinPolicy = definePolicy<BulletinSubject>()("bulletin", {
  read: { roles },
  draft: {
    roles: ["contributor", "head", "editor", "office"],
    inOwnUnit: ["contributor", "head"],
    elsewhere: "Nội dung này của đơn vị khác.",
    unless: (_, { state }) =>
      state === undefined || saidStates.includes(state)
        ? null
        : `Bài đang ở trạng thái “${stateLabels[state]}”; kịch bản soạn từ bài đã duyệt hoặc đã đăng.`,
  },
  set: { roles: ["administrator", "editor", "office"] },
});
