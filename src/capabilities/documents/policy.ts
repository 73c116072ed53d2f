import { roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";

export interface DocumentSubject {
  agencyId: string;
  /** The capability whose object the document is; null or absent: the register alone keeps it. */
  keptBy?: string | null;
  /** Null: it has none yet. */
  number?: string | null;
}

const keptElsewhere = (_: unknown, { keptBy = null }: DocumentSubject): Hindrance =>
  keptBy === null
    ? null
    : keptBy === "plan"
      ? "Văn bản này là kế hoạch đã ban hành, do trang của kế hoạch ghi vào sổ."
      : "Văn bản này do báo cáo ghi vào sổ; số và ngày sửa tại trang của báo cáo.";

const writers = ["editor", "office", "leadership"] as const;

/** Everybody in the agency reads the register; editors, the Office and the leadership write in it. */
export const documentPolicy = definePolicy<DocumentSubject>()("document", {
  read: { roles },
  register: { roles: writers },
  correct: { roles: writers, unless: keptElsewhere },
  confirm: { roles: writers },
  share: {
    roles: writers,
    unless: (_, { number }) =>
      number === null ? "Văn bản chưa có số nên chưa chia sẻ cho cơ quan khác." : null,
  },
  "load-instruments": { roles: writers },
});
