import { z } from "zod";
import { fileOutput, procedure } from "#platform/auth/contract-base.ts";
import { procedurePolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });

export const sheetContract = {
  noticeSheets: procedure({
    method: "POST",
    path: "/procedure-sheets",
    summary: "Phiếu niêm yết của các thủ tục, PDF khổ A4 hoặc A3, có bản chữ lớn",
    may: procedurePolicy.right("print"),
  })
    .route({ outputStructure: "detailed" })
    .input(
      z.object({
        ids: z
          .array(z.uuid("Mã không đúng."))
          .min(1, "Hãy chọn thủ tục.")
          .max(200, "Mỗi lần in nhiều nhất 200 thủ tục."),
        paper: z.enum(["a4", "a3"]).default("a4"),
        large: z.boolean().default(false),
      }),
    )
    .output(fileOutput),
  booklet: procedure({
    method: "POST",
    path: "/procedure-booklet",
    summary: "Sổ tay mọi thủ tục đang thực hiện của một lĩnh vực, một cơ quan, PDF có mục lục",
    may: procedurePolicy.right("print"),
  })
    .route({ outputStructure: "detailed" })
    .input(
      z.object({
        field: z.string().max(500).nullable().default(null),
        agency: z.string().max(1000).nullable().default(null),
        /** By it the caller follows the work and stops it. */
        runId: z.uuid("Mã không đúng.").nullable().default(null),
        paper: z.enum(["a4", "a3"]).default("a4"),
        large: z.boolean().default(false),
      }),
    )
    .output(fileOutput),
  bookletProgress: procedure({
    method: "GET",
    path: "/procedure-booklet-runs/{id}",
    summary: "Sổ tay mà bạn đang lập tới đâu",
    may: procedurePolicy.right("read"),
  })
    .input(id)
    .output(
      z.object({
        step: z.enum(["gathering", "waiting", "setting"]),
        procedures: z.number().int(),
        seconds: z.number().int(),
        expected: z.number().int().nullable(),
      }),
    ),
  stopBooklet: procedure({
    method: "POST",
    path: "/procedure-booklet-runs/{id}/stop",
    summary: "Dừng việc lập sổ tay",
    may: procedurePolicy.right("print"),
  })
    .input(id)
    .output(z.object({})),
};
