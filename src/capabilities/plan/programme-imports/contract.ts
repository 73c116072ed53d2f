import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { lineTried, madeImport, sheetRead, sheetToTry } from "#platform/sheets/list-contract.ts";
import { workItemPolicy } from "../work-programme/policy.ts";
import { workItemKinds } from "../work-programme/work-item.ts";
import { programmeFields } from "./programme-fields.ts";

const enter = workItemPolicy.right("enter");
const ofUnit = z.object({ unitId: z.uuid("Hãy chọn đơn vị.") });
const badYear = "Năm gồm bốn chữ số, từ 2000 đến 2100.";
const table = sheetToTry(programmeFields).extend({
  ...ofUnit.shape,
  year: z.coerce.number(badYear).int(badYear).min(2000, badYear).max(2100, badYear),
});
const trial = sheetRead(programmeFields).extend({
  lines: z.array(
    lineTried(programmeFields).extend({
      /** As it would be written into the programme; null for a line with faults. */
      item: z
        .object({
          title: z.string(),
          kind: z.enum(workItemKinds),
          firstDay: z.string(),
          lastDay: z.string(),
          place: z.string().nullable(),
          lead: z.string().nullable(),
          embeds: z.string().nullable(),
          /** Codes of the obligations and marks of the clauses that it carries along. */
          serves: z.array(z.string()),
        })
        .nullable(),
    }),
  ),
});
const imports = z.object({ imports: z.array(madeImport), may: maySchema });

export const programmeImportContract = {
  programmeTemplate: procedure({
    method: "GET",
    path: "/work-item-template",
    summary: "Tải tệp Excel mẫu để điền chương trình công tác của đơn vị",
    may: workItemPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .output(fileOutput),
  tryProgramme: procedure({
    method: "POST",
    path: "/work-item-imports/try",
    summary: "Xem thử một bảng chương trình công tác: dòng nào mới, đã có, chưa đúng; chưa ghi gì",
    may: enter,
  })
    .input(table)
    .output(trial),
  faultyProgrammeLines: procedure({
    method: "POST",
    path: "/work-item-imports/faulty-lines",
    summary: "Tải riêng các dòng chưa đúng của một bảng chương trình công tác, kèm điều cần sửa",
    may: enter,
  })
    .route({ outputStructure: "detailed" })
    .input(table)
    .output(fileOutput),
  importWorkItems: procedure({
    method: "POST",
    path: "/work-item-imports",
    summary: "Nhập các hoạt động mới của một bảng vào chương trình công tác của đơn vị, cùng một lần",
    may: enter,
  })
    .input(table.extend({ seen: z.string().max(100) }))
    .output(z.object({ importId: z.uuid(), added: z.number().int() })),
  workItemImports: procedure({
    method: "GET",
    path: "/units/{unitId}/work-item-imports",
    summary: "Các lần nhập bảng vào chương trình công tác của một đơn vị",
    may: workItemPolicy.right("read"),
  })
    .input(ofUnit)
    .output(imports),
  undoWorkItemImport: procedure({
    method: "POST",
    path: "/units/{unitId}/work-item-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập bảng vào chương trình công tác",
    may: enter,
  })
    .input(ofUnit.extend({ id: z.uuid("Mã không đúng.") }))
    .output(imports),
};
