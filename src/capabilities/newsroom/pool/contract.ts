import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { poolPolicy } from "./policy.ts";

const pageOfPool = z.object({
  q: z.string().max(200).optional(),
  /** Slug of an agency's portal. */
  agency: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const maybeWords = z
  .string()
  .trim()
  .max(500, "Phần nói thêm dài quá 500 ký tự.")
  .nullable()
  .default(null)
  .transform((text) => text || null);

const claimOutput = z.object({
  title: z.string(),
  words: z.string().nullable(),
  /** YYYY-MM-DD. */
  plannedOn: z.string(),
  contact: z.string(),
  madeAt: z.date(),
});
const claimsOutput = z.object({
  others: z.array(claimOutput.extend({ agencyName: z.string() })),
  own: z.array(claimOutput.extend({ id: z.uuid(), madeByName: z.string(), may: maySchema })),
  may: maySchema,
});

const traceOutput = z.object({
  /** Where it was taken from; null: it is the agency's own. */
  source: z
    .object({
      agencyName: z.string(),
      address: z.string(),
      reusedAt: z.date(),
      /** What became of the source since; null: it stands as it was taken. */
      became: z.enum(["corrected", "withdrawn", "gone"]).nullable(),
    })
    .nullable(),
  /** Agencies that have published what they made of it. */
  reusedBy: z.array(z.object({ agencyName: z.string(), address: z.string() })),
  forbidden: z.boolean(),
  may: maySchema,
});

export const poolContract = {
  pool: procedure({
    method: "GET",
    path: "/pool",
    summary: "Tin, bài các cơ quan khác trên hệ thống đã đăng",
    may: poolPolicy.right("read"),
  })
    .input(pageOfPool)
    .output(
      z.object({
        items: z.array(
          z.object({
            /** Slugs of the agency's portal and of the item there: together they name it. */
            agency: z.string(),
            slug: z.string(),
            agencyName: z.string(),
            kindLabel: z.string(),
            title: z.string(),
            summary: z.string(),
            publishedAt: z.date(),
            /** Its page on the installation's portal. */
            address: z.string(),
            /** Its agency lets no other take it over. */
            forbidden: z.boolean(),
            /** The own item that was made of it; null: none. */
            reusedAs: z.uuid().nullable(),
          }),
        ),
        total: z.number().int(),
        pageSize: z.number().int(),
        agencies: z.array(z.object({ slug: z.string(), name: z.string() })),
        may: maySchema,
      }),
    ),
  reuse: procedure({
    method: "POST",
    path: "/pool/reuse",
    summary: "Lấy một tin, bài của cơ quan khác làm bản nháp, ghi nguồn",
    may: poolPolicy.right("reuse"),
  })
    .input(
      z.object({
        /** Made by the sender; the same one sent again is the same draft. */
        id: z.uuid("Mã không đúng.").optional(),
        agency: z.string().min(1, "Hãy chọn bài.").max(200),
        slug: z.string().min(1, "Hãy chọn bài.").max(200),
        unitId: z.uuid("Hãy chọn đơn vị."),
      }),
    )
    .output(z.object({ id: z.uuid() })),
  traceOfContent: procedure({
    method: "GET",
    path: "/content/{id}/trace",
    summary: "Bài lấy từ cơ quan nào, cơ quan nào đã đăng lại",
    may: poolPolicy.right("read"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(traceOutput),
  forbidReuse: procedure({
    method: "PUT",
    path: "/content/{id}/reuse-forbidden",
    summary: "Cho hay không cho cơ quan khác lấy bài đăng lại",
    may: poolPolicy.right("forbid"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng."), forbidden: z.boolean() }))
    .output(traceOutput),
  topicClaims: procedure({
    method: "GET",
    path: "/topic-claims",
    summary: "Chủ đề các cơ quan báo đang làm",
    may: poolPolicy.right("read"),
  }).output(claimsOutput),
  claimTopic: procedure({
    method: "POST",
    path: "/topic-claims",
    summary: "Báo đang làm một chủ đề",
    may: poolPolicy.right("claim"),
  })
    .input(
      z.object({
        title: z.string().trim().min(1, "Hãy ghi chủ đề.").max(200, "Chủ đề dài quá 200 ký tự."),
        words: maybeWords,
        plannedOn: z.iso.date("Hãy chọn ngày dự kiến đăng."),
        contact: z
          .string()
          .trim()
          .min(1, "Hãy ghi người để liên hệ.")
          .max(200, "Phần liên hệ dài quá 200 ký tự."),
      }),
    )
    .output(claimsOutput),
  endTopicClaim: procedure({
    method: "POST",
    path: "/topic-claims/{id}/end",
    summary: "Thôi báo đang làm một chủ đề",
    may: poolPolicy.right("endClaim"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(claimsOutput),
};
