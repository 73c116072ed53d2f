import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { id, planYear } from "../plan-shapes.ts";
import { planPolicy } from "../policy.ts";
import { planReadingSchema } from "../reading/plan-reading.ts";
import { correctionSchema } from "./correction.ts";

const LARGEST_DOCUMENT = 30 * 1024 * 1024;

const importOutput = z.object({
  id: z.uuid(),
  fileName: z.string(),
  reading: planReadingSchema,
  paragraphs: z.array(
    z.object({
      index: z.number().int(),
      text: z.string(),
      clausePath: z.string().nullable(),
      /** The tasks that it states, as positions in the reading's list. */
      tasks: z.array(z.number().int()).optional(),
      /** What is unsure here, as positions in the reading's warnings. */
      warnings: z.array(z.number().int()).optional(),
    }),
  ),
  planId: z.uuid().nullable(),
  /** Grows with each correction; whoever corrects or confirms names the one that was seen. */
  version: z.number().int(),
  canUndo: z.boolean(),
  /** A plan of the agency with the same number and day, or the same title and year. */
  samePlan: z.object({ id: z.uuid(), title: z.string(), year: z.number().int() }).nullable(),
  correctedAt: z.date().nullable(),
  may: maySchema,
});

/** A document read in to be looked at and corrected before it becomes a plan. */
export const previewContract = {
  importDocument: procedure({
    method: "POST",
    path: "/plan-imports",
    summary: "Đọc một tệp kế hoạch để xem trước; chưa đưa vào kế hoạch",
    may: planPolicy.right("import"),
  })
    .input(
      z.object({
        file: z
          .file("Hãy chọn một tệp.")
          .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
          .max(LARGEST_DOCUMENT, "Tệp lớn hơn 30 MB nên không được nhận."),
      }),
    )
    .output(importOutput),
  getImport: procedure({
    method: "GET",
    path: "/plan-imports/{id}",
    summary: "Bản xem trước của tệp kế hoạch",
    may: planPolicy.right("readImport"),
  })
    .input(id)
    .output(importOutput),
  listImports: procedure({
    method: "GET",
    path: "/plan-imports",
    summary: "Các bản xem trước chưa xác nhận",
    may: planPolicy.right("readImport"),
  }).output(
    z.object({
      imports: z.array(
        z.object({
          id: z.uuid(),
          fileName: z.string(),
          title: z.string().nullable(),
          personName: z.string().nullable(),
          createdAt: z.date(),
          correctedAt: z.date().nullable(),
        }),
      ),
      may: maySchema,
    }),
  ),
  correctImport: procedure({
    method: "POST",
    path: "/plan-imports/{id}/corrections",
    summary: "Sửa một chỗ của bản xem trước, hoặc hoàn tác lần sửa gần nhất",
    may: planPolicy.right("import"),
  })
    .input(id.extend({ version: z.number().int(), correction: correctionSchema }))
    .output(importOutput),
  discardImport: procedure({
    method: "DELETE",
    path: "/plan-imports/{id}",
    summary: "Bỏ một bản xem trước chưa xác nhận",
    may: planPolicy.right("import"),
  })
    .input(id)
    .output(z.object({ discarded: z.uuid() })),
  confirmImport: procedure({
    method: "POST",
    path: "/plan-imports/{id}/confirm",
    summary: "Xác nhận: đưa bản xem trước vào thành kế hoạch",
    may: planPolicy.right("import"),
  })
    .input(
      id.extend({
        year: planYear,
        version: z.number().int(),
        /** The agency from above whose plan it is, to be held beside the own ones only. */
        issuer: z.string().trim().min(1, "Hãy nhập cơ quan ban hành.").max(200).nullable().default(null),
      }),
    )
    /** `inForce`: it came into force with this, being the first of the running year. */
    .output(z.object({ planId: z.uuid(), inForce: z.boolean() })),
  clone: procedure({
    method: "POST",
    path: "/plans/{id}/clone",
    summary: "Bắt đầu kế hoạch năm sau từ kế hoạch này: một bản xem trước, năm và ngày chuyển sang năm sau",
    may: planPolicy.right("import"),
  })
    .input(id)
    .output(z.object({ importId: z.uuid() })),
};
