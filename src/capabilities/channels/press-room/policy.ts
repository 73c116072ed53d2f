import type { Actor } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** An entry of the press register; without more the register as a whole. */
export interface PressSubject {
  agencyId: string;
  isClosed?: boolean;
  isErased?: boolean;
  isWilling?: boolean;
  isSuspended?: boolean;
}

const keepers = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng giữ sổ báo chí.",
} as const;

const erased = "Thông tin của người này đã xóa theo yêu cầu.";

const isOpen = (_: Actor, { isClosed, isErased }: PressSubject) =>
  isErased ? erased : isClosed ? "Mục này không dùng nữa." : null;

/** Who writes to the press keeps the register; addresses of people are seen by those who need them. */
export const pressPolicy = definePolicy<PressSubject>()("press", {
  read: {
    roles: ["editor", "office", "head", "leadership", "auditor"],
    withoutRole: "Chỉ người làm việc với báo chí, lãnh đạo và kiểm tra xem sổ báo chí.",
  },
  keep: { ...keepers, unless: isOpen },
  /** Writes down that somebody agreed. */
  consent: { ...keepers, unless: isOpen },
  /** Writes down that somebody wants no more letters. */
  optOut: {
    ...keepers,
    unless: (actor, subject) =>
      isOpen(actor, subject) ?? (subject.isWilling === false ? "Địa chỉ này đang không nhận thư." : null),
  },
  /** Writes down that a letter came back. */
  suspend: {
    ...keepers,
    unless: (actor, subject) =>
      isOpen(actor, subject) ?? (subject.isWilling === false ? "Địa chỉ này đang không nhận thư." : null),
  },
  /** Says that it takes letters again. */
  resume: {
    ...keepers,
    unless: (actor, subject) =>
      isOpen(actor, subject) ?? (subject.isSuspended === false ? "Địa chỉ này không bị dừng gửi." : null),
  },
  erase: {
    ...keepers,
    roles: ["editor", "office", "administrator"],
    unless: (_, { isErased }) => (isErased ? erased : null),
  },
});
