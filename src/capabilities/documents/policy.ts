import { roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";

export interface DocumentSubject {
  agencyId: string;
  /** The capability whose object the document is; null or absent: the register alone keeps it. */
  keptBy?: string | null;
  /** Null: it has none yet. */
  number?: string | null;
  issuedOn?: string | null;
  toConfirm?: boolean;
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
  import: { roles: writers },
  "set-promptness": { roles: ["office", "leadership", "administrator"] },
  "change-files": { roles: writers },
  relate: { roles: writers },
  "take-off": { roles: writers },
  publish: {
    roles: writers,
    unless: (_, { number, issuedOn, toConfirm }) => {
      if (number === null || issuedOn === null)
        return "Văn bản chưa có số hoặc ngày ban hành nên chưa đưa lên cổng; hãy bấm Sửa để ghi cho đủ.";
      return toConfirm ? "Văn bản còn chờ đối chiếu với văn bản gốc nên chưa đưa lên cổng." : null;
    },
  },
  // Whose signatures are believed is no matter of a single document.
  "choose-trust": { roles: ["administrator"] },
});
