import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { LARGEST_LIST, madeImport } from "#platform/sheets/list-contract.ts";
import { procedurePolicy } from "../policy.ts";
import { type ProcedureKey, procedureKeys } from "../reading/procedure-columns.ts";

const save = procedurePolicy.right("save");

const key = z.enum(procedureKeys as [ProcedureKey, ...ProcedureKey[]]);
const count = z.number().int();
const id = z.object({ id: z.uuid("Mã không đúng.") });

const list = z.object({
  file: z
    .file("Hãy chọn một danh mục .xlsx, .xls, .csv hoặc .json.")
    .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
    .max(LARGEST_LIST, "Tệp lớn hơn 50 MB nên không được nhận."),
  /** The list is all that holds: what it does not name is repealed. */
  isFull: z.enum(["no", "yes"]).default("no"),
  reason: z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1.000 ký tự."),
  sheet: z.string().max(100).optional(),
  /** 0 where the names of the columns stand with each row, as in JSON. */
  headerLine: z.coerce.number("Dòng tiêu đề là một số.").int().min(0).max(1_048_576).optional(),
  /** By column of the list: what it holds, "" for what is not taken. Left out: guessed. */
  columns: z
    .array(z.union([key, z.literal("")]))
    .max(200)
    .optional(),
  /** By it the caller follows the work and stops it. */
  runId: z.uuid("Mã không đúng."),
});

const row = z.object({
  line: count.nullable(),
  state: z.enum(["new", "changed", "unchanged", "repealed", "left", "bad"]),
  code: z.string(),
  name: z.string(),
  changes: z.array(z.object({ part: z.string(), before: z.string(), now: z.string() })),
  errors: z.array(z.string()),
  notes: z.array(z.string()),
});

const imports = z.object({ imports: z.array(madeImport), may: maySchema });

export const listImportContract = {
  listTemplate: procedure({
    method: "GET",
    path: "/procedure-list-template",
    summary: "Tải tệp Excel mẫu của danh mục thủ tục",
    may: procedurePolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .output(fileOutput),
  tryList: procedure({
    method: "POST",
    path: "/procedure-imports/try",
    summary: "Xem thử một danh mục: thủ tục nào mới, đổi gì, bãi bỏ, dòng nào chưa đúng; chưa ghi gì",
    may: save,
  })
    .input(list)
    .output(
      z.object({
        sheet: z.string(),
        sheets: z.array(z.string()),
        headerLine: count,
        columns: z.array(z.object({ header: z.string(), field: key.nullable() })),
        /** Required columns that are still to be matched: no row was read. */
        lacking: z.array(key),
        /** Of each state the first ones; what is bad is shown first in a table of its own. */
        rows: z.array(row),
        counts: z.record(z.string(), count),
        seen: z.string(),
      }),
    ),
  faultyListRows: procedure({
    method: "POST",
    path: "/procedure-imports/faulty-rows",
    summary: "Tải riêng các dòng chưa đúng của một danh mục, kèm điều cần sửa",
    may: save,
  })
    .route({ outputStructure: "detailed" })
    .input(list)
    .output(fileOutput),
  importList: procedure({
    method: "POST",
    path: "/procedure-imports",
    summary: "Nhập danh mục vào sổ, cùng một lần",
    may: save,
  })
    .input(
      list.extend({
        validFrom: z.iso.date("Hãy chọn ngày bắt đầu áp dụng."),
        seen: z.string().max(100),
      }),
    )
    .output(
      z.object({
        importId: z.uuid().nullable(),
        counts: z.record(z.string(), count),
      }),
    ),
  imports: procedure({
    method: "GET",
    path: "/procedure-imports",
    summary: "Các lần nhập danh mục",
    may: procedurePolicy.right("read"),
  }).output(imports),
  undoImport: procedure({
    method: "POST",
    path: "/procedure-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập danh mục",
    may: save,
  })
    .input(id.extend({ runId: z.uuid("Mã không đúng.") }))
    .output(imports),
  listProgress: procedure({
    method: "GET",
    path: "/procedure-list-runs/{id}",
    summary: "Danh mục mà bạn đưa vào hay lấy lại đang làm tới đâu",
    may: procedurePolicy.right("read"),
  })
    .input(id)
    .output(
      z.object({
        step: z.enum(["reading", "judging", "writing", "packing", "checking", "restoring"]),
        done: count,
        total: count.nullable(),
      }),
    ),
  stopList: procedure({
    method: "POST",
    path: "/procedure-list-runs/{id}/stop",
    summary: "Dừng việc đọc, nhập hoặc lấy lại một danh mục",
    may: save,
  })
    .input(id)
    .output(z.object({})),
};
