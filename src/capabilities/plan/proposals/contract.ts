import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { proposalPolicy } from "./policy.ts";
import { proposalDecisions, proposalStates } from "./proposal.ts";

const wrongId = "Mã không đúng.";
const id = z.object({ id: z.uuid(wrongId) });
const tooLong = "Nội dung dài quá 2.000 ký tự.";
const maybeWords = z
  .string()
  .trim()
  .max(2000, tooLong)
  .nullable()
  .transform((text) => text || null);

const list = z.object({
  proposals: z.array(
    z.object({
      id: z.uuid(),
      planId: z.uuid().nullable(),
      planTitle: z.string().nullable(),
      taskId: z.uuid().nullable(),
      clauseId: z.uuid().nullable(),
      difficultyId: z.uuid().nullable(),
      /** The task's title, the clause with its mark, or the difficulty; null: about nothing in particular. */
      about: z.string().nullable(),
      what: z.string(),
      benefit: z.string().nullable(),
      state: z.enum(proposalStates),
      proposedByName: z.string(),
      proposedAt: z.date(),
      gatheredByName: z.string().nullable(),
      gatheredAt: z.date().nullable(),
      gatheredNote: z.string().nullable(),
      keptByName: z.string().nullable(),
      keptAt: z.date().nullable(),
      keptReason: z.string().nullable(),
      decidedByName: z.string().nullable(),
      decidedAt: z.date().nullable(),
      decision: z.string().nullable(),
      followedTaskId: z.uuid().nullable(),
      followedTaskTitle: z.string().nullable(),
      followedByName: z.string().nullable(),
      followedAt: z.date().nullable(),
      withdrawnAt: z.date().nullable(),
      may: maySchema,
    }),
  ),
  may: maySchema,
});

export const proposalContract = {
  proposals: procedure({
    method: "GET",
    path: "/proposals",
    summary: "Đề xuất giải pháp của người trong cơ quan",
    may: proposalPolicy.right("read"),
  }).output(list),
  propose: procedure({
    method: "POST",
    path: "/proposals",
    summary: "Đề xuất giải pháp, chung hoặc cho một nhiệm vụ, một mục, một khó khăn",
    may: proposalPolicy.right("propose"),
  })
    .input(
      z.object({
        taskId: z.uuid(wrongId).nullable(),
        clauseId: z.uuid(wrongId).nullable(),
        difficultyId: z.uuid(wrongId).nullable(),
        what: z.string().trim().min(1, "Hãy ghi giải pháp đề xuất.").max(2000, tooLong),
        benefit: maybeWords,
      }),
    )
    .output(list),
  withdrawProposal: procedure({
    method: "POST",
    path: "/proposals/{id}/withdraw",
    summary: "Rút đề xuất của mình, khi lãnh đạo chưa quyết định",
    may: proposalPolicy.right("withdraw"),
  })
    .input(id)
    .output(list),
  gatherProposal: procedure({
    method: "POST",
    path: "/proposals/{id}/gather",
    summary: "Tổng hợp một đề xuất, trình lãnh đạo",
    may: proposalPolicy.right("gather"),
  })
    .input(id.extend({ note: maybeWords }))
    .output(list),
  decideProposal: procedure({
    method: "POST",
    path: "/proposals/{id}/decide",
    summary: "Lãnh đạo chấp nhận, không chấp nhận hoặc để lại một đề xuất",
    may: proposalPolicy.right("decide"),
  })
    .input(id.extend({ decision: z.enum(proposalDecisions, "Hãy chọn quyết định."), words: maybeWords }))
    .output(list),
  followProposal: procedure({
    method: "POST",
    path: "/proposals/{id}/follow",
    summary: "Giao đề xuất đã chấp nhận thành nhiệm vụ mới, hoặc nối với nhiệm vụ đã có",
    may: proposalPolicy.right("follow"),
  })
    .input(
      id.extend({
        /** The task that is there already; else `task` says the new one. */
        taskId: z.uuid(wrongId).nullable(),
        task: z
          .object({
            planId: z.uuid("Hãy chọn kế hoạch."),
            title: z.string().trim().min(1, "Hãy nhập nội dung nhiệm vụ.").max(1000),
            leadUnitId: z.uuid("Hãy chọn đơn vị chủ trì."),
            dueDate: z.iso.date("Hãy chọn ngày hoàn thành."),
            deliverable: maybeWords,
          })
          .nullable(),
      }),
    )
    .output(list),
};
