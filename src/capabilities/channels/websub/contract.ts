import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { subscriptionPolicy } from "./policy.ts";

const right = subscriptionPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });

const list = z.object({
  subscriptions: z.array(
    z.object({
      id: z.uuid(),
      /** Where it is sent: the host alone, since whoever knows the whole address could pass for us. */
      callbackHost: z.string(),
      topic: z.string(),
      feed: z.string(),
      begunAt: z.date(),
      leaseUntil: z.date(),
      /** Since when nothing has come through. */
      failingSince: z.date().nullable(),
      lastSentAt: z.date().nullable(),
      /** What came of the last call; null: none yet, or not known. */
      lastWords: z.string().nullable(),
      nextTryAt: z.date().nullable(),
      isOn: z.boolean(),
      endedAt: z.date().nullable(),
      endedReason: z.string().nullable(),
      /** It cannot ask again by itself for now. */
      isBarred: z.boolean(),
      may: maySchema,
    }),
  ),
  total: z.number().int(),
  pageSize: z.number().int(),
});

export const feedContract = {
  feedSubscriptions: procedure({
    method: "GET",
    path: "/feed-subscriptions",
    summary: "Nơi theo dõi nguồn tin",
    may: right("read"),
  })
    .input(z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }))
    .output(list),
  endFeedSubscription: procedure({
    method: "POST",
    path: "/feed-subscriptions/{id}/end",
    summary: "Thôi gửi nguồn tin tới một nơi",
    may: right("end"),
  })
    .input(id.extend({ reason: z.string().trim().max(500, "Lý do dài quá 500 ký tự.") }))
    .output(list),
  allowFeedSubscription: procedure({
    method: "POST",
    path: "/feed-subscriptions/{id}/allow",
    summary: "Cho một nơi đăng ký lại nguồn tin",
    may: right("allow"),
  })
    .input(id)
    .output(list),
};
