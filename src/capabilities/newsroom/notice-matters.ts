import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { LookUpMatter, NoticeMatters, ToldMatter } from "#platform/work/notice-matters.ts";
import { type ContentState, stateLabels } from "./content-item.ts";
import { itemOf } from "./content-queries.ts";
import { contentPolicy } from "./policy.ts";
import { contentCorrection, contentHold, publicMedia } from "./tables.ts";

type Item = Awaited<ReturnType<typeof itemOf>>;
type Asked = { item: Item; told: ToldMatter; recipient: Actor; q: Queryable };

/**
 * Looks the item up first: of what was removed nothing is told, its title may hold what must not be read, and nothing
 * to whom the agency's texts are no longer open.
 */
const ofItem =
  (why: (asked: Asked) => Promise<string | null> | string | null, at = 0): LookUpMatter =>
  async (q, told, recipient) => {
    try {
      const item = await itemOf(q, recipient.agencyId, told.about[at]!);
      if (item.state === "removed") return "Nội dung đã gỡ bỏ.";
      return contentPolicy.hindrance(recipient, "read", item) ?? (await why({ item, told, recipient, q }));
    } catch (error) {
      if (error instanceof NotFound) return "Nội dung không còn.";
      throw error;
    }
  };

const whileIn = (...states: ContentState[]): LookUpMatter =>
  ofItem(({ item }) =>
    states.includes(item.state) ? null : `Nội dung nay ở trạng thái “${stateLabels[item.state]}”.`,
  );

const isMoment = (moment: Date | null, { moment: told }: ToldMatter): boolean =>
  moment?.toISOString() === told;

/** What the newsroom tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "content-submitted": ofItem(
    ({ item, told, recipient }) =>
      contentPolicy.hindrance(recipient, "approve", item) ??
      (isMoment(item.submittedAt, told) ? null : "Bài đã được gửi duyệt lại."),
  ),
  "content-approved": whileIn("approved", "scheduled", "published"),
  "content-returned": whileIn("returned"),
  "content-discarded": whileIn("discarded"),
  "content-published": whileIn("published"),
  "content-withdrawn": whileIn("withdrawn"),
  "content-held-back": whileIn("approved"),
  "content-not-published": ofItem(({ item, told }) =>
    item.state === "scheduled" && isMoment(item.scheduledAt, told)
      ? null
      : "Bài đã đăng hoặc đã đổi giờ hẹn.",
  ),
  "content-post-check": ofItem(({ item, recipient }) =>
    item.urgent && item.state === "scheduled"
      ? null
      : contentPolicy.hindrance(recipient, "clearPostCheck", item),
  ),
  "content-correction": ofItem(async ({ q, item, told, recipient }) => {
    const [open] = await q
      .select({ id: contentCorrection.id })
      .from(contentCorrection)
      .where(
        and(
          eq(contentCorrection.itemId, item.id),
          eq(contentCorrection.revisionId, told.about[1]!),
          isNull(contentCorrection.decidedAt),
        ),
      );
    return open
      ? contentPolicy.hindrance(recipient, "decideCorrection", item)
      : "Đính chính này đã được quyết định.";
  }),
  "content-correction-decided": async (q, told, recipient) => {
    const [decided] = await q
      .select({ itemId: contentCorrection.itemId })
      .from(contentCorrection)
      .where(eq(contentCorrection.id, told.about[0]!));
    return decided
      ? whileIn("published")(q, { ...told, about: [decided.itemId] }, recipient)
      : "Đính chính này không còn.";
  },
  "content-asked": ofItem(async ({ q, item, told, recipient }) => {
    const [hold] = await q.select().from(contentHold).where(eq(contentHold.itemId, item.id));
    return hold?.personId === recipient.personId && isMoment(hold.since, told)
      ? null
      : "Bạn không còn giữ bài này.";
  }),
  "content-taken-over": ofItem(() => null),
  "media-lost-right": ofItem(async ({ q, item, told }) => {
    const [shown] = await q
      .select({ itemId: publicMedia.itemId })
      .from(publicMedia)
      .where(and(eq(publicMedia.mediaId, told.about[0]!), eq(publicMedia.itemId, item.id)));
    return shown ? null : "Ảnh không còn trên trang công khai.";
  }, 1),
};
