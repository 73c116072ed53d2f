import { roles, unitsOf } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface UnitReportSubject {
  agencyId: string;
  /** The unit that reports. */
  unitIds?: string[];
  /** Whether the unit has a head today. */
  hasHead?: boolean;
}

/** Who does the work of a unit. */
export const answerable = ["contributor", "head", "editor", "office", "finance"] as const;

/**
 * The editors ask, remind, return, accept and gather; a unit writes its own, and its head sends it, or whoever is
 * answerable where it has none; everybody in the agency reads.
 */
export const unitReportPolicy = definePolicy<UnitReportSubject>()("unit-report", {
  read: { roles },
  ask: { roles: ["editor"] },
  write: {
    roles: answerable,
    inOwnUnit: answerable,
    elsewhere: "Chỉ viết được báo cáo của đơn vị mình.",
  },
  send: {
    roles: answerable,
    inOwnUnit: answerable,
    elsewhere: "Chỉ gửi được báo cáo của đơn vị mình.",
    unless: (actor, { hasHead, unitIds = [] }) =>
      hasHead && !unitsOf(actor, "head").some((id) => unitIds.includes(id))
        ? "Trưởng đơn vị gửi báo cáo này; phần bạn viết đã được lưu."
        : null,
  },
  remind: { roles: ["editor"] },
  return: { roles: ["editor"] },
  accept: { roles: ["editor"] },
  gather: { roles: ["editor"] },
  /** Opening what a signature closed is the leadership's; so is closing it again. */
  reopen: { roles: ["leadership"] },
  close: { roles: ["leadership"] },
});
