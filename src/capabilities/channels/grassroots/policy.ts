import { roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";

/** A commune, station, slot or bulletin of an agency; without more those of the agency as a whole. */
export interface LoudspeakerSubject {
  agencyId: string;
  isClosed?: boolean;
  /** Why a bulletin of this delivery is not given to stations; null: nothing hinders it. */
  barred?: Hindrance;
  /** Who planned what waits for a second person; null: nothing waits. */
  urgentBy?: string | null;
}

const keepers = {
  roles: ["editor", "office", "administrator"],
  withoutRole: "Chỉ biên tập, Văn phòng và quản trị giữ sổ đài, cụm loa.",
} as const;

const senders = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng giao bản tin cho đài, cụm loa.",
} as const;

/** Everybody sees who hears what; who posts keeps the register and gives bulletins out; what interrupts needs two. */
export const loudspeakerPolicy = definePolicy<LoudspeakerSubject>()("loudspeaker", {
  read: { roles },
  keep: keepers,
  /** Makes what lets a station in, and revokes it. */
  letIn: {
    ...keepers,
    unless: (_, { isClosed }) => (isClosed ? "Đài, cụm loa này đã thôi dùng." : null),
  },
  plan: { ...senders, unless: (_, { barred }) => barred ?? null },
  confirmUrgent: {
    roles: ["editor", "leadership", "head"],
    withoutRole: "Chỉ biên tập, trưởng đơn vị và lãnh đạo xác nhận bản tin khẩn cấp.",
    unless: (actor, { urgentBy }) => {
      if (urgentBy === null) return "Không có bản tin khẩn cấp nào chờ xác nhận.";
      return urgentBy === actor.personId ? "Người xếp lịch khẩn cấp không được tự xác nhận." : null;
    },
  },
  withdraw: senders,
  /** Takes the package for a station, and says what it played. */
  record: senders,
});
