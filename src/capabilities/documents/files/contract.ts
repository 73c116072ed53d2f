import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { signatureStates } from "#platform/official-document/signatures/signature-state.ts";
import { documentPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã văn bản không đúng.") });
const fileId = z.uuid("Mã tệp không đúng.");
const reason = z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1000 ký tự.");
const file = z
  .file()
  .min(1, "Tệp trống.")
  .max(30 * 1024 * 1024, "Tệp lớn hơn 30 MB.");

const signaturesOutput = z.object({
  unreadable: z.string().nullable(),
  signatures: z.array(
    z.object({
      kind: z.enum(["signature", "stamp"]),
      state: z.enum(signatureStates),
      why: z.string().nullable(),
      name: z.string().nullable(),
      organization: z.string().nullable(),
      issuer: z.string().nullable(),
      signedAt: z.string().nullable(),
      timeProven: z.boolean(),
      signedAfter: z.number().int(),
    }),
  ),
});

const filesOutput = z.object({
  /** Those in use first; each at /document-files/<id>. */
  files: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      contentType: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      addedAt: z.date(),
      addedBy: z.string().nullable(),
      hasText: z.boolean(),
      unreadReason: z.string().nullable(),
      /** Null: no PDF. */
      signatures: signaturesOutput.nullable(),
      checkedAt: z.date(),
      endedAt: z.date().nullable(),
      endedBy: z.string().nullable(),
      endedReason: z.string().nullable(),
      replacedBy: z.uuid().nullable(),
    }),
  ),
  may: maySchema,
});

export const filesContract = {
  files: procedure({
    method: "GET",
    path: "/documents/{id}/files",
    summary: "Tệp của văn bản và kết quả kiểm tra chữ ký số",
    may: documentPolicy.right("read"),
  })
    .input(id)
    .output(filesOutput),
  attachFile: procedure({
    method: "POST",
    path: "/documents/{id}/files",
    summary: "Đính tệp vào văn bản; tệp được giữ nguyên từng byte",
    may: documentPolicy.right("change-files"),
  })
    .input(id.extend({ file }))
    .output(filesOutput),
  replaceFile: procedure({
    method: "POST",
    path: "/documents/{id}/files/{fileId}/replace",
    summary: "Thay một tệp bằng tệp khác, có lý do; tệp cũ vẫn được giữ",
    may: documentPolicy.right("change-files"),
  })
    .input(id.extend({ fileId, file, reason }))
    .output(filesOutput),
  withdrawFile: procedure({
    method: "POST",
    path: "/documents/{id}/files/{fileId}/withdraw",
    summary: "Gỡ một tệp khỏi văn bản, có lý do; tệp vẫn được giữ trong lịch sử",
    may: documentPolicy.right("change-files"),
  })
    .input(id.extend({ fileId, reason }))
    .output(filesOutput),
};
