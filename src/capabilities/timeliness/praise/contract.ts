import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { periodCode } from "../period-input.ts";
import { dossierPolicy } from "../policy.ts";

const count = z.number().int();
const measure = z.object({
  period: periodCode,
  leastResolved: z.coerce
    .number("Hãy ghi một số nguyên.")
    .int()
    .min(1, "Ít nhất là 1.")
    .max(100_000)
    .default(10),
  leastShare: z.coerce
    .number("Hãy ghi một tỷ lệ.")
    .min(0, "Không thể âm.")
    .max(100, "Nhiều nhất 100.")
    .default(95),
});
const facts = { early: count, onTime: count, resolved: count };

const praise = z.object({
  label: z.string(),
  units: z.array(z.object({ key: z.string(), label: z.string(), late: count, ...facts })),
  praised: z.array(
    z.object({ key: z.string(), unit: z.string(), ...facts, praisedAt: z.date(), praisedByName: z.string() }),
  ),
  may: maySchema,
});

export const praiseContract = {
  praise: procedure({
    method: "GET",
    path: "/timeliness-praise",
    summary: "Đơn vị nên biểu dương theo số liệu của một kỳ, và đơn vị đã được duyệt",
    may: dossierPolicy.right("read"),
  })
    .input(measure)
    .output(praise),
  praiseUnits: procedure({
    method: "POST",
    path: "/timeliness-praise",
    summary: "Duyệt biểu dương các đơn vị; thành một gợi ý nội dung cho tòa soạn",
    may: dossierPolicy.right("praise"),
  })
    .input(
      measure.extend({
        keys: z
          .array(z.string().min(1, "Hãy chọn đơn vị.").max(1000, "Tên dài quá."))
          .min(1, "Hãy chọn ít nhất một đơn vị.")
          .max(200, "Nhiều nhất 200 đơn vị."),
      }),
    )
    .output(praise),
};
