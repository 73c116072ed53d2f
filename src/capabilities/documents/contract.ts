import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { documentPolicy } from "./policy.ts";

const text = (label: string, longest = 500) =>
  z.string().trim().min(1, `Hãy nhập ${label}.`).max(longest, `${label} dài quá ${longest} ký tự.`);

/** What names and describes a document; blank parts are null. */
export const documentInput = z.object({
  number: text("số, ký hiệu", 60).nullable(),
  type: text("loại văn bản", 60),
  issuedOn: z.iso.date("Ngày ban hành phải có dạng năm-tháng-ngày.").nullable(),
  issuer: text("cơ quan ban hành", 200).nullable(),
  abstract: text("trích yếu").nullable(),
  effectiveFrom: z.iso.date().nullable().default(null),
  effectiveTo: z.iso.date().nullable().default(null),
  url: z
    .url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." })
    .nullable()
    .default(null),
});

const documentOutput = documentInput.extend({
  id: z.uuid(),
  replacedBy: z.uuid().nullable(),
  may: maySchema,
});

export const documentsContract = {
  list: procedure({
    method: "GET",
    path: "/documents",
    summary: "Sổ văn bản",
    may: documentPolicy.right("read"),
  })
    .input(z.object({ q: z.string().max(200).default("") }))
    .output(z.object({ documents: z.array(documentOutput), may: maySchema })),
  get: procedure({
    method: "GET",
    path: "/documents/{id}",
    summary: "Xem một văn bản",
    may: documentPolicy.right("read"),
  })
    .input(z.object({ id: z.uuid("Mã văn bản không đúng.") }))
    .output(documentOutput),
  register: procedure({
    method: "POST",
    path: "/documents",
    summary: "Ghi văn bản vào sổ",
    may: documentPolicy.right("register"),
  })
    .input(documentInput)
    .output(documentOutput),
};
