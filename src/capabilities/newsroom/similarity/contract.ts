import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { contentStates } from "../content-item.ts";
import { contentPolicy } from "../policy.ts";
import { similarityAnswers } from "./answer.ts";

export const similarItem = z.object({
  itemId: z.uuid(),
  /** duplicate: the same text; possible: the same news told anew; title: only the titles are alike. */
  kind: z.enum(["duplicate", "possible", "title"]),
  /** How alike, 0 to 1. */
  score: z.number(),
  title: z.string(),
  own: z.boolean(),
  agencyName: z.string(),
  unitName: z.string(),
  state: z.enum(contentStates),
  /** Where the public reads it; null while it is not published. */
  href: z.string().nullable(),
  publishedAt: z.date().nullable(),
  /** A sentence of each text, side by side. */
  passage: z.object({ mine: z.string(), theirs: z.string() }).nullable(),
  answer: z
    .object({ answer: z.enum(similarityAnswers), note: z.string(), byName: z.string(), at: z.date() })
    .nullable(),
});

const similarOutput = z.object({
  similar: z.array(similarItem),
  may: z.object({ answer: z.boolean() }),
});

export const similarityContract = {
  similarTo: procedure({
    method: "POST",
    path: "/content/similar",
    summary: "Tin, bài giống đoạn đang viết",
    may: contentPolicy.right("findSimilar"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng.").nullable().default(null),
        title: z.string().max(1000).default(""),
        summary: z.string().max(5000).default(""),
        /** The beginning of a long text is enough. */
        plain: z.string().max(50_000).default(""),
      }),
    )
    .output(similarOutput),
  similar: procedure({
    method: "GET",
    path: "/content/{id}/similar",
    summary: "Tin, bài giống một nội dung",
    may: contentPolicy.right("read"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(similarOutput),
  answerSimilar: procedure({
    method: "POST",
    path: "/content/{id}/similar/{otherId}/answer",
    summary: "Trả lời về bài giống: khác nội dung, đăng lại có ghi nguồn, gộp",
    may: contentPolicy.right("answerSimilar"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        otherId: z.uuid("Mã không đúng."),
        answer: z.enum(similarityAnswers),
        note: z.string().trim().max(500, "Ghi chú quá dài.").default(""),
      }),
    )
    .output(similarOutput),
};
