import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { obligationFields, taskFields } from "../fields.ts";
import { planPolicy } from "../policy.ts";

const manage = planPolicy.right("manage");
const id = z.object({ id: z.uuid("Mã không đúng.") });
const key = z.string().max(64);
const MOST = 500;

const proposed = {
  key,
  clauseId: z.uuid(),
  /** The clause as people say it: "I.1, đoạn 2". */
  clauseMark: z.string(),
  reasons: z.array(z.string()),
};
const suggestion = z.discriminatedUnion("kind", [
  z.object({ ...proposed, kind: z.literal("obligation"), obligation: obligationFields }),
  z.object({ ...proposed, kind: z.literal("task"), task: taskFields }),
]);
const suggestions = z.object({ open: z.array(suggestion), aside: z.array(suggestion) });

export const suggestionContract = {
  suggestions: procedure({
    method: "GET",
    path: "/plans/{id}/suggestions",
    summary: "Nghĩa vụ, nhiệm vụ mà lời văn các mục gợi ra và kế hoạch chưa có, kèm lý do",
    may: planPolicy.right("read"),
  })
    .input(id)
    .output(suggestions),
  acceptSuggestions: procedure({
    method: "POST",
    path: "/plans/{id}/suggestions/accept",
    summary: "Chấp nhận các gợi ý, như đề xuất hoặc sau khi sửa",
    may: manage,
  })
    .input(
      id.extend({
        accepted: z
          .array(z.object({ key, obligation: obligationFields.optional(), task: taskFields.optional() }))
          .min(1, "Hãy chọn ít nhất một gợi ý.")
          .max(MOST, "Mỗi lần chấp nhận nhiều nhất 500 gợi ý."),
      }),
    )
    .output(suggestions),
  putSuggestionsAside: procedure({
    method: "POST",
    path: "/plans/{id}/suggestions/aside",
    summary: "Để riêng các gợi ý không dùng ở bản này của kế hoạch, hoặc xem xét lại",
    may: manage,
  })
    .input(
      id.extend({
        keys: z.array(key).min(1, "Hãy chọn ít nhất một gợi ý.").max(MOST),
        aside: z.boolean(),
      }),
    )
    .output(suggestions),
};
