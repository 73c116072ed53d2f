import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { planPolicy } from "../policy.ts";
import { extensionStates } from "./extension.ts";
import { extensionPolicy } from "./policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const words = (missing: string) =>
  z.string().trim().min(1, missing).max(1000, "Nội dung dài quá 1.000 ký tự.");

const extensionOutput = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  taskTitle: z.string(),
  planId: z.uuid(),
  /** YYYY-MM-DD, the day when it was asked. */
  oldDay: z.string(),
  newDay: z.string(),
  reason: z.string(),
  askedByName: z.string(),
  askedAt: z.date(),
  state: z.enum(extensionStates),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decision: z.string().nullable(),
  may: maySchema,
});
const list = z.object({ extensions: z.array(extensionOutput) });

export const extensionContract = {
  openExtensions: procedure({
    method: "GET",
    path: "/extensions",
    summary: "Các đề nghị gia hạn chờ quyết định",
    may: planPolicy.right("read"),
  }).output(list),
  extensionsOfTask: procedure({
    method: "GET",
    path: "/tasks/{id}/extensions",
    summary: "Các lần đề nghị gia hạn của một nhiệm vụ",
    may: planPolicy.right("read"),
  })
    .input(id)
    .output(list.extend({ may: maySchema })),
  askForExtension: procedure({
    method: "POST",
    path: "/tasks/{id}/extensions",
    summary: "Đề nghị gia hạn một nhiệm vụ, kèm lý do",
    may: extensionPolicy.right("ask"),
  })
    .input(
      id.extend({
        newDay: z.iso.date("Hãy chọn ngày mới."),
        reason: words("Hãy ghi lý do xin gia hạn."),
      }),
    )
    .output(list.extend({ may: maySchema })),
  decideExtension: procedure({
    method: "POST",
    path: "/extensions/{id}/decide",
    summary: "Đồng ý hoặc không đồng ý gia hạn, kèm ý kiến",
    may: extensionPolicy.right("decide"),
  })
    .input(id.extend({ granted: z.boolean(), decision: words("Hãy ghi ý kiến.") }))
    .output(list.extend({ may: maySchema })),
  withdrawExtension: procedure({
    method: "POST",
    path: "/extensions/{id}/withdraw",
    summary: "Rút đề nghị gia hạn của mình",
    may: extensionPolicy.right("withdraw"),
  })
    .input(id)
    .output(list.extend({ may: maySchema })),
};
