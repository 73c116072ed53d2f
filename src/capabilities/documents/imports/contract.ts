import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { lineTried, madeImport, sheetRead, sheetToTry } from "#platform/sheets/list-contract.ts";
import { documentPolicy } from "../policy.ts";
import { documentFields } from "./document-fields.ts";
import { relationFields } from "./judged-document.ts";

const bring = documentPolicy.right("import");
const list = sheetToTry(documentFields);
const imports = z.object({
  imports: z.array(
    madeImport.extend({
      /** Of the replacements and amendments that it brought, how many are still there. */
      leftRelations: z.number().int(),
    }),
  ),
  may: maySchema,
});

export const documentImportContract = {
  documentTemplate: procedure({
    method: "GET",
    path: "/document-template",
    summary: "Tải tệp Excel mẫu để điền danh sách văn bản",
    may: documentPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .output(fileOutput),
  tryDocuments: procedure({
    method: "POST",
    path: "/document-imports/try",
    summary:
      "Xem thử danh sách văn bản (.xlsx, .xls, .csv, .json): dòng nào mới, đã có, chưa đúng; chưa ghi gì",
    may: bring,
  })
    .input(list)
    .output(
      sheetRead(documentFields).extend({
        lines: z.array(
          lineTried(documentFields).extend({
            /** As it would be written into the register; null for a line with faults. */
            item: z
              .object({
                number: z.string().nullable(),
                type: z.string(),
                issuedOn: z.string().nullable(),
                issuer: z.string().nullable(),
                abstract: z.string().nullable(),
                topic: z.string().nullable(),
                effectiveFrom: z.string().nullable(),
                effectiveTo: z.string().nullable(),
                url: z.string().nullable(),
              })
              .nullable(),
            /** What it adds between documents, those of the list among them. */
            relations: z.array(
              z.object({
                as: z.enum(relationFields),
                /** The other document by type, number and day. */
                document: z.string(),
                /** Of an amendment. */
                fromDay: z.string().nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
  faultyDocumentLines: procedure({
    method: "POST",
    path: "/document-imports/faulty-lines",
    summary: "Tải riêng các dòng chưa đúng của danh sách văn bản, kèm điều cần sửa",
    may: bring,
  })
    .route({ outputStructure: "detailed" })
    .input(list)
    .output(fileOutput),
  importDocuments: procedure({
    method: "POST",
    path: "/document-imports",
    summary:
      "Nhập các văn bản mới của một danh sách (.xlsx, .xls, .csv, .json) và quan hệ thay thế, sửa đổi vào sổ, cùng một lần",
    may: bring,
  })
    .input(list.extend({ seen: z.string().max(100) }))
    .output(z.object({ importId: z.uuid(), added: z.number().int(), related: z.number().int() })),
  documentImports: procedure({
    method: "GET",
    path: "/document-imports",
    summary: "Các lần nhập danh sách văn bản vào sổ",
    may: documentPolicy.right("read"),
  }).output(imports),
  undoDocumentImport: procedure({
    method: "POST",
    path: "/document-imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập danh sách văn bản khi chưa ai dùng",
    may: bring,
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(imports),
};
