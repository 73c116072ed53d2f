import { z } from "zod";
import { entryFilter } from "#newsroom/contract";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { accountPolicy } from "../accounts/policy.ts";
import { deliverySummary } from "../deliveries/contract.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";

const right = accountPolicy.right;
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "Giờ gồm giờ và phút, ví dụ 07:30.");
const windows = z
  .array(
    z
      .object({
        days: z.array(z.number().int().min(1).max(7)).min(1, "Hãy chọn ít nhất một thứ trong tuần.").max(7),
        from: clock,
        to: clock,
      })
      .refine(({ from, to }) => from !== to, "Giờ đầu và giờ cuối trùng nhau."),
  )
  .max(30, "Nhiều khung giờ quá; hãy gộp bớt.");
const most = z
  .number("Hãy ghi số bài.")
  .int("Số bài là số nguyên.")
  .min(0)
  .max(1000, "Nhiều nhất 1.000 bài.");

const limits = z.object({
  good: windows.nullable(),
  closed: windows.nullable(),
  closedOnDaysOff: z.boolean().nullable(),
  mostPerDay: most.nullable(),
  mostPerDayInCampaign: most.nullable(),
  minutesApart: z
    .number("Hãy ghi số phút.")
    .int("Số phút là số nguyên.")
    .min(0)
    .max(1440, "Nhiều nhất một ngày (1.440 phút).")
    .nullable(),
});
const holds = z.object({
  good: windows,
  closed: windows,
  closedOnDaysOff: z.boolean(),
  mostPerDay: z.number().int(),
  mostPerDayInCampaign: z.number().int(),
  minutesApart: z.number().int(),
});
const scope = z.object({
  network: z.string().max(50).nullable(),
  accountId: z.uuid("Mã không đúng.").nullable(),
});

const pastRow = z.object({
  at: z.number().int(),
  posts: z.number().int(),
  median: z.number().int().nullable(),
});

const hours = z.object({
  scopes: z.array(
    scope.extend({
      label: z.string(),
      /** So many a day the network takes itself, as far as it is known. */
      networkPerDay: z.number().int().nullable(),
      own: limits,
      /** What holds there in the end. */
      holds,
      /** What would hold there without its own. */
      wider: holds,
    }),
  ),
  quiet: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      fromDay: z.string(),
      toDay: z.string(),
      reason: z.string(),
      /** So many deliveries that are to go out on these days wait. */
      waiting: z.number().int(),
    }),
  ),
  /** How own posts of the last year did by when they were posted: the middle of their views, null: too few posts. */
  past: z.array(
    z.object({
      network: z.string(),
      label: z.string(),
      posts: z.number().int(),
      median: z.number().int().nullable(),
      byHour: z.array(pastRow),
      /** 1: Monday. */
      byWeekday: z.array(pastRow),
    }),
  ),
  /** Fewer posts than this tell nothing. */
  fewest: z.number().int(),
  may: maySchema,
});

const remarkOutput = z.object({
  kind: z.string(),
  weight: z.enum(["refused", "forbidden", "warning", "note"]),
  words: z.string(),
});

export const postingContract = {
  postingHours: procedure({
    method: "GET",
    path: "/posting-hours",
    summary: "Giờ đăng trên các kênh",
    may: right("read"),
  }).output(hours),
  savePostingRule: procedure({
    method: "PUT",
    path: "/posting-hours",
    summary: "Đặt giờ đăng của cơ quan, của một kênh, của một tài khoản",
    may: right("setHours"),
  })
    .input(scope.extend(limits.shape))
    .output(hours),
  addQuietDays: procedure({
    method: "POST",
    path: "/posting-hours/quiet-days",
    summary: "Thêm những ngày không đăng",
    may: right("setHours"),
  })
    .input(
      scope.extend({
        id: z.uuid("Mã không đúng."),
        fromDay: z.iso.date("Hãy chọn ngày đầu."),
        toDay: z.iso.date("Hãy chọn ngày cuối."),
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(300, "Lý do dài quá 300 ký tự."),
      }),
    )
    .output(hours),
  removeQuietDays: procedure({
    method: "DELETE",
    path: "/posting-hours/quiet-days/{id}",
    summary: "Bỏ những ngày không đăng",
    may: right("setHours"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(hours),
  calendarDeliveries: procedure({
    method: "GET",
    path: "/deliveries-by-day",
    summary: "Lượt đăng trên các kênh giữa hai ngày",
    may: deliveryPolicy.right("read"),
  })
    .input(
      entryFilter.extend({
        from: z.iso.date("Hãy chọn ngày đầu."),
        to: z.iso.date("Hãy chọn ngày cuối."),
        accountId: z.uuid("Mã không đúng.").optional(),
      }),
    )
    .output(
      z.object({
        isCut: z.boolean(),
        deliveries: z.array(
          deliverySummary.extend({
            at: z.date(),
            /** It has no hour of its own and goes out with its text. */
            follows: z.boolean(),
          }),
        ),
      }),
    ),
  moveDelivery: procedure({
    method: "POST",
    path: "/deliveries/{id}/move",
    summary: "Dời giờ đăng của một lượt đăng",
    may: deliveryPolicy.right("write"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        /** Null: together with its text again. */
        at: z.coerce.date("Hãy chọn ngày, giờ.").nullable(),
        /** The hour under which the caller saw it; null: it had none of its own. */
        seenAt: z.coerce.date("Giờ đang thấy không đúng.").nullable(),
        timeReason: z.string().trim().max(500, "Lý do dài quá 500 ký tự.").nullable().default(null),
      }),
    )
    .output(z.object({ at: z.date().nullable() })),
  checkPostingTime: procedure({
    method: "POST",
    path: "/content/{id}/posting-time",
    summary: "Xem giờ đăng có vướng gì không, giờ tốt gần nhất là lúc nào",
    may: deliveryPolicy.right("plan"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        accountIds: z.array(z.uuid("Mã không đúng.")).max(100),
        wantedAt: z.coerce.date("Giờ đăng không đúng.").nullable(),
        /** The delivery whose hour it is, where it is planned already. */
        deliveryId: z.uuid("Mã không đúng.").nullable().default(null),
      }),
    )
    .output(
      z.object({
        at: z.date().nullable(),
        accounts: z.array(
          z.object({ accountId: z.uuid(), name: z.string(), remarks: z.array(remarkOutput) }),
        ),
        isHindered: z.boolean(),
        nextGood: z.date().nullable(),
        mayOverrule: z.boolean(),
      }),
    ),
};
