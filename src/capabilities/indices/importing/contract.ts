import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { LARGEST_SHEET, madeImport } from "#platform/sheets/list-contract.ts";
import { indexPolicy } from "../policy.ts";
import { lineStateNames } from "./line-state.ts";

const right = indexPolicy.right;
const count = z.number().int();
const sheet = z.object({
  file: z
    .file("Hãy chọn một bảng kết quả .xlsx, .xls, .csv hoặc .json.")
    .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
    .max(LARGEST_SHEET, "Tệp lớn hơn 10 MB nên không được nhận."),
});

export const importingContract = {
  resultImports: procedure({
    method: "GET",
    path: "/index-imports",
    summary: "Các lần nhập kết quả chỉ số từ bảng",
    may: right("read"),
  }).output(z.object({ imports: z.array(madeImport), may: maySchema })),
  tryResults: procedure({
    method: "POST",
    path: "/index-imports/try",
    summary: "Xem thử một bảng kết quả, từng dòng; chưa ghi gì",
    may: right("record"),
  })
    .input(sheet)
    .output(
      z.object({
        lines: z.array(
          z.object({
            line: count,
            state: z.enum(lineStateNames),
            about: z.string(),
            before: z.string().nullable(),
            after: z.string(),
            errors: z.array(z.string()),
          }),
        ),
      }),
    ),
  importResults: procedure({
    method: "POST",
    path: "/index-imports",
    summary: "Nhập bảng kết quả đúng như đã công bố; kết quả đã ghi chỉ sửa khi có lý do",
    may: right("record"),
  })
    .input(sheet.extend({ reason: z.string().trim().max(500, "Lý do dài quá 500 ký tự.").default("") }))
    .output(z.object({ added: count, changed: count, unchanged: count })),
  undoResultImport: procedure({
    method: "POST",
    path: "/index-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập kết quả",
    may: right("remove"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(z.object({ undone: count, left: count })),
};
