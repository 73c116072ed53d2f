import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { documentPolicy } from "../policy.ts";

export const searchingContract = {
  searchFiles: procedure({
    method: "GET",
    path: "/document-file-texts",
    summary: "Tìm trong chữ của tệp văn bản, cả văn bản chưa công khai; không cần gõ dấu",
    may: documentPolicy.right("read"),
  })
    .input(
      z.object({
        q: z.string().max(200).default(""),
        page: z.coerce.number().int().min(1).max(100).default(1),
      }),
    )
    .output(
      z.object({
        /** Documents; where `isMore`, at least so many. */
        total: z.number().int(),
        isMore: z.boolean(),
        hits: z.array(
          z.object({
            documentId: z.uuid(),
            type: z.string(),
            number: z.string().nullable(),
            abstract: z.string().nullable(),
            issuedOn: z.string().nullable(),
            /** Stands at /document-files/<id>. */
            fileId: z.uuid(),
            fileName: z.string(),
            /** What stands around the words in the file; marked: what was looked for. */
            passage: z.array(z.object({ text: z.string(), marked: z.boolean() })),
          }),
        ),
      }),
    ),
};
