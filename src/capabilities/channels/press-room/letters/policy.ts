import type { Actor } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import type { LetterState } from "./letter.ts";

/** A letter; without more those of the agency. */
export interface LetterSubject {
  agencyId: string;
  madeBy?: string;
  state?: LetterState;
  /** Another takes its place, or is being written to. */
  isReplaced?: boolean;
}

const keepers = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng soạn thư định hướng.",
} as const;

const WITHDRAWN = "Thư này đã thu hồi.";
const isDraft = (_: Actor, { state }: LetterSubject) =>
  state === "sent" ? "Thư này đã gửi." : state === "withdrawn" ? WITHDRAWN : null;
const isInForce = (_: Actor, { state }: LetterSubject) =>
  state === "draft" ? "Thư này chưa gửi." : state === "withdrawn" ? WITHDRAWN : null;

/** Who keeps the press register writes letters; a second person sends them. */
export const letterPolicy = definePolicy<LetterSubject>()("press-letter", {
  read: {
    roles: ["editor", "office", "head", "leadership", "auditor"],
    withoutRole: "Chỉ người làm việc với báo chí, lãnh đạo và kiểm tra xem thư định hướng.",
  },
  write: { ...keepers, unless: isDraft },
  send: {
    roles: ["editor", "office", "leadership"],
    withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo duyệt gửi thư định hướng.",
    unless: (actor, subject) =>
      isDraft(actor, subject) ??
      (subject.madeBy === actor.personId ? "Bạn soạn thư này nên người khác phải duyệt gửi." : null),
  },
  /** Writes down that somebody said they have it. */
  acknowledge: { ...keepers, unless: isInForce },
  chase: { ...keepers, unless: isInForce },
  /** Takes it back at once; nobody waits for a second person while it misleads. */
  withdraw: {
    roles: ["editor", "office", "leadership"],
    withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo thu hồi thư định hướng.",
    unless: isInForce,
  },
  /** Writes what takes its place. */
  replace: {
    ...keepers,
    unless: (_, { state, isReplaced }) =>
      state === "draft"
        ? "Thư này chưa gửi."
        : isReplaced
          ? "Thư này đã có thư thay thế, đang soạn hoặc đã gửi."
          : null,
  },
});
