import { z } from "zod";
import { signedAsOutput } from "#organization/contract";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { filesContract } from "./files/contract.ts";
import { documentImportContract } from "./imports/contract.ts";
import { forces } from "./official-document.ts";
import { documentPolicy } from "./policy.ts";
import { promptnessContract } from "./promptness/contract.ts";
import { publishingContract } from "./publishing/contract.ts";
import { searchingContract } from "./searching/contract.ts";
import { sharingContract } from "./sharing/contract.ts";
import { trustContract } from "./trust/contract.ts";

const text = (label: string, longest = 500) =>
  z.string().trim().min(1, `Hãy nhập ${label}.`).max(longest, `${label} dài quá ${longest} ký tự.`);
const day = (label: string) => z.iso.date(`${label} chưa đúng; hãy gõ ngày/tháng/năm.`).nullable();

/** What names and describes a document; blank parts are null. */
export const documentInput = z.object({
  number: text("số, ký hiệu", 60).nullable(),
  type: text("loại văn bản", 60),
  issuedOn: day("Ngày ban hành"),
  issuer: text("cơ quan ban hành", 200).nullable(),
  abstract: text("trích yếu").nullable(),
  effectiveFrom: day("Ngày có hiệu lực").default(null),
  effectiveTo: day("Ngày hết hiệu lực").default(null),
  url: z
    .url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." })
    .nullable()
    .default(null),
  /** Issued by the agency itself: its number is given once a year. */
  outgoing: z.boolean().default(false),
  /** What a legal instrument is about; null for every other document. */
  topic: text("lĩnh vực", 100).nullable().default(null),
  /** Of an outgoing document: the authority that it was signed with; absent: the only one that covers its day. */
  authorityId: z.uuid("Hãy chọn người ký.").optional(),
});

const documentOutput = documentInput.omit({ authorityId: true }).extend({
  id: z.uuid(),
  /** The instrument that took its place. */
  replacedBy: z.object({ id: z.uuid(), number: z.string().nullable() }).nullable(),
  /** On today's day, from the two dates; null for what is no legal instrument. */
  force: z.enum(forces).nullable(),
  /** On today's day another document amends it. */
  amended: z.boolean(),
  keptBy: z.string().nullable(),
  toConfirm: z.boolean(),
  /** Who signed it for the agency; null: not known, or another agency's. */
  signedAs: signedAsOutput.nullable(),
  confirmed: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  may: maySchema,
});

const id = z.object({ id: z.uuid("Mã văn bản không đúng.") });

export const documentsContract = {
  list: procedure({
    method: "GET",
    path: "/documents",
    summary: "Sổ văn bản; tìm không cần gõ dấu",
    may: documentPolicy.right("read"),
  })
    .input(
      z.object({
        q: z.string().max(200).default(""),
        type: z.string().max(60).default(""),
        year: z.coerce.number().int().min(1900).max(2200).nullable().default(null),
        /** The newest so many; left out: all. */
        most: z.coerce.number().int().min(1).max(100).optional(),
      }),
    )
    .output(z.object({ documents: z.array(documentOutput), may: maySchema })),
  get: procedure({
    method: "GET",
    path: "/documents/{id}",
    summary: "Xem một văn bản",
    may: documentPolicy.right("read"),
  })
    .input(id)
    .output(documentOutput),
  register: procedure({
    method: "POST",
    path: "/documents",
    summary: "Ghi văn bản vào sổ",
    may: documentPolicy.right("register"),
  })
    .input(documentInput)
    .output(documentOutput),
  correct: procedure({
    method: "PUT",
    path: "/documents/{id}",
    summary: "Sửa văn bản đã ghi, có lý do",
    may: documentPolicy.right("correct"),
  })
    .input(
      documentInput.extend({
        id: z.uuid("Mã văn bản không đúng."),
        replacedBy: z.uuid("Mã văn bản không đúng.").nullable().default(null),
        reason: z.string().trim().min(1, "Hãy ghi lý do sửa.").max(1000, "Lý do dài quá 1000 ký tự."),
      }),
    )
    .output(documentOutput),
  confirm: procedure({
    method: "POST",
    path: "/documents/{id}/confirm",
    summary: "Xác nhận đã đối chiếu với văn bản gốc",
    may: documentPolicy.right("confirm"),
  })
    .input(id)
    .output(documentOutput),
  loadInstruments: procedure({
    method: "POST",
    path: "/documents/load-instruments",
    summary: "Nạp danh mục văn bản pháp luật đi kèm phần mềm",
    may: documentPolicy.right("load-instruments"),
  }).output(z.object({ added: z.number().int(), completed: z.number().int() })),
  ...sharingContract,
  ...filesContract,
  ...documentImportContract,
  ...promptnessContract,
  ...publishingContract,
  ...trustContract,
  ...searchingContract,
};
