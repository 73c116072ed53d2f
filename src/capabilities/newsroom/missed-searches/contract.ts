import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { missedSearchPolicy } from "./policy.ts";

const words = z.string().trim().min(2, "Hãy nêu từ đã tìm.").max(80, "Dài quá 80 ký tự.");
const note = z.string().trim().max(300, "Dài quá 300 ký tự.");

export const missedOutcomes = { settled: "Đã xử lý", suggested: "Đã gợi ý đề tài" } as const;
export type MissedOutcome = keyof typeof missedOutcomes;

const missedOutput = z.object({
  searches: z.array(
    z.object({
      words: z.string(),
      /** How often in the days that are kept; after a decision, since then. */
      times: z.number().int(),
      lastDay: z.string(),
      decision: z
        .object({
          outcome: z.enum(Object.keys(missedOutcomes) as [MissedOutcome, ...MissedOutcome[]]),
          note: z.string(),
          byName: z.string(),
          at: z.date(),
        })
        .nullable(),
    }),
  ),
  may: maySchema,
});

export const missedSearchContract = {
  missedSearches: procedure({
    method: "GET",
    path: "/missed-searches",
    summary: "Những điều người đọc tìm trên cổng mà không thấy, nhiều nhất trước",
    may: missedSearchPolicy.right("read"),
  }).output(missedOutput),
  settleMissedSearch: procedure({
    method: "POST",
    path: "/missed-searches/settle",
    summary: "Ghi đã xử lý một điều tìm mà không thấy",
    may: missedSearchPolicy.right("decide"),
  })
    .input(z.object({ words, note: note.min(1, "Hãy ghi đã xử lý thế nào.") }))
    .output(missedOutput),
  suggestMissedSearch: procedure({
    method: "POST",
    path: "/missed-searches/suggest",
    summary: "Gợi ý đề tài từ một điều tìm mà không thấy",
    may: missedSearchPolicy.right("decide"),
  })
    .input(
      z.object({
        words,
        title: z.string().trim().min(1, "Hãy ghi tên đề tài.").max(200, "Dài quá 200 ký tự."),
      }),
    )
    .output(missedOutput),
};
