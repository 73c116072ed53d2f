import { type Actor, type Role, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** The agency's public site, or one thing on it. */
export interface SiteSubject {
  agencyId: string;
  isOpen?: boolean;
  /** Of a page: who looks after it. */
  ownerUnitId?: string | null;
  ownerPersonId?: string | null;
}

const KEEPERS: readonly Role[] = ["editor", "office", "leadership", "administrator"];

/** Who keeps the portal, who looks after the page, and the head of the unit that does. */
const looksAfter = (
  { personId, appointments }: Actor,
  { ownerUnitId, ownerPersonId }: SiteSubject,
): string | null =>
  ownerPersonId === personId ||
  appointments.some(
    ({ role, unitId }) => KEEPERS.includes(role) || (role === "head" && unitId === (ownerUnitId ?? "")),
  )
    ? null
    : "Chỉ người phụ trách trang, trưởng đơn vị phụ trách, biên tập, Văn phòng và lãnh đạo ghi đã xem lại.";

const stillOpen = (_: Actor, { isOpen }: SiteSubject) =>
  isOpen === false ? "Báo lỗi này đã được trả lời." : null;

/** Everybody sees how the site is received; who keeps its texts answers those who read them. */
export const sitePolicy = definePolicy<SiteSubject>()("site", {
  read: { roles },
  answer: {
    roles: ["editor", "office", "leadership"],
    withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo trả lời người đọc.",
    unless: stillOpen,
  },
  /** Looks after the sections that must be public, and what is said in English. */
  sections: {
    roles: ["editor", "office", "leadership", "administrator"],
    withoutRole: "Chỉ biên tập, Văn phòng, lãnh đạo và quản trị giữ các mục phải công khai.",
  },
  /** Looks over single pages and the links in them. */
  pages: {
    roles: KEEPERS,
    withoutRole: "Chỉ biên tập, Văn phòng, lãnh đạo và quản trị rà soát trang, liên kết của cổng.",
  },
  /** Says that a page was looked over and is right. */
  review: { roles: roles.filter((role) => role !== "auditor"), unless: looksAfter },
  /** Stops writing to an address whose letters came back. */
  stop: {
    roles: ["editor", "office", "administrator"],
    withoutRole: "Chỉ biên tập, Văn phòng và quản trị ngừng gửi thư đến một địa chỉ.",
  },
  /** Sets how long an answer may take. */
  rule: {
    roles: ["office", "leadership", "administrator"],
    withoutRole: "Chỉ Văn phòng, lãnh đạo và quản trị đặt hạn trả lời người đọc.",
  },
});
