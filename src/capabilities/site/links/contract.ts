import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { sitePolicy } from "../policy.ts";
import { linkFaultNames } from "./link-state.ts";

export { linkFaults } from "./link-state.ts";

const right = sitePolicy.right;
const id = z.uuid("Mã không đúng.");

const link = z.object({
  address: z.string(),
  words: z.string(),
  fault: z.enum(linkFaultNames),
  status: z.number().int().nullable(),
  since: z.date(),
  checkedAt: z.date(),
  /** It is to be looked at within a minute. */
  waits: z.boolean(),
  settledReason: z.string().nullable(),
  settledByName: z.string().nullable(),
  settledAt: z.date().nullable(),
});

export const linksContract = {
  brokenLinks: procedure({
    method: "GET",
    path: "/site/broken-links",
    summary: "Liên kết hỏng trong trang công khai, trang nhiều lượt xem trước",
    may: right("read"),
  })
    .input(
      z.object({
        settled: z
          .enum(["true", "false"])
          .default("false")
          .transform((value) => value === "true"),
        id: id.optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        pages: z.array(
          z.object({
            id: z.uuid(),
            path: z.string(),
            title: z.string(),
            visits: z.number().int(),
            waits: z.boolean(),
            links: z.array(link),
          }),
        ),
        total: z.number().int(),
        pageSize: z.number().int(),
        visitDays: z.number().int(),
        counts: z.object({
          pages: z.number().int(),
          read: z.number().int(),
          addresses: z.number().int(),
          checked: z.number().int(),
          unsure: z.number().int(),
        }),
        may: maySchema,
      }),
    ),
  checkPageLinks: procedure({
    method: "POST",
    path: "/site/pages/{id}/check-links",
    summary: "Kiểm tra lại liên kết của một trang",
    may: right("pages"),
  })
    .input(z.object({ id }))
    .output(z.object({ id: z.uuid() })),
  settleLink: procedure({
    method: "POST",
    path: "/site/pages/{id}/settle-link",
    summary: "Để nguyên một liên kết hỏng, có lý do",
    may: right("pages"),
  })
    .input(
      z.object({
        id,
        address: z.string().min(1, "Thiếu địa chỉ.").max(2000, "Địa chỉ dài quá 2.000 ký tự."),
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(500, "Lý do dài quá 500 ký tự."),
      }),
    )
    .output(z.object({ id: z.uuid() })),
};
