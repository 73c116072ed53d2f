import { hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** A topic that an agency says it is working on; without `madeBy` the pool as a whole. */
export interface PoolSubject {
  agencyId: string;
  madeBy?: string;
  endedAt?: Date | null;
}

/** Everybody looks into the pool; whoever writes says what is being worked on, and takes over what is out. */
export const poolPolicy = definePolicy<PoolSubject>()("pool", {
  read: { roles },
  claim: { roles: ["contributor", "head", "editor", "office"] },
  reuse: { roles: ["contributor", "head", "editor", "office"] },
  /** Says that no other agency takes an item over. */
  forbid: { roles: ["editor", "office", "leadership"] },
  endClaim: {
    roles: ["contributor", "head", "editor", "office"],
    unless: (actor, { madeBy, endedAt }) => {
      if (endedAt) return "Chủ đề này đã thôi báo.";
      return madeBy === undefined || madeBy === actor.personId || hasRole(actor, "head", "editor", "office")
        ? null
        : "Chủ đề này do người khác báo.";
    },
  },
});
