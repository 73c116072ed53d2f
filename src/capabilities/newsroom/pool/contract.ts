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
          }),
        ),
        total: z.number().int(),
        pageSize: z.number().int(),
        agencies: z.array(z.object({ slug: z.string(), name: z.string() })),
      }),
    ),
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
