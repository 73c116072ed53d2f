import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { sitePolicy } from "../policy.ts";
import { lastingNames, reviewStates } from "./lasting.ts";

export { type Lasting, lastings, type ReviewState } from "./lasting.ts";

const right = sitePolicy.right;
const id = z.uuid("Mã không đúng.");
const done = z.object({ id: z.uuid() });
const DAYS = "Xem lại sau 7 đến 1.100 ngày.";

export const pagesContract = {
  reviews: procedure({
    method: "GET",
    path: "/site/reviews",
    summary: "Trang của cổng đến hạn xem lại, hạn gần nhất trước",
    may: right("read"),
  })
    .input(
      z.object({
        state: z.enum([...reviewStates, "gone", "all"]).default("due"),
        lasting: z.enum(lastingNames).optional(),
        q: z.string().trim().max(200, "Từ tìm dài quá 200 ký tự.").optional(),
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
            lasting: z.enum(lastingNames).nullable(),
            gone: z.boolean(),
            successor: z.string().nullable(),
            visits: z.number().int(),
            ownerUnitId: z.uuid().nullable(),
            ownerUnitName: z.string().nullable(),
            ownerPersonId: z.uuid().nullable(),
            ownerPersonName: z.string().nullable(),
            reviewDays: z.number().int().nullable(),
            reviewBy: z.string().nullable(),
            changedAt: z.date().nullable(),
            reviewedAt: z.date().nullable(),
            reviewedByName: z.string().nullable(),
            state: z.enum(reviewStates),
            may: maySchema,
          }),
        ),
        total: z.number().int(),
        pageSize: z.number().int(),
        visitDays: z.number().int(),
        counts: z.object({ due: z.number().int(), near: z.number().int(), gone: z.number().int() }),
        units: z.array(z.object({ id: z.uuid(), name: z.string() })),
        people: z.array(z.object({ id: z.uuid(), name: z.string() })),
        may: maySchema,
      }),
    ),
  careForPage: procedure({
    method: "PUT",
    path: "/site/pages/{id}/care",
    summary: "Giao người, đơn vị phụ trách một trang, hạn xem lại",
    may: right("pages"),
  })
    .input(
      z.object({
        id,
        ownerUnitId: z.uuid("Đơn vị không đúng.").nullable(),
        ownerPersonId: z.uuid("Người không đúng.").nullable(),
        reviewDays: z.number(DAYS).int(DAYS).min(7, DAYS).max(1100, DAYS).nullable(),
      }),
    )
    .output(done),
  confirmPage: procedure({
    method: "POST",
    path: "/site/pages/{id}/confirm",
    summary: "Ghi: đã xem lại trang, còn đúng",
    may: right("review"),
  })
    .input(z.object({ id }))
    .output(done),
  nameSuccessor: procedure({
    method: "PUT",
    path: "/site/pages/{id}/successor",
    summary: "Ghi trang thay thế cho trang đã gỡ",
    may: right("pages"),
  })
    .input(
      z.object({
        id,
        successor: z
          .string()
          .trim()
          .max(500, "Địa chỉ dài quá 500 ký tự.")
          .regex(
            /^(\/(?![/\\])|https?:\/\/)[\x21-\x7e]*$/,
            "Ghi địa chỉ bắt đầu bằng / (trên cổng này) hoặc https://.",
          )
          .nullable(),
      }),
    )
    .output(done),
};
