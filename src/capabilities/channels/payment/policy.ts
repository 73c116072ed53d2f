import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import type { Verdict } from "./dossier.ts";

/** The dossier of a product; without a state those of the agency as a whole. */
export interface DossierSubject {
  agencyId: string;
  unitId?: string;
  state?: string;
  authorIds?: string[];
  /** The acceptance in force, if it is of the text that is public now. */
  acceptance?: { verdict: Verdict; isOfThisText: boolean } | null;
}

const orderers = {
  roles: ["editor", "office", "leadership"],
  withoutRole: "Biên tập, Văn phòng hoặc lãnh đạo, bên đặt làm sản phẩm, mới nghiệm thu.",
} as const;

/** Everybody sees what is missing; who ordered the product accepts it, never who made it. */
export const dossierPolicy = definePolicy<DossierSubject>()("payment-dossier", {
  read: { roles },
  accept: {
    ...orderers,
    unless: ({ personId }, { state, authorIds = [], acceptance }) => {
      if (authorIds.includes(personId)) return "Người viết bài không tự nghiệm thu.";
      if (state !== undefined && state !== "published") return "Bài đang công khai mới nghiệm thu được.";
      return acceptance?.isOfThisText && acceptance.verdict !== "not-accepted"
        ? "Bản này đã được nghiệm thu."
        : null;
    },
  },
  takeBack: {
    ...orderers,
    unless: (_, { acceptance }) => (acceptance === null ? "Chưa có nghiệm thu để rút." : null),
  },
});
