import { z } from "zod";
import { fileOutput, procedure } from "#platform/auth/contract-base.ts";
import { procedurePolicy } from "../policy.ts";

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
        paper: z.enum(["a4", "a3"]).default("a4"),
        large: z.boolean().default(false),
      }),
    )
    .output(fileOutput),
};
