import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { lineTried, madeImport, sheetRead, sheetToTry } from "#platform/sheets/list-contract.ts";
import { figurePolicy } from "../policy.ts";
import { figureFields } from "./figure-list.ts";

const right = figurePolicy.right("import");
const table = sheetToTry(figureFields).extend({ day: z.iso.date("Hãy chọn ngày xem số.") });
const trial = sheetRead(figureFields).extend({
  lines: z.array(
    lineTried(figureFields).extend({
      /** The post that the line means; null: none is found. */
      post: z.object({ title: z.string(), networkLabel: z.string(), accountName: z.string() }).nullable(),
      /** So many numbers of it are new. */
      figures: z.number().int(),
    }),
  ),
});
const imports = z.object({
  imports: z.array(madeImport.extend({ sourceName: z.string() })),
  may: maySchema,
});

export const figureImportContract = {
  figureTemplate: procedure({
    method: "GET",
    path: "/figure-template",
    summary: "Tải tệp Excel mẫu để điền số liệu của bài trên các kênh",
    may: figurePolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .output(fileOutput),
  tryFigures: procedure({
    method: "POST",
    path: "/figure-imports/try",
    summary: "Xem thử một bảng số liệu: dòng nào mới, đã có, chưa đúng; chưa ghi gì",
    may: right,
  })
    .input(table)
    .output(trial),
  faultyFigureLines: procedure({
    method: "POST",
    path: "/figure-imports/faulty-lines",
    summary: "Tải riêng các dòng chưa đúng của một bảng số liệu, kèm điều cần sửa",
    may: right,
  })
    .route({ outputStructure: "detailed" })
    .input(table)
    .output(fileOutput),
  importFigures: procedure({
    method: "POST",
    path: "/figure-imports",
    summary: "Nhập các số mới của một bảng số liệu, cùng một lần",
    may: right,
  })
    .input(
      table.extend({
        seen: z.string().max(100),
        sourceName: z.string().trim().max(120, "Tên nguồn dài quá 120 ký tự."),
      }),
    )
    .output(z.object({ importId: z.uuid(), figures: z.number().int(), posts: z.number().int() })),
  figureImports: procedure({
    method: "GET",
    path: "/figure-imports",
    summary: "Các lần nhập số liệu từ tệp",
    may: figurePolicy.right("read"),
  }).output(imports),
  undoFigureImport: procedure({
    method: "POST",
    path: "/figure-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập số liệu",
    may: right,
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(imports),
};
