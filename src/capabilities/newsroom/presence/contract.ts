import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { contentPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });

const presenceOutput = z.object({
  /** Who is writing; null: nobody. */
  holder: z
    .object({
      name: z.string(),
      isMe: z.boolean(),
      since: z.date(),
      askedByName: z.string().nullable(),
      askedByMe: z.boolean(),
    })
    .nullable(),
  /** The newest text, and when the item last changed. */
  revisionId: z.uuid(),
  updatedAt: z.date(),
});

export const presenceContract = {
  presence: procedure({
    method: "GET",
    path: "/content/{id}/presence",
    summary: "Ai đang sửa, bản nào mới nhất",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(presenceOutput),
  hold: procedure({
    method: "POST",
    path: "/content/{id}/hold",
    summary: "Báo đang sửa; có thể tiếp quản từ người khác",
    may: contentPolicy.right("save"),
  })
    .input(id.extend({ takeOver: z.boolean().default(false) }))
    .output(presenceOutput),
  release: procedure({
    method: "POST",
    path: "/content/{id}/release",
    summary: "Báo thôi sửa; người đã xin sửa được viết tiếp",
    may: contentPolicy.right("release"),
  })
    .input(id)
    .output(presenceOutput),
  ask: procedure({
    method: "POST",
    path: "/content/{id}/ask",
    summary: "Xin người đang sửa nhường bài",
    may: contentPolicy.right("save"),
  })
    .input(id)
    .output(presenceOutput),
};
