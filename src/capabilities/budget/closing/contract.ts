import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { day, id, line, reason, some, uuid, year } from "../fields.ts";
import { budgetPolicy } from "../policy.ts";
import { closingStates } from "./closing.ts";

const right = budgetPolicy.right;
const closing = z.object({
  year: z.number().int(),
  open: z.array(z.object({ id: z.uuid(), label: z.string(), to: z.string() })),
  closings: z.array(
    z.object({
      id: z.uuid(),
      year: z.number().int(),
      state: z.enum(closingStates),
      documentNumber: z.string(),
      documentDay: z.string(),
      askedAt: z.date(),
      askedByName: z.string(),
      decidedAt: z.date().nullable(),
      decidedByName: z.string().nullable(),
      decisionWords: z.string(),
      reopenedAt: z.date().nullable(),
      reopenedByName: z.string().nullable(),
      reopenReason: z.string(),
    }),
  ),
  may: maySchema,
});

export const closingContract = {
  budgetClosing: procedure({
    method: "GET",
    path: "/budget-closings/{year}",
    summary: "Một năm ngân sách đang mở, chờ đóng hay đã đóng, và việc còn phải xong trước khi đóng",
    may: right("read"),
  })
    .input(z.object({ year }))
    .output(closing),
  askClosing: procedure({
    method: "POST",
    path: "/budget-closings",
    summary: "Đề nghị đóng năm ngân sách theo văn bản quyết toán",
    may: right("askClosing"),
  })
    .input(z.object({ id: uuid, year, documentNumber: some(60, "Số văn bản quyết toán"), documentDay: day }))
    .output(closing),
  decideClosing: procedure({
    method: "POST",
    path: "/budget-closings/{id}/decision",
    summary: "Đóng hoặc không đóng năm ngân sách; người đề nghị không tự quyết định",
    may: right("close"),
  })
    .input(id.extend({ approve: z.boolean(), words: line(1000, "Ý kiến").default("") }))
    .output(closing),
  reopenYear: procedure({
    method: "POST",
    path: "/budget-closings/{id}/reopen",
    summary: "Mở lại năm ngân sách đã đóng, kèm lý do",
    may: right("reopen"),
  })
    .input(id.extend({ reason }))
    .output(closing),
};
