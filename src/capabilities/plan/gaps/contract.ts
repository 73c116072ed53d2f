import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { coverageCellQuestion } from "../coverage-question.ts";
import { gapPolicy } from "./policy.ts";

const gap = z.object({
  /** Of the row and those in it: without a proof in the period, and nobody said why. */
  open: z.number().int(),
  /** Without a proof, for a reason that was given. */
  explained: z.number().int(),
  /** The reason that holds for this very row and period. */
  own: z.uuid().nullable(),
  reasons: z.array(
    z.object({
      id: z.uuid(),
      /** The row above or below of which it was said; null: this one. */
      mark: z.string().nullable(),
      firstDay: z.string(),
      lastDay: z.string(),
      reason: z.string(),
      givenByName: z.string(),
      givenAt: z.date(),
      changedByName: z.string().nullable(),
      changedAt: z.date().nullable(),
      withdrawnByName: z.string().nullable(),
      withdrawnAt: z.date().nullable(),
      may: maySchema,
    }),
  ),
  /** When its units were reminded last. */
  reminded: z
    .object({ day: z.string(), sentAt: z.date(), sentByName: z.string(), people: z.number().int() })
    .nullable(),
  /** Units that answer for what is lacking, or every unit. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  allUnits: z.boolean(),
  /** Obligations without a proof, for a task that is given from here. */
  obligationIds: z.array(z.uuid()),
  may: maySchema,
});

export const gapContract = {
  gapOfCell: procedure({
    method: "GET",
    path: "/plans/{id}/coverage/{rowId}/{period}/gap",
    summary: "Một ô của bảng bao phủ: còn thiếu gì, vì sao, đã nhắc ai",
    may: gapPolicy.right("read"),
  })
    .input(coverageCellQuestion)
    .output(gap),
  explainGap: procedure({
    method: "PUT",
    path: "/plans/{id}/coverage/{rowId}/{period}/reason",
    summary: "Ghi lý do một ô của bảng bao phủ chưa có minh chứng",
    may: gapPolicy.right("explain"),
  })
    .input(
      coverageCellQuestion.extend({
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1.000 ký tự."),
      }),
    )
    .output(gap),
  withdrawGapReason: procedure({
    method: "POST",
    path: "/plans/{id}/coverage/{rowId}/{period}/reason/{reasonId}/withdraw",
    summary: "Rút lý do một ô chưa có minh chứng",
    may: gapPolicy.right("withdraw"),
  })
    .input(coverageCellQuestion.extend({ reasonId: z.uuid("Mã không đúng.") }))
    .output(gap),
  remindOfGap: procedure({
    method: "POST",
    path: "/plans/{id}/coverage/{rowId}/{period}/reminder",
    summary: "Nhắc các đơn vị của một ô chưa có minh chứng, mỗi ngày một lần",
    may: gapPolicy.right("remind"),
  })
    .input(coverageCellQuestion)
    .output(gap),
};
