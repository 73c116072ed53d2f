import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import type { AccountState, AccountWay } from "./account.ts";

/** An official account; without a state those of the agency as a whole. */
export interface AccountSubject {
  agencyId: string;
  state?: AccountState;
  way?: AccountWay;
}

const keepers = {
  roles: ["editor", "office", "administrator"],
  withoutRole: "Chỉ biên tập, Văn phòng và quản trị giữ sổ tài khoản chính thức.",
} as const;

const notOurPortal = (_: unknown, { way }: AccountSubject) =>
  way === "own" ? "Cổng của cơ quan có sẵn trong sổ, không sửa ở đây." : null;

/** Everybody sees under which names the agency speaks; who posts keeps the register; who administers connects. */
export const accountPolicy = definePolicy<AccountSubject>()("channel-account", {
  read: { roles },
  register: keepers,
  change: {
    ...keepers,
    unless: (actor, subject) =>
      notOurPortal(actor, subject) ??
      (subject.state === "closed" ? "Tài khoản đã đóng nên không sửa nữa." : null),
  },
  pause: {
    ...keepers,
    roles: ["editor", "office", "administrator", "leadership"],
    unless: (actor, subject) =>
      notOurPortal(actor, subject) ??
      (subject.state === undefined || subject.state === "open" ? null : "Tài khoản không còn đang dùng."),
  },
  resume: {
    ...keepers,
    roles: ["editor", "office", "administrator", "leadership"],
    unless: (_, { state }) =>
      state === undefined || state === "paused" ? null : "Tài khoản không tạm dừng.",
  },
  close: {
    ...keepers,
    unless: (actor, subject) =>
      notOurPortal(actor, subject) ?? (subject.state === "closed" ? "Tài khoản đã đóng rồi." : null),
  },
  /** Lays down when may be posted. */
  setHours: {
    ...keepers,
    unless: (actor, subject) =>
      notOurPortal(actor, subject) ??
      (subject.state === "closed" ? "Tài khoản đã đóng nên không đặt giờ nữa." : null),
  },
  /** Throws the switch for all channels of the agency, and back. */
  pauseAll: { ...keepers, roles: ["editor", "office", "administrator", "leadership"] },
  /** Says how long before a connection ends it is told. */
  setWarning: keepers,
  connect: {
    roles: ["administrator"],
    withoutRole: "Chỉ người quản trị kết nối tài khoản với mạng.",
    unless: (actor, subject) =>
      notOurPortal(actor, subject) ??
      (subject.state === "closed" ? "Tài khoản đã đóng nên không kết nối nữa." : null),
  },
});
