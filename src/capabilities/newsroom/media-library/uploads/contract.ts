import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { mediaFacts, mediaOutput } from "../contract.ts";
import { mediaPolicy } from "../policy.ts";

/** Bytes of the largest part. */
const LARGEST_PART = 8 * 1024 * 1024;

const id = z.uuid("Mã không đúng.");

export const uploadContract = {
  uploads: procedure({
    method: "GET",
    path: "/media-uploads",
    summary: "Tệp của bạn đang tải lên dở, và tệp lớn nhất mà kho nhận",
    may: mediaPolicy.right("read"),
  })
    .input(z.object({}))
    .output(
      z.object({
        uploads: z.array(
          z.object({
            id: z.uuid(),
            fileName: z.string(),
            bytes: z.number().int(),
            received: z.number().int(),
            fingerprint: z.string(),
            begunAt: z.date(),
          }),
        ),
        /** Bytes of the largest file of each sort. */
        largest: z.object({
          picture: z.number(),
          video: z.number(),
          audio: z.number(),
          document: z.number(),
        }),
      }),
    ),
  beginUpload: procedure({
    method: "POST",
    path: "/media-uploads",
    summary: "Bắt đầu tải một tệp lên theo từng phần, hoặc tải tiếp",
    may: mediaPolicy.right("upload"),
  })
    .input(
      z.object({
        /** Made by the sender, one for each file. */
        id,
        fileName: z.string().max(500),
        bytes: z.number().int().min(1, "Tệp này rỗng; hãy chọn tệp khác."),
        /** By which the sender tells its file again. */
        fingerprint: z.string().max(800).default(""),
      }),
    )
    .output(z.object({ received: z.number().int(), mediaId: z.uuid().nullable() })),
  sendPart: procedure({
    method: "PUT",
    path: "/media-uploads/{id}/part",
    summary: "Gửi một phần của tệp; trả lời số byte đã nhận",
    may: mediaPolicy.right("upload"),
  })
    .input(
      z.object({
        id,
        /** Where the part begins, in bytes. */
        offset: z.coerce.number().int().min(0),
        part: z.file().min(1, "Phần này rỗng.").max(LARGEST_PART, "Mỗi phần không quá 8 MB."),
      }),
    )
    .output(z.object({ received: z.number().int() })),
  finishUpload: procedure({
    method: "POST",
    path: "/media-uploads/{id}/finish",
    summary: "Đưa tệp đã tải lên đủ vào kho",
    may: mediaPolicy.right("upload"),
  })
    .input(
      z.object({
        id,
        /** Null: said later. */
        facts: mediaFacts.nullable().default(null),
        /** True: of a picture neither place nor camera is kept, in its original either. */
        bare: z.boolean().default(false),
      }),
    )
    .output(mediaOutput),
  dropUpload: procedure({
    method: "DELETE",
    path: "/media-uploads/{id}",
    summary: "Bỏ một tệp đang tải lên dở",
    may: mediaPolicy.right("upload"),
  })
    .input(z.object({ id }))
    .output(z.object({ dropped: z.literal(true) })),
};
