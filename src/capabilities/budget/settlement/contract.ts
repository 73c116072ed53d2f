import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { lineAnswer } from "../estimates/contract.ts";
import { money, year } from "../fields.ts";
import { budgetPolicy } from "../policy.ts";

const right = budgetPolicy.right;
const ofYear = z.object({ year });
const sums = z.object({
  approved: money,
  adjusted: money,
  limit: money,
  committed: money,
  spent: money,
  left: money,
});

export const settlementContract = {
  settlement: procedure({
    method: "GET",
    path: "/budget-settlements/{year}",
    summary: "Quyết toán một năm theo nguồn và dòng dự toán",
    may: right("read"),
  })
    .input(ofYear)
    .output(
      z.object({
        year: z.number().int(),
        sources: z.array(
          z.object({ id: z.uuid(), name: z.string(), total: sums, lines: z.array(lineAnswer) }),
        ),
        total: sums,
        pending: z.object({ count: z.number().int(), committed: money, spent: money }),
        may: maySchema,
      }),
    ),
  settlementWorkbook: procedure({
    method: "GET",
    path: "/budget-settlements/{year}/xlsx",
    summary: "Tải quyết toán và các sổ đứng sau (.xlsx)",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(ofYear)
    .output(fileOutput),
  settlementDocument: procedure({
    method: "GET",
    path: "/budget-settlements/{year}/docx",
    summary: "Tải báo cáo quyết toán theo thể thức văn bản (.docx)",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(ofYear)
    .output(fileOutput),
};
