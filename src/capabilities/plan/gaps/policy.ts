import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface GapSubject {
  agencyId: string;
  /** The unit whose row it is; none for a clause. */
  unitIds?: string[];
}

const elsewhere = "Trưởng đơn vị ghi lý do ở dòng của đơn vị mình, khi xem bảng theo đơn vị.";

/** Editors and the leadership say why something was not done, a head for the own unit; the editors' house reminds. */
export const gapPolicy = definePolicy<GapSubject>()("gap", {
  read: { roles },
  explain: { roles: ["editor", "leadership", "head"], inOwnUnit: ["head"], elsewhere },
  withdraw: { roles: ["editor", "leadership", "head"], inOwnUnit: ["head"], elsewhere },
  remind: { roles: ["editor", "leadership"] },
});
