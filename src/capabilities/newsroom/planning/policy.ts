import { type Actor, roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";
import type { ContentState } from "../content-item.ts";
import { plannedStateOf } from "./story.ts";

export interface StorySubject {
  agencyId: string;
  unitId?: string;
  droppedAt?: Date | null;
}

const planners = ["contributor", "head", "editor", "office"] as const;

const ofUnit = { inOwnUnit: ["contributor", "head"], elsewhere: "Đề tài này của đơn vị khác." } as const;

const going = (_: Actor, { droppedAt }: StorySubject): Hindrance =>
  droppedAt ? "Đề tài đã bỏ; hãy mở lại trước." : null;

/** A unit plans its own stories; editors and the Office those of every unit. */
export const storyPolicy = definePolicy<StorySubject>()("story", {
  read: { roles },
  propose: { roles: planners, ...ofUnit },
  change: { roles: planners, ...ofUnit, unless: going },
  drop: { roles: planners, ...ofUnit, unless: going },
  resume: {
    roles: planners,
    ...ofUnit,
    unless: (_, { droppedAt }) => (droppedAt === null ? "Đề tài này không bị bỏ." : null),
  },
});

export interface DeliverableSubject {
  agencyId: string;
  unitId?: string;
  /** Of its text; null: nothing is written yet. */
  itemState?: ContentState | null;
  storyDroppedAt?: Date | null;
}

const ofOwnUnit = {
  inOwnUnit: ["contributor", "head"],
  elsewhere: "Sản phẩm này giao đơn vị khác làm.",
} as const;

const open = (_: Actor, { storyDroppedAt }: DeliverableSubject): Hindrance =>
  storyDroppedAt ? "Đề tài đã bỏ; hãy mở lại trước." : null;

const notOut = (actor: Actor, subject: DeliverableSubject): Hindrance => {
  const { itemState } = subject;
  if (itemState && ["published", "withdrawn", "removed"].includes(itemState))
    return "Sản phẩm đã đăng; không sửa phần giao việc được nữa.";
  return open(actor, subject);
};

const unwritten = (actor: Actor, subject: DeliverableSubject): Hindrance => {
  const { itemState } = subject;
  if (itemState !== undefined && plannedStateOf(itemState) !== "planned") return "Sản phẩm này đã có bài.";
  return open(actor, subject);
};

/** Who plans gives work in the own unit, editors and the Office in every one; the text itself has rights of its own. */
export const deliverablePolicy = definePolicy<DeliverableSubject>()("deliverable", {
  assign: { roles: planners, ...ofOwnUnit, unless: notOut },
  move: {
    roles: planners,
    ...ofOwnUnit,
    withoutRole: "Chỉ đầu mối, trưởng đơn vị, biên tập và Văn phòng đổi được hạn của sản phẩm.",
    unless: (actor, subject) => {
      const { itemState } = subject;
      if (itemState === "scheduled") return "Bài đã hẹn giờ; hãy đổi giờ đăng.";
      if (itemState && ["published", "withdrawn", "removed"].includes(itemState))
        return "Đã đăng nên không chuyển ngày được.";
      return open(actor, subject);
    },
  },
  start: { roles: planners, ...ofOwnUnit, unless: unwritten },
  link: { roles: planners, ...ofOwnUnit, unless: unwritten },
  remove: { roles: planners, ...ofOwnUnit, unless: notOut },
});
