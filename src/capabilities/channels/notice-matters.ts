import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { byFirstId, type NoticeMatters, type ToldMatter } from "#platform/work/notice-matters.ts";
import type { Change } from "./changes/change-queries.ts";
import type { Delivery } from "./deliveries/delivery-queries.ts";
import { bounceMatters } from "./press-room/bounces/bounce-matters.ts";
import { enquiryMatters } from "./press-room/enquiries/enquiry-matters.ts";
import { spokespersonMatters } from "./press-room/spokespeople/spokesperson-matters.ts";
import {
  accountAdministrator,
  channelAccount,
  channelCredential,
  delivery,
  figureSource,
  placement,
  placementChange,
  webhook,
} from "./tables.ts";

const ofDelivery = (why: (row: Delivery, told: ToldMatter) => string | null) =>
  byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(delivery)
        .where(and(eq(delivery.agencyId, agencyId), inArray(delivery.id, ids))),
    (row, told) => (row ? why(row, told) : "Lượt đăng không còn."),
  );

const attemptIs = (row: Delivery, { about }: ToldMatter) => row.attempts === Number(about[1]);

const ofPlacement = (
  why: (place: typeof placement.$inferSelect | undefined, told: ToldMatter) => string | null,
) =>
  byFirstId(
    async (q, ids, agencyId) =>
      (
        await q
          .select({ place: placement })
          .from(placement)
          .where(and(eq(placement.agencyId, agencyId), inArray(placement.deliveryId, ids)))
      ).map(({ place: { deliveryId, ...place } }) => ({ ...place, deliveryId, id: deliveryId })),
    why,
  );

const ofChange = (isOpen: (row: Change, about: string[]) => boolean, over: string) =>
  byFirstId<Change>(
    (q, ids, agencyId) =>
      q
        .select()
        .from(placementChange)
        .where(and(eq(placementChange.agencyId, agencyId), inArray(placementChange.id, ids))),
    (row, { about }) => (row && isOpen(row, about) ? null : over),
  );

/** What the channels tell of, looked up again. */
export const noticeMatters: NoticeMatters = {
  ...spokespersonMatters,
  ...enquiryMatters,
  ...bounceMatters,
  "delivery-refused": ofDelivery((row, told) =>
    row.state === "refused" && attemptIs(row, told) ? null : "Lượt đăng đã được xử lý.",
  ),
  "delivery-unknown": ofDelivery((row, told) =>
    row.state === "unknown" && row.needsPerson && attemptIs(row, told) ? null : "Đã rõ bài lên hay chưa.",
  ),
  "delivery-partly": ofDelivery((row, about) =>
    row.state === "placed" && row.reason !== null && attemptIs(row, about)
      ? null
      : "Đã gửi tiếp tới nơi chưa nhận.",
  ),
  "delivery-by-hand": ofDelivery((row) =>
    row.state === "submitted" ? null : "Bài đã được đăng tay hoặc đã thôi đăng.",
  ),
  "delivery-missed": ofDelivery((row, { moment }) => {
    if (row.state !== "pending" && row.state !== "failed") return "Bài đã lên kênh hoặc đã thôi đăng.";
    return row.dueAt?.toISOString() === moment ? null : "Bài đã được dời sang giờ khác.";
  }),
  "delivery-recalled": ofDelivery((row) => (row.state === "placed" ? null : "Bài đã được gỡ khỏi kênh.")),
  "delivery-outdated": ofPlacement((place, { about }) =>
    place && place.takenDownAt === null && place.revisionId !== about[1]
      ? null
      : "Bản trên kênh đã là bản mới hoặc đã gỡ.",
  ),
  "webhook-off": byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(webhook)
        .where(and(eq(webhook.agencyId, agencyId), inArray(webhook.id, ids))),
    (system) =>
      system && system.offReason !== null ? null : "Đã báo lại, hoặc đã thôi báo cho hệ thống này.",
  ),
  "change-refused": ofChange(
    (row, about) => row.state === "refused" && row.attempts === Number(about[1]),
    "Việc sửa, gỡ này đã được xử lý.",
  ),
  "change-unknown": ofChange(
    (row, about) => row.state === "unknown" && row.needsPerson && row.attempts === Number(about[1]),
    "Đã rõ kênh đã sửa, gỡ hay chưa.",
  ),
  "change-words": ofChange(
    (row) => row.state === "waiting" && row.ownText !== null && row.ownTextApprovedBy === null,
    "Lời mới đã được duyệt hoặc việc sửa đã thôi.",
  ),
  // What a letter could not reach is told once; whoever reads it calls there.
  "change-partly": ofChange(() => true, ""),
  "change-missed": ofChange(
    ({ state }) => state === "waiting" || state === "failed",
    "Kênh đã được sửa, gỡ hoặc việc đã thôi.",
  ),
  "account-administrator-leaves": byFirstId(
    async (q, ids, agencyId) =>
      (
        await q
          .selectDistinct({ id: accountAdministrator.personId })
          .from(accountAdministrator)
          .innerJoin(channelAccount, eq(channelAccount.id, accountAdministrator.accountId))
          .where(
            and(
              eq(accountAdministrator.agencyId, agencyId),
              inArray(accountAdministrator.personId, ids),
              isNull(accountAdministrator.until),
              ne(channelAccount.state, "closed"),
            ),
          )
      ).map(({ id }) => ({ id })),
    (held) => (held ? null : "Tài khoản đã giao cho người khác quản trị."),
  ),
  "account-expires": byFirstId(
    async (q, ids, agencyId) =>
      (
        await q
          .select()
          .from(channelCredential)
          .where(and(eq(channelCredential.agencyId, agencyId), inArray(channelCredential.accountId, ids)))
      ).map(({ accountId: id, expiresAt }) => ({ id, expiresAt })),
    (found, { about }) =>
      found?.expiresAt?.toISOString().slice(0, 10) === about[2] ? null : "Tài khoản đã được kết nối lại.",
  ),
  "figures-post-gone": ofPlacement((place) =>
    place?.goneAt && place.takenDownAt === null
      ? null
      : "Bài đã được ghi gỡ, kênh lại thấy bài, hoặc có người cho biết bài vẫn còn.",
  ),
  "figures-missing": byFirstId(
    async (q, ids, agencyId) =>
      (
        await q
          .select()
          .from(figureSource)
          .where(and(eq(figureSource.agencyId, agencyId), inArray(figureSource.accountId, ids)))
      ).map(({ accountId: id, missing }) => ({ id, missing })),
    (found, { about }) => (found?.missing[about[1]!] ? null : "Mạng đã cho số liệu này trở lại."),
  ),
  "account-locked-out": byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(channelAccount)
        .where(and(eq(channelAccount.agencyId, agencyId), inArray(channelAccount.id, ids))),
    (account) => (account?.state === "paused" ? null : "Tài khoản đã đăng lại được hoặc đã đóng."),
  ),
};
