import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { contentPolicy } from "../policy.ts";
import { verdicts } from "./outside-check.ts";

const right = contentPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });

const checks = z.object({
  checks: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      organization: z.string(),
      email: z.string(),
      asks: z.string(),
      /** The exact text that is shown under the link. */
      number: z.number().int(),
      hash: z.string(),
      askedByName: z.string(),
      askedAt: z.date(),
      endsAt: z.date(),
      openings: z.number().int(),
      openedAt: z.date().nullable(),
      verdict: z.enum(verdicts).nullable(),
      words: z.string().nullable(),
      answeredName: z.string().nullable(),
      answeredAt: z.date().nullable(),
      /** Why the link shows nothing any more; null: it is open. */
      end: z.enum(["answered", "revoked", "expired", "changed", "decided"]).nullable(),
    }),
  ),
});

export const outsideCheckContract = {
  outsideChecks: procedure({
    method: "GET",
    path: "/content/{id}/outside-checks",
    summary: "Chuyên gia ngoài được nhờ thẩm định bài, đã trả lời thế nào",
    may: right("read"),
  })
    .input(id)
    .output(checks),
  askOutside: procedure({
    method: "POST",
    path: "/content/{id}/outside-checks",
    summary: "Nhờ một chuyên gia ngoài thẩm định đúng bản này; bí mật của liên kết chỉ trả về một lần",
    may: right("askOutside"),
  })
    .input(
      id.extend({
        checkId: z.uuid("Mã không đúng."),
        revisionId: z.uuid("Mã của bản không đúng."),
        name: z.string().trim().min(1, "Hãy ghi họ và tên chuyên gia.").max(200),
        organization: z.string().trim().min(1, "Hãy ghi nơi công tác.").max(300),
        email: z.email("Thư điện tử không đúng.").max(200),
        asks: z.string().trim().min(1, "Hãy ghi điều cần chuyên gia xem.").max(2000),
        endsOn: z.iso.date("Hãy chọn ngày."),
      }),
    )
    .output(checks.extend({ token: z.string() })),
  revokeOutside: procedure({
    method: "POST",
    path: "/content/{id}/outside-checks/{checkId}/revoke",
    summary: "Thu hồi liên kết đã gửi chuyên gia ngoài",
    may: right("revokeOutside"),
  })
    .input(id.extend({ checkId: z.uuid("Mã không đúng.") }))
    .output(checks),
};
