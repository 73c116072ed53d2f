import { z } from "zod";
import { fileOutput, procedure } from "#platform/auth/contract-base.ts";
import { day, id, money, typed, uuid } from "../fields.ts";
import { budgetPolicy } from "../policy.ts";
import { royaltyPolicy } from "../royalties/policy.ts";

const count = z.number().int();

export const costsContract = {
  costs: procedure({
    method: "GET",
    path: "/budget-costs",
    summary: "Chi phí trên sản phẩm và trên người tiếp cận của các sản phẩm đăng giữa hai ngày",
    may: budgetPolicy.right("read"),
  })
    .input(z.object({ from: day, to: day }))
    .output(
      z.object({
        kinds: z.array(
          z.object({
            kind: z.string(),
            kindLabel: z.string(),
            published: count,
            known: count,
            total: money,
            unitCost: money.nullable(),
            /** The same a year before; null: not known. */
            before: money.nullable(),
          }),
        ),
        products: z.array(
          z.object({
            itemId: z.uuid(),
            title: z.string(),
            kind: z.string(),
            kindLabel: z.string(),
            cost: money.nullable(),
            /** By placement; `people` null: not measured. */
            reach: z.array(
              z.object({
                channel: z.string(),
                people: count.nullable(),
                takenAt: z.date().nullable(),
                isStale: z.boolean(),
                costOfOne: money.nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
  expenseCosts: procedure({
    method: "GET",
    path: "/budget-expenses/{id}/costs",
    summary: "Một khoản chi đã gắn cho những sản phẩm nào",
    may: budgetPolicy.right("read"),
  })
    .input(id)
    .output(z.object({ costs: z.array(z.object({ itemId: z.uuid(), amount: money })) })),
  tellCosts: procedure({
    method: "POST",
    path: "/budget-expenses/{id}/costs",
    summary: "Gắn khoản chi cho các sản phẩm, mỗi sản phẩm một phần",
    may: budgetPolicy.right("record"),
  })
    .input(
      id.extend({
        costs: z.array(z.object({ itemId: uuid, typed })).max(200, "Nhiều nhất 200 sản phẩm."),
      }),
    )
    .output(z.object({ costs: z.array(z.object({ itemId: z.uuid(), amount: money })) })),
  royaltyBundle: procedure({
    method: "GET",
    path: "/royalties/{id}/bundle",
    summary: "Tải hồ sơ thanh toán của một sản phẩm: minh chứng, bảng tính nhuận bút, chứng từ (.zip)",
    may: royaltyPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
};
