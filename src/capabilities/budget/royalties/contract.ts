import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { day, id, line, money, reason, some, typed, uuid } from "../fields.ts";
import { royaltyPolicy } from "./policy.ts";
import { roundings, royaltyStates } from "./royalty.ts";

const right = royaltyPolicy.right;

/** Coefficients are hundredths, money whole đồng. */
const rate = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindLabel: z.string(),
  grade: z.string(),
  least: z.number().int(),
  most: z.number().int(),
});
const table = z.object({
  id: z.uuid(),
  name: z.string(),
  basis: z.string(),
  unitValue: money,
  rounding: z.number().int(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  isUsed: z.boolean(),
  rates: z.array(rate),
});
const royalty = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  lineId: z.uuid(),
  lineName: z.string(),
  grade: z.string(),
  state: z.enum(royaltyStates),
  unitValue: money,
  rounding: z.number().int(),
  coefficient: z.number().int(),
  amount: money,
  note: z.string(),
  decisionWords: z.string(),
  cancelledByName: z.string().nullable(),
  cancelledReason: z.string(),
  proposedByName: z.string(),
  decidedByName: z.string().nullable(),
  /** `part` in hundredths of a percent. */
  shares: z.array(z.object({ name: z.string(), part: z.number().int(), amount: money })),
  paidOn: z.string().nullable(),
  isConfirmed: z.boolean(),
  documentNumber: z.string().nullable(),
  may: maySchema,
});
const royalties = z.object({
  products: z.array(
    z.object({
      itemId: z.uuid(),
      title: z.string(),
      kind: z.string(),
      kindLabel: z.string(),
      unitName: z.string(),
      publishedAt: z.date(),
      /** What the dossier lacks before it is paid, in words. */
      missing: z.array(z.string()),
      royalties: z.array(royalty),
    }),
  ),
  lines: z.array(z.object({ id: z.uuid(), name: z.string(), free: money })),
  tables: z.array(table),
  /** The budget year of the last day is closed. */
  isClosed: z.boolean(),
  may: maySchema,
});
const done = z.object({ id: z.uuid() });
const coefficient = line(8, "Hệ số");

export const royaltiesContract = {
  royalties: procedure({
    method: "GET",
    path: "/royalties",
    summary: "Sản phẩm đăng giữa hai ngày, nhuận bút và phần còn thiếu của hồ sơ thanh toán",
    may: right("read"),
  })
    .input(z.object({ from: day, to: day }))
    .output(royalties),
  saveRateTable: procedure({
    method: "PUT",
    path: "/royalty-tables",
    summary: "Ghi khung nhuận bút có ngày hiệu lực; đã dùng thì chỉ sửa tên, căn cứ, ngày hết hiệu lực",
    may: right("setRates"),
  })
    .input(
      z.object({
        id: uuid,
        name: some(200, "Tên khung"),
        basis: some(500, "Căn cứ"),
        unitTyped: typed,
        rounding: z.literal(roundings, "Hãy chọn mức làm tròn."),
        validFrom: day,
        validTo: day.nullable(),
        rates: z
          .array(
            z.object({
              kind: some(60, "Loại sản phẩm"),
              grade: some(100, "Bậc"),
              least: coefficient,
              most: coefficient,
            }),
          )
          .min(1, "Hãy ghi ít nhất một bậc.")
          .max(200, "Nhiều nhất 200 bậc."),
      }),
    )
    .output(done),
  royaltyStart: procedure({
    method: "GET",
    path: "/content/{itemId}/royalty-start",
    summary: "Các bậc nhuận bút có hiệu lực khi sản phẩm được đăng và người viết",
    may: right("read"),
  })
    .input(z.object({ itemId: uuid }))
    .output(
      z.object({
        rates: z.array(rate.extend({ tableName: z.string(), unitValue: money, rounding: z.number().int() })),
        authors: z.array(z.object({ personId: z.uuid(), name: z.string() })),
      }),
    ),
  proposeRoyalty: procedure({
    method: "POST",
    path: "/content/{itemId}/royalties",
    summary: "Đề xuất nhuận bút cho một sản phẩm; mỗi sản phẩm một lần",
    may: right("propose"),
  })
    .input(
      z.object({
        id: uuid,
        itemId: uuid,
        lineId: z.uuid("Hãy chọn dòng dự toán."),
        rateId: z.uuid("Hãy chọn bậc nhuận bút."),
        coefficient,
        note: line(500, "Ghi chú"),
        shares: z
          .array(
            z.object({
              personId: uuid.nullable(),
              name: some(200, "Tên người hưởng"),
              part: z.number().int().min(1, "Phần lớn hơn 0.").max(10_000, "Phần nhiều nhất 100%."),
            }),
          )
          .min(1, "Hãy ghi người hưởng.")
          .max(30, "Nhiều nhất 30 người."),
      }),
    )
    .output(done),
  decideRoyalty: procedure({
    method: "POST",
    path: "/royalties/{id}/decision",
    summary: "Duyệt hoặc không duyệt nhuận bút",
    may: right("decide"),
  })
    .input(id.extend({ approve: z.boolean(), words: line(500, "Ý kiến").default("") }))
    .output(done),
  cancelRoyalty: procedure({
    method: "POST",
    path: "/royalties/{id}/cancel",
    summary: "Hủy nhuận bút đã duyệt mà chưa trả, kèm lý do; sản phẩm đề xuất lại được",
    may: right("cancel"),
  })
    .input(id.extend({ reason }))
    .output(done),
  payRoyalty: procedure({
    method: "POST",
    path: "/royalties/{id}/payment",
    summary: "Trả nhuận bút đã duyệt, một lần, khi hồ sơ thanh toán đủ",
    may: right("pay"),
  })
    .input(
      id.extend({
        expenseId: uuid,
        documentNumber: some(60, "Số chứng từ"),
        documentDay: day,
        paidOn: day,
      }),
    )
    .output(done),
};
