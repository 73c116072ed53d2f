import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import {
  byFirstId,
  type LookUpMatters,
  type NoticeMatters,
  type ToldMatter,
} from "#platform/work/notice-matters.ts";
import type { ContentState } from "../content-item.ts";
import { contentItem, deliverable, story } from "../tables.ts";
import { storyPolicy } from "./policy.ts";
import { waitsForMaker } from "./story.ts";
import type { Deliverable } from "./story-queries.ts";

interface Found extends Deliverable {
  itemState: ContentState | null;
  storyDroppedAt: Date | null;
}

const ofDeliverable = (
  why: (found: Found, told: ToldMatter, recipient: Actor) => string | null,
): LookUpMatters =>
  byFirstId<Found>(
    async (q: Queryable, ids, agencyId) => {
      const rows = await q
        .select({ row: deliverable, itemState: contentItem.state, storyDroppedAt: story.droppedAt })
        .from(deliverable)
        .innerJoin(story, eq(story.id, deliverable.storyId))
        .leftJoin(contentItem, eq(contentItem.id, deliverable.itemId))
        .where(and(eq(deliverable.agencyId, agencyId), inArray(deliverable.id, ids)));
      return rows.map(({ row, ...rest }) => ({ ...row, ...rest }));
    },
    (found, told, recipient) => {
      if (!found) return "Sản phẩm này không còn trong đề tài.";
      if (found.storyDroppedAt) return "Đề tài đã bỏ.";
      return (
        storyPolicy.hindrance(recipient, "read", { agencyId: found.agencyId }) ?? why(found, told, recipient)
      );
    },
  );

/** What the planning of stories tells of, looked up again. */
export const storyMatters: NoticeMatters = {
  "deliverable-assigned": ofDeliverable(({ personId }, _, recipient) =>
    personId === recipient.personId ? null : "Sản phẩm này đã giao người khác.",
  ),
  "deliverable-moved": ofDeliverable(({ personId, dueAt, itemState }, { moment }, recipient) => {
    if (personId !== recipient.personId) return "Sản phẩm này đã giao người khác.";
    if (!waitsForMaker(itemState)) return "Bài đã gửi duyệt.";
    return dueAt.toISOString() === moment ? null : "Hạn đã đổi lần nữa.";
  }),
  "deliverable-due": ofDeliverable(({ itemState, dueAt }, { moment }) => {
    if (!waitsForMaker(itemState)) return "Bài đã gửi duyệt.";
    return dueAt.toISOString() === moment ? null : "Hạn đã đổi.";
  }),
  "story-dropped": byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(story)
        .where(and(eq(story.agencyId, agencyId), inArray(story.id, ids))),
    (found, _, recipient) =>
      found?.droppedAt ? storyPolicy.hindrance(recipient, "read", found) : "Đề tài đã được mở lại.",
  ),
};
