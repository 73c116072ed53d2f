import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const commentId = z.uuid("Mã không đúng.");

const said = z.object({
  id: z.uuid(),
  body: z.string(),
  personId: z.uuid(),
  personName: z.string(),
  at: z.date(),
});

const commentsOutput = z.object({
  /** Those of the whole text first, then as their passages stand in the newest text, then those whose passage is gone. */
  comments: z.array(
    said.extend({
      /** The text that it was written about. */
      number: z.number().int(),
      /** The passage as it read then; null: the whole text is meant. */
      quote: z.string().nullable(),
      /** What stood around it, as letters without spaces. */
      lead: z.string(),
      tail: z.string(),
      /** What became of the passage in the newest text. */
      passage: z.enum(["whole", "there", "changed", "gone"]),
      /** Who sent the text back because of it, last. */
      askedByName: z.string().nullable(),
      settledByName: z.string().nullable(),
      settledAt: z.date().nullable(),
      maySettle: z.boolean(),
      replies: z.array(said),
    }),
  ),
  may: maySchema,
});

export const commentContract = {
  comments: procedure({
    method: "GET",
    path: "/content/{id}/comments",
    summary: "Nhận xét của người trong cơ quan về bài; không bao giờ công khai",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(commentsOutput),
  comment: procedure({
    method: "POST",
    path: "/content/{id}/comments",
    summary: "Nhận xét một đoạn, cả bài, hoặc trả lời một nhận xét",
    may: contentPolicy.right("comment"),
  })
    .input(
      id.extend({
        /** Made by the sender; the same one sent again is the same comment. */
        commentId,
        /** The text that the sender had before them. */
        revisionId: z.uuid("Mã của bản không đúng."),
        /** The passage that is meant; empty: the whole text. */
        quote: z.string().max(20_000).default(""),
        /** What stands before and behind it, by which one of several like it is told apart. */
        lead: z.string().max(1000).default(""),
        tail: z.string().max(1000).default(""),
        /** The comment that is answered. */
        parentId: commentId.nullable().default(null),
        body: z.string().max(5000, "Nhiều nhất 5.000 chữ cái; hãy viết ngắn hơn hoặc tách làm hai."),
      }),
    )
    .output(commentsOutput),
  settleComment: procedure({
    method: "POST",
    path: "/content/{id}/comments/{commentId}/settle",
    summary: "Đánh dấu một nhận xét đã xong, hoặc mở lại",
    may: contentPolicy.right("settleComment"),
  })
    .input(id.extend({ commentId, settled: z.boolean() }))
    .output(commentsOutput),
};
