import { and, inArray, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import {
  inBulk,
  type LookUpMatters,
  type NoticeMatters,
  type ToldMatter,
} from "#platform/work/notice-matters.ts";
import { commendationMatters } from "./commendations/commendation-matters.ts";
import { type ContentState, stateLabels } from "./content-item.ts";
import { type ContentItem, itemsOf } from "./content-queries.ts";
import { practiceMatters } from "./good-practices/practice-matters.ts";
import { tipMatters } from "./intake/tip-matters.ts";
import { storyMatters } from "./planning/story-matters.ts";
import { type ContentSubject, contentPolicy } from "./policy.ts";
import type { Standing } from "./review/review.ts";
import { standingOf } from "./review/review-queries.ts";
import { contentComment, contentCorrection, contentHold, publicMedia } from "./tables.ts";

type Told = ContentItem & Required<Omit<ContentSubject, "standing" | "commentBy">>;

interface Asked<More> {
  item: Told;
  told: ToldMatter;
  recipient: Actor;
  more: More;
}

interface Questions<More> {
  /** The items that the causes are about, in their order; null: their first word behind the kind. */
  itemIds?: (q: Queryable, told: ToldMatter[]) => Promise<(string | undefined)[]>;
  /** What else is asked of all of them together. */
  more: (q: Queryable, told: ToldMatter[], itemIds: string[], recipient: Actor) => Promise<More>;
  why: (asked: Asked<More>) => string | null;
}

/**
 * Looks the items up first: of what was removed nothing is told, its title may hold what must not be read, and nothing
 * to whom the agency's texts are no longer open.
 */
function ofItems<More>({ itemIds, more, why }: Questions<More>): LookUpMatters {
  return inBulk(
    async (q, told, recipient) => {
      const ids = itemIds ? await itemIds(q, told) : told.map(({ about }) => about[0]);
      const items = await itemsOf(q, recipient, [...new Set(ids.filter((id) => id !== undefined))]);
      return {
        itemOf: new Map(told.map((one, at) => [one, items.get(ids[at] ?? "")])),
        more: await more(q, told, [...items.keys()], recipient),
      };
    },
    (found, told, recipient) => {
      const item = found.itemOf.get(told);
      if (!item) return "Nội dung không còn.";
      if (item.state === "removed") return "Nội dung đã gỡ bỏ.";
      return (
        contentPolicy.hindrance(recipient, "read", item) ?? why({ item, told, recipient, more: found.more })
      );
    },
  );
}

const ofItem = (why: (asked: Asked<null>) => string | null): LookUpMatters =>
  ofItems({ more: async () => null, why });

const stateWhy =
  (states: ContentState[]) =>
  ({ item }: { item: ContentItem }): string | null =>
    states.includes(item.state) ? null : `Nội dung nay ở trạng thái “${stateLabels[item.state]}”.`;

const whileIn = (...states: ContentState[]): LookUpMatters => ofItem(stateWhy(states));

const isMoment = (moment: Date | null, { moment: told }: ToldMatter): boolean =>
  moment?.toISOString() === told;

/** The step told of is still open. */
const stepWhy = ({ item, told }: { item: Told; told: ToldMatter }): string | null =>
  item.turn?.runId === told.about[1] && String(item.turn?.position) === told.about[2]
    ? null
    : "Bước này không còn chờ.";

const whileAtStep = ofItem(stepWhy);

/** Told to whom may decide: by the own role or in somebody's name. */
const toDecide = (why: (asked: Asked<Standing>) => string | null): LookUpMatters =>
  ofItems({
    more: (q, _, __, recipient) => standingOf(q, recipient),
    why: (asked) =>
      contentPolicy.hindrance(asked.recipient, "approve", { ...asked.item, standing: asked.more }) ??
      why(asked),
  });

/** What the newsroom tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "content-submitted": toDecide(({ item, told }) =>
    isMoment(item.submittedAt, told) ? null : "Bài đã được gửi duyệt lại.",
  ),
  "content-turn": toDecide(stepWhy),
  "content-turn-due": whileAtStep,
  "content-turn-late": whileAtStep,
  "content-approved": whileIn("approved", "scheduled", "published"),
  "content-returned": whileIn("returned"),
  "content-refused": whileIn("refused"),
  "outside-check-answered": ofItem(() => null),
  "content-discarded": whileIn("discarded"),
  "content-published": whileIn("published"),
  "content-withdrawn": whileIn("withdrawn"),
  "content-held-back": whileIn("approved"),
  "content-not-published": ofItem(({ item, told }) =>
    item.state === "scheduled" && isMoment(item.scheduledAt, told)
      ? null
      : "Bài đã đăng hoặc đã đổi giờ hẹn.",
  ),
  "content-moved": ofItem(({ item, told }) =>
    item.state === "scheduled" && isMoment(item.scheduledAt, told)
      ? null
      : "Bài đã đăng hoặc đã đổi giờ lần nữa.",
  ),
  "content-post-check": ofItem(({ item, recipient }) =>
    item.urgent && item.state === "scheduled"
      ? null
      : contentPolicy.hindrance(recipient, "clearPostCheck", item),
  ),
  "content-correction": ofItems({
    more: async (q, told) => {
      const open = await q
        .select({ itemId: contentCorrection.itemId, revisionId: contentCorrection.revisionId })
        .from(contentCorrection)
        .where(
          and(
            inArray(
              contentCorrection.revisionId,
              told.map(({ about }) => about[1]!),
            ),
            isNull(contentCorrection.decidedAt),
          ),
        );
      return new Set(open.map(({ itemId, revisionId }) => `${itemId}:${revisionId}`));
    },
    why: ({ item, told, recipient, more }) =>
      more.has(`${item.id}:${told.about[1]}`)
        ? contentPolicy.hindrance(recipient, "decideCorrection", item)
        : "Đính chính này đã được quyết định.",
  }),
  "content-correction-decided": ofItems({
    itemIds: async (q, told) => {
      const ids = told.map(({ about }) => about[0]!);
      const decided = await q
        .select({ id: contentCorrection.id, itemId: contentCorrection.itemId })
        .from(contentCorrection)
        .where(inArray(contentCorrection.id, ids));
      return ids.map((id) => decided.find((row) => row.id === id)?.itemId);
    },
    more: async () => null,
    why: stateWhy(["published"]),
  }),
  "content-asked": ofItems({
    more: async (q, _, itemIds) => {
      const holds =
        itemIds.length === 0
          ? []
          : await q.select().from(contentHold).where(inArray(contentHold.itemId, itemIds));
      return new Map(holds.map((hold) => [hold.itemId, hold]));
    },
    why: ({ item, told, recipient, more }) => {
      const hold = more.get(item.id);
      return hold?.personId === recipient.personId && isMoment(hold.since, told)
        ? null
        : "Bạn không còn giữ bài này.";
    },
  }),
  "content-taken-over": ofItem(() => null),
  "content-readers": ofItem(() => null),
  "content-source-changed": ofItem(({ item }) =>
    item.state === "discarded" ? "Bản nháp lấy lại đã bỏ." : null,
  ),
  "content-reused": ofItem(() => null),
  "content-sibling-corrected": ofItem(({ item }) =>
    item.state === "discarded" ? "Bản nháp này đã bỏ." : null,
  ),
  "content-comment": ofItems({
    more: async (q, _, itemIds) =>
      itemIds.length === 0
        ? []
        : q.select().from(contentComment).where(inArray(contentComment.itemId, itemIds)),
    why: ({ told, more }) => {
      const made = more.find(({ id }) => id === told.about[1]);
      const comment = made?.parentId ? more.find(({ id }) => id === made.parentId) : made;
      return comment?.settledAt === null ? null : "Nhận xét này đã xong.";
    },
  }),
  ...storyMatters,
  ...tipMatters,
  ...practiceMatters,
  ...commendationMatters,
  "media-lost-right": ofItems({
    itemIds: async (_, told) => told.map(({ about }) => about[1]),
    more: async (q, told) => {
      const shown = await q
        .select({ mediaId: publicMedia.mediaId, itemId: publicMedia.itemId })
        .from(publicMedia)
        .where(
          inArray(
            publicMedia.mediaId,
            told.map(({ about }) => about[0]!),
          ),
        );
      return new Set(shown.map(({ mediaId, itemId }) => `${mediaId}:${itemId}`));
    },
    why: ({ item, told, more }) =>
      more.has(`${told.about[0]}:${item.id}`) ? null : "Ảnh không còn trên trang công khai.",
  }),
};
