import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { LARGEST_SHEET, madeImport } from "#platform/sheets/list-contract.ts";
import { periodCode } from "../period-input.ts";
import { dossierPolicy } from "../policy.ts";
import { LARGEST_DOSSIER_SHEET } from "./largest-sheet.ts";

const may = dossierPolicy.right("import");
const id = z.object({ id: z.uuid("Mã không đúng.") });

const sheet = z.object({
  file: z
    .file("Hãy chọn một bảng hồ sơ .xlsx, .xls, .csv hoặc .json.")
    .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
    .max(LARGEST_DOSSIER_SHEET, "Tệp lớn hơn 45 MB nên không được nhận."),
  period: periodCode,
  /** By it the caller follows the work and stops it. */
  runId: z.uuid("Mã không đúng."),
  /** snapshot: the sheet is the whole state of its moment; open dossiers that it no longer holds are closed. */
  mode: z.enum(["upsert", "snapshot"]).default("upsert"),
});

const counts = z.object({
  file: z
    .file("Hãy chọn một bảng số tổng hợp .xlsx, .xls, .csv hoặc .json.")
    .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
    .max(LARGEST_SHEET, "Tệp lớn hơn 10 MB nên không được nhận."),
  /** Of rows that name none. */
  period: periodCode,
});

const issue = z.object({ row: z.number().int(), message: z.string() });
const count = z.number().int();

const imports = z.object({
  imports: z.array(
    madeImport
      .extend({ period: z.string(), read: count, rejected: count, added: count, changed: count })
      .extend({
        ...{ kind: z.enum(["dossiers", "counts"]), mode: z.enum(["upsert", "snapshot"]), absent: count },
      }),
  ),
  may: maySchema,
});

export const importContract = {
  imports: procedure({
    method: "GET",
    path: "/dossier-imports",
    summary: "Các lần nhập bảng hồ sơ",
    may: dossierPolicy.right("read"),
  }).output(imports),
  trySheet: procedure({
    method: "POST",
    path: "/dossier-imports/try",
    summary: "Xem thử một bảng hồ sơ: bao nhiêu mới, thay đổi, dòng nào chưa đúng; chưa ghi gì",
    may,
  })
    .input(sheet)
    .output(
      z.object({
        already: z.boolean(),
        ...{ sheet: z.string(), headerLine: count },
        columns: z.array(z.object({ header: z.string(), taken: z.boolean(), dropped: z.boolean() })),
        /** Columns that figures need and the sheet has not. */
        missing: z.array(z.string()),
        ...{ read: count, duplicates: count, superseded: count, rejected: count, skipped: count },
        ...{ added: count, changed: count, unchanged: count },
        doubted: z.string().nullable(),
        /** In the order of the sheet; the first few hundred of each. */
        errors: z.array(issue),
        warnings: z.array(issue),
        ...{ errorCount: count, warningCount: count },
        /** Of a whole state: what it no longer holds. */
        absent: z
          .object({
            ...{ total: count, settled: count },
            dossiers: z.array(
              z.object({ code: z.string(), unit: z.string(), receivedOn: z.string(), dueOn: z.string() }),
            ),
            otherUnits: z.array(z.object({ unit: z.string(), dossiers: count })),
          })
          .nullable(),
        unknownProcedures: z.array(z.object({ code: z.string(), name: z.string(), dossiers: count })),
      }),
    ),
  faultyRows: procedure({
    method: "POST",
    path: "/dossier-imports/faulty-rows",
    summary:
      "Tải riêng các dòng chưa đúng của một bảng hồ sơ, kèm điều cần sửa, không có thông tin người nộp",
    may,
  })
    .route({ outputStructure: "detailed" })
    .input(sheet)
    .output(fileOutput),
  faultyCountRows: procedure({
    method: "POST",
    path: "/dossier-imports/faulty-count-rows",
    summary: "Tải riêng các dòng chưa đúng của một bảng số tổng hợp, kèm điều cần sửa",
    may,
  })
    .route({ outputStructure: "detailed" })
    .input(counts)
    .output(fileOutput),
  importSheet: procedure({
    method: "POST",
    path: "/dossier-imports",
    summary: "Nhập bảng hồ sơ cho một kỳ, cùng một lần",
    may,
  })
    .input(sheet)
    .output(
      z.object({
        importId: z.uuid(),
        already: z.boolean(),
        ...{ read: count, rejected: count, added: count, changed: count, unchanged: count, absent: count },
      }),
    ),
  tryCounts: procedure({
    method: "POST",
    path: "/dossier-imports/try-counts",
    summary: "Xem thử một bảng số tổng hợp hồ sơ: dòng nào mới, thay đổi, chưa đúng, không khớp; chưa ghi gì",
    may,
  })
    .input(counts)
    .output(
      z.object({
        already: z.boolean(),
        ...{ sheet: z.string(), headerLine: count },
        columns: z.array(z.object({ header: z.string(), taken: z.boolean() })),
        missing: z.array(z.string()),
        ...{ read: count, duplicates: count, superseded: count, rejected: count, skipped: count },
        ...{ added: count, changed: count, unchanged: count },
        doubted: z.string().nullable(),
        errors: z.array(issue),
        warnings: z.array(issue),
        ...{ errorCount: count, warningCount: count },
        /** What the sheet holds, by period. */
        periods: z.array(z.object({ period: z.string(), rows: count })),
      }),
    ),
  importCounts: procedure({
    method: "POST",
    path: "/dossier-imports/counts",
    summary: "Nhập bảng số tổng hợp hồ sơ, cùng một lần",
    may,
  })
    .input(counts)
    .output(
      z.object({
        importId: z.uuid(),
        already: z.boolean(),
        ...{ read: count, rejected: count, added: count, changed: count, unchanged: count, absent: count },
      }),
    ),
  undoImport: procedure({
    method: "POST",
    path: "/dossier-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập bảng hồ sơ",
    may,
  })
    .input(id)
    .output(imports),
  runProgress: procedure({
    method: "GET",
    path: "/dossier-runs/{id}",
    summary: "Bảng hồ sơ mà bạn đưa vào đang đọc tới đâu",
    may: dossierPolicy.right("read"),
  })
    .input(id)
    .output(z.object({ step: z.enum(["reading", "writing"]), done: count, total: count.nullable() })),
  stopRun: procedure({
    method: "POST",
    path: "/dossier-runs/{id}/stop",
    summary: "Dừng việc đọc hoặc nhập một bảng hồ sơ",
    may,
  })
    .input(id)
    .output(z.object({})),
};
