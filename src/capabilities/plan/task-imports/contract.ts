import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { planPolicy } from "../policy.ts";
import { taskDueSchema } from "../reading/plan-reading.ts";
import { taskSheetFields } from "./task-sheet-fields.ts";

export const LARGEST_TASK_SHEET = 10 * 1024 * 1024;
const manage = planPolicy.right("manage");
const id = z.object({ id: z.uuid("Mã không đúng.") });
const field = z.enum(taskSheetFields);
const sheetToTry = id.extend({
  file: z
    .file("Hãy chọn một tệp .xlsx.")
    .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
    .max(LARGEST_TASK_SHEET, "Tệp lớn hơn 10 MB nên không được nhận."),
  sheet: z.string().max(100).optional(),
  headerLine: z.coerce.number("Dòng tiêu đề là một số.").int().min(1).max(1_048_576).optional(),
  /** By column of the sheet: what it holds, "" for what is not taken. Left out: guessed. */
  columns: z
    .array(z.union([field, z.literal("")]))
    .max(200)
    .optional(),
  outsideYear: z.enum(["no", "yes"]).default("no"),
});

const trial = z.object({
  sheet: z.string(),
  sheets: z.array(z.string()),
  headerLine: z.number().int(),
  columns: z.array(z.object({ header: z.string(), field: field.nullable() })),
  lines: z.array(
    z.object({
      /** The number of the row in the sheet. */
      line: z.number().int(),
      state: z.enum(["new", "present", "bad", "heading"]),
      /** As written in the sheet, by field. */
      written: z.partialRecord(field, z.string()),
      /** As it would be written into the plan; null for a line with faults. */
      task: z
        .object({
          title: z.string(),
          clauseMark: z.string().nullable(),
          lead: z.string().nullable(),
          due: taskDueSchema,
          deliverable: z.string().nullable(),
        })
        .nullable(),
      errors: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
  seen: z.string(),
});

const imports = z.object({
  imports: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      importedAt: z.date(),
      importedByName: z.string(),
      undoneAt: z.date().nullable(),
      undoneByName: z.string().nullable(),
      /** Tasks of it that are still there. */
      left: z.number().int(),
    }),
  ),
  may: maySchema,
});

export const taskImportContract = {
  taskTemplate: procedure({
    method: "GET",
    path: "/plans/{id}/task-template",
    summary: "Tải tệp Excel mẫu để điền nhiệm vụ của kế hoạch",
    may: planPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
  tryTaskSheet: procedure({
    method: "POST",
    path: "/plans/{id}/task-imports/try",
    summary: "Xem thử một bảng nhiệm vụ .xlsx: dòng nào mới, đã có, chưa đúng; chưa ghi gì",
    may: manage,
  })
    .input(sheetToTry)
    .output(trial),
  faultyTaskLines: procedure({
    method: "POST",
    path: "/plans/{id}/task-imports/faulty-lines",
    summary: "Tải riêng các dòng chưa đúng của một bảng nhiệm vụ, kèm điều cần sửa",
    may: manage,
  })
    .route({ outputStructure: "detailed" })
    .input(sheetToTry)
    .output(fileOutput),
  importTasks: procedure({
    method: "POST",
    path: "/plans/{id}/task-imports",
    summary: "Nhập các nhiệm vụ mới của một bảng .xlsx vào kế hoạch, cùng một lần",
    may: manage,
  })
    .input(sheetToTry.extend({ seen: z.string().max(100) }))
    .output(z.object({ importId: z.uuid(), added: z.number().int() })),
  taskImports: procedure({
    method: "GET",
    path: "/plans/{id}/task-imports",
    summary: "Các lần nhập nhiệm vụ từ Excel vào một kế hoạch",
    may: planPolicy.right("read"),
  })
    .input(id)
    .output(imports),
  undoTaskImport: procedure({
    method: "POST",
    path: "/task-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập nhiệm vụ; kế hoạch đã có số thì kèm lý do",
    may: manage,
  })
    .input(id.extend({ reason: z.string().trim().max(500).nullable().default(null) }))
    .output(imports),
};
