import { type Actor, roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";

/** The figures of a placement, or without one those of the agency. */
export interface FigureSubject {
  agencyId: string;
  /** The unit of the text. */
  unitId?: string;
  /** It stands, or stood, somewhere: not only planned, not rehearsed. */
  isPlaced?: boolean;
  /** Nobody counts who reads our own portal. */
  isOwnPortal?: boolean;
}

const placed = (_: Actor, { isPlaced, isOwnPortal }: FigureSubject): Hindrance => {
  if (isOwnPortal) return "Cổng của cơ quan không đếm người xem nên không có số để ghi.";
  return isPlaced === false ? "Bài chưa lên kênh này nên chưa có số liệu." : null;
};

/** Everybody sees the figures; who writes or posts types what the network shows; who posts brings files in. */
export const figurePolicy = definePolicy<FigureSubject>()("figure", {
  read: { roles },
  record: {
    roles: ["contributor", "head", "editor", "office"],
    inOwnUnit: ["contributor", "head"],
    elsewhere: "Nội dung này của đơn vị khác.",
    unless: placed,
  },
  import: {
    roles: ["editor", "office"],
    withoutRole: "Chỉ biên tập và Văn phòng nhập số liệu từ tệp.",
  },
});
