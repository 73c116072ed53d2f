import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { difficultyStates } from "./difficulty.ts";
import { difficultyPolicy } from "./policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const tooLong = "Nội dung dài quá 2.000 ký tự.";
const words = (missing: string) => z.string().trim().min(1, missing).max(2000, tooLong);
const maybeWords = z
  .string()
  .trim()
  .max(2000, tooLong)
  .nullable()
  .transform((text) => text || null);

const list = z.object({
  difficulties: z.array(
    z.object({
      id: z.uuid(),
      planTitle: z.string(),
      taskId: z.uuid().nullable(),
      clauseId: z.uuid().nullable(),
      /** The task's title, or the clause with its mark. */
      about: z.string(),
      unitName: z.string(),
      what: z.string(),
      proposal: z.string().nullable(),
      state: z.enum(difficultyStates),
      raisedByName: z.string(),
      raisedAt: z.date(),
      gatheredByName: z.string().nullable(),
      gatheredAt: z.date().nullable(),
      gatheredNote: z.string().nullable(),
      decidedByName: z.string().nullable(),
      decidedAt: z.date().nullable(),
      decision: z.string().nullable(),
      withdrawnAt: z.date().nullable(),
      may: maySchema,
    }),
  ),
  /** Units for which the caller may raise one. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  may: maySchema,
});

export const difficultyContract = {
  difficulties: procedure({
    method: "GET",
    path: "/difficulties",
    summary: "Khó khăn, vướng mắc các đơn vị đã nêu",
    may: difficultyPolicy.right("read"),
  }).output(list),
  raiseDifficulty: procedure({
    method: "POST",
    path: "/difficulties",
    summary: "Nêu khó khăn, vướng mắc của một nhiệm vụ hoặc một mục",
    may: difficultyPolicy.right("raise"),
  })
    .input(
      z.object({
        unitId: z.uuid("Hãy chọn đơn vị."),
        taskId: z.uuid("Mã không đúng.").nullable(),
        clauseId: z.uuid("Mã không đúng.").nullable(),
        what: words("Hãy ghi khó khăn, vướng mắc."),
        proposal: maybeWords,
      }),
    )
    .output(list),
  withdrawDifficulty: procedure({
    method: "POST",
    path: "/difficulties/{id}/withdraw",
    summary: "Rút khó khăn mình đã nêu, khi chưa được tổng hợp",
    may: difficultyPolicy.right("withdraw"),
  })
    .input(id)
    .output(list),
  gatherDifficulty: procedure({
    method: "POST",
    path: "/difficulties/{id}/gather",
    summary: "Tổng hợp một khó khăn, trình lãnh đạo",
    may: difficultyPolicy.right("gather"),
  })
    .input(id.extend({ note: maybeWords }))
    .output(list),
  decideDifficulty: procedure({
    method: "POST",
    path: "/difficulties/{id}/decide",
    summary: "Lãnh đạo quyết định về một khó khăn",
    may: difficultyPolicy.right("decide"),
  })
    .input(id.extend({ decision: words("Hãy ghi quyết định.") }))
    .output(list),
};
