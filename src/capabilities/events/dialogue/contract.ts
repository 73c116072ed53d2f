import { z } from "zod";
import { fileOutput, procedure } from "#platform/auth/contract-base.ts";
import { done, line, mayBeEmpty, moment, reason, uuid } from "../fields.ts";
import { eventPolicy } from "../policy.ts";
import {
  answerStateNames,
  askerNames,
  declineNames,
  type QuestionSource,
  questionSources,
} from "./question.ts";

const right = eventPolicy.right;
const sourceNames = Object.keys(questionSources) as [QuestionSource, ...QuestionSource[]];

const day = (message: string) => z.iso.date(message);

/** What is asked, answered, promised, and how it went. */
export const dialogueParts = {
  questions: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      source: z.enum(sourceNames),
      asker: z.enum(askerNames),
      words: z.string().nullable(),
      receivedAt: z.date(),
      decline: z.enum(declineNames).nullable(),
      answer: z
        .object({
          id: z.uuid(),
          question: z.string(),
          answer: z.string(),
          basis: z.string(),
          unitId: z.uuid(),
          unitName: z.string(),
          kept: z.array(z.string()),
          state: z.enum(answerStateNames),
          draftedByName: z.string(),
          draftedAt: z.date(),
          returnNote: z.string(),
          approvedByName: z.string().nullable(),
          publishedAt: z.date().nullable(),
          withdrawalReason: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  commitments: z.array(
    z.object({
      id: z.uuid(),
      answerId: z.uuid().nullable(),
      words: z.string(),
      unitId: z.uuid(),
      unitName: z.string(),
      dueOn: z.string(),
      state: z.enum(["drafted", "published"]),
      standing: z.string(),
      madeByName: z.string(),
      madeAt: z.date(),
      taskId: z.uuid().nullable(),
      result: z.string().nullable(),
      resultState: z.enum(["waiting", "published"]).nullable(),
      resultOn: z.string().nullable(),
      resultByName: z.string().nullable(),
    }),
  ),
  minutes: z
    .object({
      chair: z.string(),
      secretary: z.string(),
      present: z.string(),
      course: z.string(),
      conclusion: z.string(),
      writtenByName: z.string(),
      writtenAt: z.date(),
    })
    .nullable(),
};

const act = (path: `/${string}`, summary: string, may: Parameters<typeof right>[0]) =>
  procedure({ method: "POST", path: `/events/{id}${path}`, summary, may: right(may) });
const ofQuestion = { id: uuid, questionId: uuid };
const ofCommitment = { id: uuid, commitmentId: uuid };

export const dialogueContract = {
  enterQuestion: act("/questions", "Ghi câu hỏi tại buổi đối thoại", "answer")
    .input(
      z.object({
        ...ofQuestion,
        words: line(3000, "Hãy ghi câu hỏi."),
        asker: z.enum(askerNames, "Hãy chọn người hỏi."),
      }),
    )
    .output(done),
  declineQuestion: act("/decline-question", "Ghi lý do không trả lời câu hỏi tại đối thoại", "answer")
    .input(z.object({ ...ofQuestion, decline: z.enum(declineNames).nullable() }))
    .output(done),
  draftAnswer: act("/answers", "Soạn trả lời, gửi người thứ hai duyệt", "answer")
    .input(
      z.object({
        ...ofQuestion,
        question: line(3000, "Hãy ghi câu hỏi như người dân sẽ đọc."),
        answer: line(10_000, "Hãy ghi trả lời."),
        basis: mayBeEmpty(1000),
        unitId: z.uuid("Hãy chọn đơn vị trả lời."),
        kept: z.array(z.string().max(500)).max(100).default([]),
        send: z.boolean(),
      }),
    )
    .output(done),
  approveAnswer: act("/approve-answer", "Duyệt, công khai trả lời đúng bản đã đọc", "approve")
    .input(z.object({ ...ofQuestion, draftedAt: moment("Thiếu bản đã đọc.") }))
    .output(done),
  returnAnswer: act("/return-answer", "Trả lại để sửa trả lời", "approve")
    .input(z.object({ ...ofQuestion, reason }))
    .output(done),
  withdrawAnswer: act("/withdraw-answer", "Rút trả lời đã công khai", "approve")
    .input(z.object({ ...ofQuestion, reason }))
    .output(done),
  makeCommitment: act("/commitments", "Ghi cam kết: việc, đơn vị, hạn", "answer")
    .input(
      z.object({
        ...ofCommitment,
        answerId: uuid.nullable(),
        words: line(1000, "Hãy ghi việc cam kết."),
        unitId: z.uuid("Hãy chọn đơn vị thực hiện."),
        dueOn: day("Hãy ghi hạn làm."),
      }),
    )
    .output(done),
  dropCommitment: act("/drop-commitment", "Bỏ cam kết chưa công khai", "answer")
    .input(z.object(ofCommitment))
    .output(done),
  approveCommitment: act(
    "/approve-commitment",
    "Duyệt cam kết: công khai, thành nhiệm vụ của kế hoạch",
    "commit",
  )
    .input(
      z.object({
        ...ofCommitment,
        planId: z.uuid("Hãy chọn kế hoạch."),
        madeAt: moment("Thiếu bản đã đọc."),
      }),
    )
    .output(done),
  writeResult: act("/results", "Ghi kết quả cam kết, gửi người thứ hai duyệt", "answer")
    .input(
      z.object({
        ...ofCommitment,
        result: line(5000, "Hãy ghi kết quả."),
        resultOn: day("Hãy ghi ngày có kết quả."),
      }),
    )
    .output(done),
  approveResult: act("/approve-result", "Duyệt, công khai kết quả cam kết đúng bản đã đọc", "approve")
    .input(z.object({ ...ofCommitment, result: line(5000, "Thiếu bản đã đọc.") }))
    .output(done),
  keepMinutes: act("/minutes", "Ghi chủ trì, thư ký, diễn biến, kết luận", "answer")
    .input(
      z.object({
        id: uuid,
        chair: line(200, "Hãy ghi người chủ trì."),
        secretary: line(200, "Hãy ghi thư ký."),
        present: mayBeEmpty(1000),
        course: mayBeEmpty(10_000),
        conclusion: mayBeEmpty(5000),
      }),
    )
    .output(done),
  minutesFile: procedure({
    method: "GET",
    path: "/events/{id}/minutes-file",
    summary: "Tải biên bản theo thể thức văn bản hành chính",
    may: right("minutes"),
  })
    .route({ outputStructure: "detailed" })
    .input(z.object({ id: uuid }))
    .output(fileOutput),
};
