import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { lineTried, madeImport, sheetRead, sheetToTry } from "#platform/sheets/list-contract.ts";
import { organizationPolicy } from "../policy.ts";
import { rosterFields } from "./roster-fields.ts";

const read = organizationPolicy.right("read");
const manage = organizationPolicy.right("manage");
const sheet = sheetToTry(rosterFields);
const imports = z.object({
  imports: z.array(
    madeImport.extend({
      /** How many of what is left are people; the others are units. */
      people: z.number().int(),
    }),
  ),
  may: maySchema,
});

export const rosterImportContract = {
  rosterTemplate: procedure({
    method: "GET",
    path: "/roster-template",
    summary: "Tải tệp Excel mẫu để điền đơn vị, người dùng",
    may: read,
  })
    .route({ outputStructure: "detailed" })
    .output(fileOutput),
  tryRoster: procedure({
    method: "POST",
    path: "/roster-imports/try",
    summary:
      "Xem thử danh sách đơn vị, người dùng (.xlsx, .xls, .csv, .json): dòng nào mới, đã có, chưa đúng; chưa ghi gì",
    may: manage,
  })
    .input(sheet)
    .output(
      sheetRead(rosterFields).extend({
        lines: z.array(
          lineTried(rosterFields).extend({
            what: z.enum(["unit", "person"]),
            /** What would be added, in words; null for a line that adds nothing. */
            item: z.object({ title: z.string(), facts: z.array(z.string()) }).nullable(),
          }),
        ),
      }),
    ),
  faultyRosterLines: procedure({
    method: "POST",
    path: "/roster-imports/faulty-lines",
    summary: "Tải riêng các dòng chưa đúng của danh sách đơn vị, người dùng, kèm điều cần sửa",
    may: manage,
  })
    .route({ outputStructure: "detailed" })
    .input(sheet)
    .output(fileOutput),
  importRoster: procedure({
    method: "POST",
    path: "/roster-imports",
    summary: "Nhập các đơn vị, người dùng mới của một danh sách (.xlsx, .xls, .csv, .json), cùng một lần",
    may: manage,
    sensitive: true,
  })
    .input(sheet.extend({ seen: z.string().max(100) }))
    .output(
      z.object({
        importId: z.uuid(),
        units: z.number().int(),
        people: z.number().int(),
        /** One-time links to hand over, told this once. */
        invitations: z.array(z.object({ name: z.string(), email: z.string(), link: z.string() })),
        /** How long the links last. */
        minutes: z.number().int(),
      }),
    ),
  rosterImports: procedure({
    method: "GET",
    path: "/roster-imports",
    summary: "Các lần nhập đơn vị, người dùng từ bảng tính",
    may: read,
  }).output(imports),
  undoRosterImport: procedure({
    method: "POST",
    path: "/roster-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập đơn vị, người dùng khi chưa ai dùng",
    may: manage,
    sensitive: true,
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(imports),
};
