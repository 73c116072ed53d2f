import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { draftStanding } from "../input-shapes.ts";
import { feedbackPolicy } from "../policy.ts";

export const questionContract = {
  oftenAsked: procedure({
    method: "GET",
    path: "/feedback-questions",
    summary: "Điều được hỏi nhiều gần đây, đã che thông tin cá nhân, và bản nháp hỏi đáp đã có",
    may: feedbackPolicy.right("often"),
  }).output(
    z.object({
      days: z.number().int(),
      groups: z.array(
        z.object({
          ...{ id: z.uuid(), title: z.string(), question: z.string() },
          asked: z.array(z.object({ id: z.uuid(), code: z.string() })),
          /** The newest that a second person approved. */
          answer: z.string().nullable(),
          unitId: z.uuid().nullable(),
          drafts: z.array(draftStanding),
        }),
      ),
      units: z.array(z.object({ id: z.uuid(), name: z.string() })),
      may: maySchema,
    }),
  ),
  draftQuestions: procedure({
    method: "POST",
    path: "/feedback-questions",
    summary: "Soạn bản nháp hỏi đáp ở tòa soạn từ một câu được hỏi nhiều, mỗi câu một bản",
    may: feedbackPolicy.right("question"),
  })
    .input(
      z.object({
        /** One of the feedback that ask it. */
        id: z.uuid("Mã không đúng."),
        unitId: z.uuid("Hãy chọn đơn vị."),
        title: z.string().trim().min(1, "Hãy ghi tiêu đề.").max(200, "Tiêu đề dài quá 200 ký tự."),
      }),
    )
    .output(z.object({ contentId: z.uuid() })),
};
