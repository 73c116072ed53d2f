import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { procedurePolicy } from "../policy.ts";
import { codePattern } from "../procedure-code.ts";
import { type Level, levelLabels } from "../procedure-record.ts";
import { actionLabels, type DecisionAction, decisionStateLabels, replacedCodes } from "./decision.ts";

const keys = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];
const id = z.object({ id: z.uuid("Mã không đúng.") });
const line = (longest: number) =>
  z.string().trim().max(longest, `Mục này dài quá ${longest} ký tự.`).default("");
const day = (message: string) => z.iso.date(message);
const save = procedurePolicy.right("save");
const badCode = "Mã thủ tục chưa đúng; ví dụ 1.004628.";

const row = z.object({
  code: z.string().trim().regex(codePattern, badCode),
  name: line(2000),
  action: z.enum(keys<DecisionAction>(actionLabels)),
  /** One or more, "1.000822, 1.000823". */
  replacesCode: z
    .string()
    .trim()
    .max(1000, "Mục này dài quá 1000 ký tự.")
    .refine(
      (written) => replacedCodes({ replacesCode: written }).every((one) => codePattern.test(one)),
      badCode,
    )
    .default(""),
  field: line(500),
  level: z.enum(keys<Level>(levelLabels)).nullable().default(null),
});

const madeKnown = z.object({
  form: z.string().trim().min(1, "Hãy ghi hình thức.").max(200, "Hình thức dài quá 200 ký tự."),
  url: z.url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." }).nullable(),
  on: day("Hãy chọn ngày công bố."),
});

const decision = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  number: z.string(),
  issuedOn: z.string().nullable(),
  issuer: z.string(),
  abstract: z.string(),
  url: z.string().nullable(),
  effectiveOn: z.string(),
  note: z.string(),
  state: z.enum(keys(decisionStateLabels)),
  confirmedAt: z.date().nullable(),
  confirmedByName: z.string().nullable(),
  madeKnown: z.array(madeKnown),
  rows: z.array(
    row.extend({
      code: z.string(),
      replacesCode: z.string(),
      /** In the register; null: not yet, or never. */
      procedureId: z.uuid().nullable(),
    }),
  ),
  /** How far it has been carried through, and what is missing where. */
  standing: z.object({
    done: z.number().int(),
    total: z.number().int(),
    missing: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        places: z.array(z.string()),
        /** Of one that is still carried out: the day from which it must be gone. */
        removeFrom: z.string().nullable(),
      }),
    ),
    settledOn: z.string().nullable(),
  }),
  /** Obligations of the plan that it proves. */
  proves: z.array(z.object({ id: z.uuid(), name: z.string(), planId: z.uuid() })),
  may: maySchema,
});

const fields = z.object({
  number: z.string().trim().min(1, "Hãy nhập số, ký hiệu.").max(60, "Số, ký hiệu dài quá 60 ký tự."),
  issuedOn: day("Hãy chọn ngày ban hành."),
  issuer: line(200),
  abstract: line(500),
  url: z
    .url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." })
    .nullable()
    .default(null),
  effectiveOn: day("Hãy chọn ngày có hiệu lực."),
  note: line(1000),
  rows: z.array(row).max(1000, "Mỗi quyết định nhiều nhất 1.000 dòng."),
});

export const decisionContract = {
  decisions: procedure({
    method: "GET",
    path: "/procedure-decisions",
    summary: "Các quyết định công bố thủ tục",
    may: procedurePolicy.right("read"),
  }).output(z.object({ decisions: z.array(decision), may: maySchema })),
  readDecision: procedure({
    method: "POST",
    path: "/procedure-decisions/read",
    summary: "Đọc một quyết định công bố từ tệp .docx, .odt, .pdf; chưa ghi gì",
    may: save,
  })
    .input(
      z.object({
        file: z
          .file("Hãy chọn tệp quyết định.")
          .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
          .max(30 * 1024 * 1024, "Tệp lớn hơn 30 MB nên không được nhận."),
      }),
    )
    .output(
      z.object({
        number: z.string().nullable(),
        issuedOn: z.string().nullable(),
        issuer: z.string().nullable(),
        abstract: z.string().nullable(),
        effectiveOn: z.string().nullable(),
        rows: z.array(row.extend({ code: z.string(), replacesCode: z.string() })),
        warnings: z.array(z.string()),
      }),
    ),
  addDecision: procedure({
    method: "POST",
    path: "/procedure-decisions",
    summary: "Ghi một quyết định công bố cùng các dòng của nó, chờ xác nhận",
    may: save,
  })
    .input(fields.extend(id.shape))
    .output(decision),
  changeDecision: procedure({
    method: "PUT",
    path: "/procedure-decisions/{id}",
    summary: "Sửa một quyết định công bố còn chờ xác nhận",
    may: save,
  })
    .input(fields.extend(id.shape))
    .output(decision),
  confirmDecision: procedure({
    method: "POST",
    path: "/procedure-decisions/{id}/confirm",
    summary: "Xác nhận các dòng đúng với quyết định: sổ thủ tục đổi theo, hạn công khai bắt đầu tính",
    may: save,
  })
    .input(id)
    .output(decision),
  announceDecision: procedure({
    method: "POST",
    path: "/procedure-decisions/{id}/made-known",
    summary: "Ghi quyết định đã được công bố bằng những hình thức nào",
    may: save,
  })
    .input(id.extend({ madeKnown: z.array(madeKnown).max(30, "Nhiều nhất 30 hình thức.") }))
    .output(decision),
  proveByDecision: procedure({
    method: "POST",
    path: "/procedure-decisions/{id}/prove",
    summary: "Ghi quyết định đã công khai đủ mọi nơi làm minh chứng của nghĩa vụ trong kế hoạch",
    may: save,
  })
    .input(id.extend({ obligationIds: z.array(z.uuid("Mã không đúng.")).max(50, "Nhiều nhất 50 nghĩa vụ.") }))
    .output(decision),
};
