import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { deliverableFields, storyTitle } from "../planning/story-fields.ts";
import { suggestionPolicy } from "./policy.ts";
import { suggestionSpans } from "./suggestion.ts";

/** Which suggestion: whose it is, and its source's own name for the cause. */
const cause = z.object({
  source: z.string().min(1, "Thiếu nguồn của gợi ý.").max(100),
  key: z.string().min(1, "Thiếu mã của gợi ý.").max(300),
});

const suggested = cause.extend({
  sourceLabel: z.string(),
  title: z.string(),
  why: z.string(),
  /** Address in the workspace where the cause is seen. */
  href: z.string(),
  /** YYYY-MM-DD, the first day that it is for. */
  from: z.string().nullable(),
  /** YYYY-MM-DD, the last day on which it is worth telling. */
  until: z.string().nullable(),
});

/** Of which period the list is. */
const ofSpan = z.object({
  span: z.enum(suggestionSpans, "Hãy chọn kỳ: quý này, tháng này hoặc tháng tới.").default("quarter"),
});

const list = z.object({
  /** What was asked for, first and last day; null: no plan in force has it. */
  period: z.object({ label: z.string(), from: z.string(), to: z.string() }).nullable(),
  open: z.array(
    suggested.extend({
      channel: z.string().nullable(),
      /** Only where the caller may propose a story of it. */
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
    }),
  ),
  aside: z.array(suggested.extend({ reason: z.string(), decidedByName: z.string(), decidedAt: z.date() })),
  may: maySchema,
});

export const suggestionContract = {
  suggestions: procedure({
    method: "GET",
    path: "/content-suggestions",
    summary:
      "Gợi ý đề tài: điều kế hoạch còn thiếu trong quý này, tháng này hoặc tháng tới, và gợi ý đã gác lại",
    may: suggestionPolicy.right("read"),
  })
    .input(ofSpan)
    .output(list),
  acceptSuggestion: procedure({
    method: "POST",
    path: "/content-suggestions/accept",
    summary: "Lập đề tài với một sản phẩm từ gợi ý",
    may: suggestionPolicy.right("accept"),
  })
    .input(deliverableFields.extend({ ...cause.shape, storyId: z.uuid("Mã không đúng."), title: storyTitle }))
    .output(z.object({ storyId: z.uuid() })),
  putSuggestionAside: procedure({
    method: "POST",
    path: "/content-suggestions/put-aside",
    summary: "Gác gợi ý lại trong kỳ này, kèm lý do",
    may: suggestionPolicy.right("putAside"),
  })
    .input(
      cause.extend({ ...ofSpan.shape, reason: z.string().trim().max(1000, "Lý do dài quá 1.000 ký tự.") }),
    )
    .output(list),
  takeUpSuggestion: procedure({
    method: "POST",
    path: "/content-suggestions/take-up",
    summary: "Lấy lại gợi ý đã gác",
    may: suggestionPolicy.right("takeUp"),
  })
    .input(cause.extend(ofSpan.shape))
    .output(list),
};
