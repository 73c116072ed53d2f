import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { lineTried, madeImport, sheetRead, sheetToTry } from "#platform/sheets/list-contract.ts";
import { planPolicy } from "../policy.ts";
import { taskDueSchema } from "../reading/plan-reading.ts";
import { taskSheetFields } from "./task-sheet-fields.ts";

const manage = planPolicy.right("manage");
const id = z.object({ id: z.uuid("Mã không đúng.") });
const sheet = sheetToTry(taskSheetFields).extend({
  ...id.shape,
  /** Days outside the plan's year are meant. */
  outsideYear: z.enum(["no", "yes"]).default("no"),
});

const trial = sheetRead(taskSheetFields).extend({
  lines: z.array(
    lineTried(taskSheetFields).extend({
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
    }),
  ),
});

const imports = z.object({ imports: z.array(madeImport), may: maySchema });

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
    summary:
      "Xem thử một bảng nhiệm vụ (.xlsx, .xls, .csv, .json): dòng nào mới, đã có, chưa đúng; chưa ghi gì",
    may: manage,
  })
    .input(sheet)
    .output(trial),
  faultyTaskLines: procedure({
    method: "POST",
    path: "/plans/{id}/task-imports/faulty-lines",
    summary: "Tải riêng các dòng chưa đúng của một bảng nhiệm vụ, kèm điều cần sửa",
    may: manage,
  })
    .route({ outputStructure: "detailed" })
    .input(sheet)
    .output(fileOutput),
  importTasks: procedure({
    method: "POST",
    path: "/plans/{id}/task-imports",
    summary: "Nhập các nhiệm vụ mới của một bảng (.xlsx, .xls, .csv, .json) vào kế hoạch, cùng một lần",
    may: manage,
  })
    .input(sheet.extend({ seen: z.string().max(100) }))
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
