import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import type { EventState } from "./event.ts";

export interface EventSubject {
  agencyId: string;
  /** The unit that leads it; absent: no single event. */
  unitIds?: string[] | null;
  state?: EventState;
  /** Who wrote the draft that waits to be announced. */
  writtenBy?: string;
  /** Who wrote what waits for a second person: an answer, a result. */
  draftedBy?: string;
}

const keeping = ["office", "editor", "head", "contributor"] as const;
const inOwnUnit = ["head", "contributor"] as const;
const elsewhere = "Sự kiện này do đơn vị khác chủ trì.";
const keeper = {
  roles: keeping,
  inOwnUnit,
  elsewhere,
  withoutRole: "Chỉ Văn phòng, biên tập và đơn vị chủ trì ghi sự kiện.",
} as const;
const teller = {
  roles: ["leadership", "office", "editor", "head"],
  inOwnUnit: ["head"],
  elsewhere,
  withoutRole: "Chỉ lãnh đạo, Văn phòng, biên tập và trưởng đơn vị chủ trì báo cho người dân.",
} as const;

/** Everybody in the agency sees what is planned; the unit that leads an event keeps it, another person makes it public. */
export const eventPolicy = definePolicy<EventSubject>()("event", {
  read: { roles },
  save: {
    ...keeper,
    unless: (_, { state }) =>
      state === "cancelled" || state === "held"
        ? "Sự kiện đã hủy hoặc đã diễn ra thì không sửa thông tin."
        : null,
  },
  remove: {
    ...keeper,
    unless: (_, { state }) =>
      state !== undefined && state !== "draft" ? "Sự kiện đã công bố thì hoãn hoặc hủy, không xóa." : null,
  },
  announce: {
    ...teller,
    unless: (actor, { state, writtenBy }) => {
      if (state !== undefined && state !== "draft") return "Sự kiện này đã công bố.";
      return writtenBy === actor.personId ? "Bạn viết bản thảo này; người khác phải công bố." : null;
    },
  },
  postpone: {
    ...teller,
    unless: (_, { state }) =>
      state !== undefined && state !== "announced" ? "Chỉ hoãn sự kiện đã công bố, chưa diễn ra." : null,
  },
  cancel: {
    ...teller,
    unless: (_, { state }) =>
      state !== undefined && state !== "announced" && state !== "postponed"
        ? "Chỉ hủy sự kiện đã công bố, chưa diễn ra."
        : null,
  },
  /** Says that it took place, how many came, and shows pictures of it. */
  hold: keeper,
  /** Takes down questions, writes answers, promises and results; another person lets them out. */
  answer: {
    ...keeper,
    unless: (_, { state }) => (state === "draft" ? "Sự kiện chưa công bố." : null),
  },
  approve: {
    roles: ["leadership", "head"],
    inOwnUnit: ["head"],
    elsewhere,
    withoutRole: "Chỉ lãnh đạo và trưởng đơn vị chủ trì duyệt trả lời, kết quả.",
    unless: (actor, { draftedBy }) =>
      draftedBy === actor.personId ? "Bạn soạn nội dung này; người khác phải duyệt." : null,
  },
  /** Lets a promise out: it becomes a task of the plan. */
  commit: {
    roles: ["leadership", "editor"],
    withoutRole: "Chỉ lãnh đạo và biên tập duyệt cam kết, vì cam kết thành nhiệm vụ của kế hoạch.",
    unless: (actor, { draftedBy }) =>
      draftedBy === actor.personId ? "Bạn ghi cam kết này; người khác phải duyệt." : null,
  },
  minutes: { roles },
  /** Says how long what was sent is kept, and when is reminded. */
  rule: {
    roles: ["office", "administrator"],
    withoutRole: "Chỉ Văn phòng và quản trị đặt thời gian giữ, ngày nhắc của sự kiện.",
  },
  takeBack: {
    ...teller,
    unless: (_, { state }) =>
      state !== undefined && state !== "held" ? "Sự kiện này chưa được ghi nhận đã diễn ra." : null,
  },
});
