import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { contentStates } from "../content-item.ts";
import { contentPolicy } from "../policy.ts";

const right = contentPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });

/** With which texts an item is sent and approved. */
export const togetherOutput = z.object({
  /** They wait for one decision now. */
  sent: z.boolean(),
  /** In their order, the item itself among them. */
  texts: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      kindLabel: z.string(),
      state: z.enum(contentStates),
      revisionId: z.uuid(),
      /** It is sent when the item is. */
      sentWith: z.boolean(),
      /** It is decided now; the others wait for their turn. */
      due: z.boolean(),
      /** Why the caller may not decide on it. */
      why: z.string().nullable(),
    }),
  ),
});

export const bundleContract = {
  bundleCandidates: procedure({
    method: "GET",
    path: "/content/{id}/bundle-candidates",
    summary: "Bài có thể chọn để duyệt chung; bài cùng đề tài đứng trước",
    may: right("read"),
  })
    .input(id.extend({ search: z.string().max(200).default("") }))
    .output(
      z.object({
        texts: z.array(
          z.object({
            id: z.uuid(),
            title: z.string(),
            kindLabel: z.string(),
            state: z.enum(contentStates),
            /** Of the same story, or the bulletin of the same article. */
            near: z.boolean(),
            chosen: z.boolean(),
          }),
        ),
      }),
    ),
  bundle: procedure({
    method: "PUT",
    path: "/content/{id}/bundle",
    summary: "Chọn các bài được gửi và duyệt chung với bài này; không chọn bài nào thì bài đi riêng",
    may: right("bundle"),
  })
    .input(id.extend({ itemIds: z.array(z.uuid("Mã không đúng.")).max(20) }))
    .output(z.object({ together: togetherOutput.nullable() })),
  decideTogether: procedure({
    method: "POST",
    path: "/content-together/decisions",
    summary: "Duyệt, trả lại hoặc không duyệt cả bộ, theo đúng bản của từng bài; tất cả hoặc không bài nào",
    may: right("approve"),
  })
    .input(
      z.object({
        outcome: z.enum(["approved", "returned", "refused"]),
        /** Said of all. */
        reason: z.string().trim().max(1000).default(""),
        texts: z
          .array(
            id.extend({
              revisionId: z.uuid("Mã của bản không đúng."),
              hash: z.string().max(100),
              /** Made by the sender; the same one sent again decides nothing more. */
              decisionId: z.uuid("Mã không đúng."),
              authorityId: z.uuid("Mã không đúng.").nullable().default(null),
              reason: z.string().trim().max(1000).default(""),
            }),
          )
          .min(1, "Không có bài nào để quyết định.")
          .max(20),
      }),
    )
    .output(z.object({})),
};
