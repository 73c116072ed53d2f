import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { documentPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã văn bản không đúng.") });
const reason = z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1000 ký tự.");
const related = z.object({
  id: z.uuid(),
  type: z.string(),
  number: z.string().nullable(),
  abstract: z.string().nullable(),
  slug: z.string().nullable(),
});
const amendment = related.extend({ fromDay: z.string() });

const standingOutput = z.object({
  /** Address below /van-ban; null: it has never been public. */
  slug: z.string().nullable(),
  publishedAt: z.date().nullable(),
  publishedBy: z.string().nullable(),
  /** Working days from the day of issue to the day it became public. */
  workingDays: z.number().int().nullable(),
  takenOffAt: z.date().nullable(),
  takenOffReason: z.string().nullable(),
  /** Null: nobody said that it is not to become public. */
  keptOff: z.object({ reason: z.string(), markedAt: z.date(), markedByName: z.string() }).nullable(),
  amendedBy: z.array(amendment),
  amends: z.array(amendment),
  replaces: z.array(related),
  may: maySchema,
});

export const publishingContract = {
  standing: procedure({
    method: "GET",
    path: "/documents/{id}/standing",
    summary: "Văn bản trên cổng và quan hệ với văn bản khác",
    may: documentPolicy.right("read"),
  })
    .input(id)
    .output(standingOutput),
  publish: procedure({
    method: "POST",
    path: "/documents/{id}/publish",
    summary: "Đưa văn bản lên cổng",
    may: documentPolicy.right("publish"),
  })
    .input(id)
    .output(standingOutput),
  takeOff: procedure({
    method: "POST",
    path: "/documents/{id}/take-off",
    summary: "Rút văn bản khỏi cổng, có lý do",
    may: documentPolicy.right("take-off"),
  })
    .input(id.extend({ reason }))
    .output(standingOutput),
  keepOff: procedure({
    method: "POST",
    path: "/documents/{id}/keep-off",
    summary: "Ghi văn bản không công khai, có lý do; thôi tính hạn công khai",
    may: documentPolicy.right("take-off"),
  })
    .input(id.extend({ reason }))
    .output(standingOutput),
  letPublic: procedure({
    method: "POST",
    path: "/documents/{id}/let-public",
    summary: "Bỏ ghi không công khai, có lý do",
    may: documentPolicy.right("take-off"),
  })
    .input(id.extend({ reason }))
    .output(standingOutput),
  amend: procedure({
    method: "POST",
    path: "/documents/{id}/amendments",
    summary: "Ghi văn bản này được một văn bản khác sửa đổi, từ ngày nào",
    may: documentPolicy.right("relate"),
  })
    .input(
      id.extend({
        byId: z.uuid("Hãy chọn văn bản sửa đổi."),
        fromDay: z.iso.date("Ngày chưa đúng; hãy gõ ngày/tháng/năm."),
      }),
    )
    .output(standingOutput),
  removeAmendment: procedure({
    method: "POST",
    path: "/documents/{id}/amendments/{byId}/remove",
    summary: "Bỏ ghi sửa đổi giữa hai văn bản, có lý do",
    may: documentPolicy.right("relate"),
  })
    .input(id.extend({ byId: z.uuid("Mã văn bản không đúng."), reason }))
    .output(standingOutput),
};
