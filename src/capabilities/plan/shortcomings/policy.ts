import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { type ShortcomingState, shortcomingWords } from "./shortcoming.ts";

export interface ShortcomingSubject {
  agencyId: string;
  /** The unit whose it is; empty: given to none yet. */
  unitIds?: string[];
  state?: ShortcomingState;
  /** The proof that it was mended has been withdrawn since. */
  proofWithdrawn?: boolean;
}

const closed = ({ state }: ShortcomingSubject) =>
  state === "mended" || state === "refused" ? `Tồn tại này: ${shortcomingWords[state].toLowerCase()}.` : null;

const elsewhere = "Tồn tại này không phải của đơn vị bạn.";

/** Editors, the leadership and heads note them; the unit whose it is says how it is mended and proves it. */
export const shortcomingPolicy = definePolicy<ShortcomingSubject>()("shortcoming", {
  read: { roles },
  note: {
    roles: ["editor", "leadership", "head"],
    inOwnUnit: ["head"],
    elsewhere: "Trưởng đơn vị chỉ ghi tồn tại của đơn vị mình.",
  },
  fix: {
    roles: ["editor", "leadership", "head"],
    inOwnUnit: ["head"],
    elsewhere,
    unless: (_, subject) => closed(subject),
  },
  mend: {
    roles: ["editor", "leadership", "head", "contributor", "office", "finance"],
    inOwnUnit: ["head", "contributor", "office", "finance"],
    elsewhere,
    unless: (_, subject) => (subject.proofWithdrawn ? null : closed(subject)),
  },
  refuse: { roles: ["editor", "leadership"], unless: (_, subject) => closed(subject) },
  tell: { roles: ["editor"] },
});
