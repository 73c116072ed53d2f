import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { linksContract } from "./links/contract.ts";
import { pagesContract } from "./pages/contract.ts";
import { sitePolicy } from "./policy.ts";
import { lights, outcomeNames, reportSortNames } from "./reports/page-report.ts";
import { sectionStates } from "./sections/required-sections.ts";

export { linkFaults } from "./links/contract.ts";
export { type Lasting, lastings, type ReviewState } from "./pages/contract.ts";
export * from "./reports/page-report.ts";
export * from "./sections/required-sections.ts";

const right = sitePolicy.right;
const days = (most: number, message: string) =>
  z.coerce.number(message).int(message).min(1, message).max(most, message);

const rule = z.object({
  answerDays: days(60, "Số ngày trả lời từ 1 đến 60."),
  warnDays: days(60, "Số ngày báo trước từ 1 đến 60."),
  basis: z.string().trim().max(500, "Căn cứ dài quá 500 ký tự."),
  frameHosts: z
    .array(
      z
        .string()
        .trim()
        .regex(
          /^https:\/\/[a-z0-9.-]{1,200}(:\d{1,5})?$/,
          "Ghi như https://bacninh.gov.vn, không có gì phía sau.",
        ),
    )
    .max(30, "Tối đa 30 trang.")
    .default([]),
});

const report = z.object({
  id: z.uuid(),
  path: z.string(),
  sort: z.enum(reportSortNames),
  words: z.string(),
  receivedAt: z.date(),
  dueOn: z.string(),
  light: z.enum(lights),
  /** An answer by mail was asked for. */
  wantsMail: z.boolean(),
  outcome: z.enum(outcomeNames).nullable(),
  answer: z.string().nullable(),
  correctedPath: z.string().nullable(),
  answeredAt: z.date().nullable(),
  answeredByName: z.string().nullable(),
  may: maySchema,
});

const sectionSlug = z.string().trim().max(100, "Mục không đúng.");
const done = z.object({ slug: z.string() });

const section = z.object({
  slug: z.string(),
  title: z.string(),
  holds: z.string(),
  ground: z.enum(["read", "to-verify"]),
  english: z.boolean(),
  state: z.enum(sectionStates),
  count: z.number().int(),
  texts: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      href: z.string(),
      publishedAt: z.date(),
      updatedAt: z.date(),
    }),
  ),
  parts: z.array(z.object({ href: z.string(), label: z.string(), count: z.number().int() })),
  elsewhere: z.string().nullable(),
  absentReason: z.string().nullable(),
  lastChange: z.date().nullable(),
  reviewDays: z.number().int(),
  reviewBy: z.string().nullable(),
  reviewedAt: z.date().nullable(),
  reviewedByName: z.string().nullable(),
  ownerUnitId: z.uuid().nullable(),
  ownerUnitName: z.string().nullable(),
});

const counted = z.object({ useful: z.number().int(), notUseful: z.number().int() });

export const siteContract = {
  reports: procedure({
    method: "GET",
    path: "/site/reports",
    summary: "Báo lỗi thông tin của người đọc, hạn gần nhất trước",
    may: right("read"),
  })
    .input(
      z.object({
        light: z.enum(lights).optional(),
        q: z.string().trim().max(200, "Từ tìm dài quá 200 ký tự.").optional(),
        id: z.uuid("Mã không đúng.").optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        reports: z.array(report),
        total: z.number().int(),
        pageSize: z.number().int(),
        counts: z.object({
          open: z.number().int(),
          near: z.number().int(),
          overdue: z.number().int(),
          inTime: z.number().int(),
          late: z.number().int(),
        }),
        rule,
        may: maySchema,
      }),
    ),
  answerReport: procedure({
    method: "POST",
    path: "/site/reports/{id}/answer",
    summary: "Trả lời báo lỗi thông tin",
    may: right("answer"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        outcome: z.enum(outcomeNames, { error: "Hãy chọn kết quả." }),
        answer: z.string().trim().min(1, "Hãy ghi trả lời.").max(3000, "Trả lời dài quá 3.000 ký tự."),
        correctedPath: z.string().trim().max(500, "Địa chỉ dài quá 500 ký tự.").nullable().default(null),
      }),
    )
    .output(z.object({ id: z.uuid() })),
  votes: procedure({
    method: "GET",
    path: "/site/votes",
    summary: "Trang có hữu ích không: ý kiến người đọc theo trang",
    may: right("read"),
  })
    .input(z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }))
    .output(
      z.object({
        since: z.string(),
        pages: z.array(counted.extend({ path: z.string() })),
        all: counted,
      }),
    ),
  following: procedure({
    method: "GET",
    path: "/site/following",
    summary: "Bao nhiêu người đọc theo dõi chủ đề nào qua thư",
    may: right("read"),
  }).output(
    z.object({
      sendsMail: z.boolean(),
      days: z.number().int(),
      readers: z.number().int(),
      topics: z.array(z.object({ topic: z.string(), label: z.string(), readers: z.number().int() })),
      mails: z.number().int(),
      left: z.number().int(),
      returned: z.number().int(),
      may: maySchema,
    }),
  ),
  stopAddress: procedure({
    method: "POST",
    path: "/site/following/stop-address",
    summary: "Ngừng gửi tin đến một địa chỉ thư bị trả lại",
    may: right("stop"),
  })
    .input(
      z.object({ address: z.email("Địa chỉ thư chưa đúng.").max(200, "Địa chỉ thư dài quá 200 ký tự.") }),
    )
    .output(z.object({ ended: z.number().int() })),
  sections: procedure({
    method: "GET",
    path: "/site/sections",
    summary: "Các mục phải công khai: đã có, còn trống, đến hạn xem lại",
    may: right("read"),
  }).output(
    z.object({
      sections: z.array(section),
      units: z.array(z.object({ id: z.uuid(), name: z.string() })),
      english: z.array(z.object({ unitId: z.uuid().nullable(), name: z.string() })),
      may: maySchema,
    }),
  ),
  lookAfterSection: procedure({
    method: "PUT",
    path: "/site/sections/{slug}",
    summary: "Giao đơn vị phụ trách, hạn xem lại, nơi đăng của một mục",
    may: right("sections"),
  })
    .input(
      z.object({
        slug: sectionSlug,
        ownerUnitId: z.uuid("Đơn vị không đúng.").nullable(),
        reviewDays: z.coerce
          .number("Xem lại sau 7 đến 1.100 ngày.")
          .int("Xem lại sau 7 đến 1.100 ngày.")
          .min(7, "Xem lại sau 7 đến 1.100 ngày.")
          .max(1100, "Xem lại sau 7 đến 1.100 ngày."),
        elsewhere: z
          .url({ protocol: /^https?$/, error: "Ghi địa chỉ đầy đủ, bắt đầu bằng https://." })
          .max(500, "Địa chỉ dài quá 500 ký tự.")
          .nullable(),
        absentReason: z
          .string()
          .trim()
          .min(1, "Hãy nêu lý do.")
          .max(500, "Lý do dài quá 500 ký tự.")
          .nullable(),
      }),
    )
    .output(done),
  confirmSection: procedure({
    method: "POST",
    path: "/site/sections/{slug}/confirm",
    summary: "Ghi: đã xem lại mục, còn đúng",
    may: right("sections"),
  })
    .input(z.object({ slug: sectionSlug }))
    .output(done),
  putText: procedure({
    method: "POST",
    path: "/site/sections/{slug}/texts",
    summary: "Gắn bài đang đăng vào một mục",
    may: right("sections"),
  })
    .input(
      z.object({
        slug: sectionSlug,
        address: z.string().trim().min(1, "Hãy ghi địa chỉ bài.").max(500, "Địa chỉ dài quá 500 ký tự."),
      }),
    )
    .output(done),
  takeTextOut: procedure({
    method: "DELETE",
    path: "/site/sections/{slug}/texts/{itemId}",
    summary: "Gỡ bài khỏi một mục",
    may: right("sections"),
  })
    .input(z.object({ slug: sectionSlug, itemId: z.uuid("Mã không đúng.") }))
    .output(done),
  setEnglishName: procedure({
    method: "PUT",
    path: "/site/english-name",
    summary: "Ghi tên tiếng Anh của cơ quan hoặc đơn vị",
    may: right("sections"),
  })
    .input(
      z.object({
        unitId: z.uuid("Đơn vị không đúng.").nullable(),
        name: z.string().trim().max(200, "Tên dài quá 200 ký tự."),
      }),
    )
    .output(z.object({ name: z.string() })),
  ...linksContract,
  ...pagesContract,
  setRule: procedure({
    method: "PUT",
    path: "/site/rule",
    summary: "Đặt hạn trả lời người đọc",
    may: right("rule"),
  })
    .input(rule)
    .output(rule),
};
