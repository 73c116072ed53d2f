import { z } from "zod";
import { fileOutput, procedure } from "#platform/auth/contract-base.ts";
import { mediaPolicy } from "../policy.ts";

const input = z.object({ id: z.uuid("Mã không đúng.") });

export const originalContract = {
  originalFacts: procedure({
    method: "GET",
    path: "/media/{id}/original/facts",
    summary: "Tệp gốc của ảnh là tệp gì, có còn ghi chú của máy ảnh không",
    may: mediaPolicy.right("read"),
  })
    .input(input)
    .output(
      z.object({
        /** Null: there is none beside what is served. Pixels as shown; `hasNotes`: perhaps place, time and device. */
        original: z
          .object({
            format: z.string(),
            width: z.number().int(),
            height: z.number().int(),
            bytes: z.number().int(),
            hasNotes: z.boolean(),
          })
          .nullable(),
      }),
    ),
  takeOriginal: procedure({
    method: "POST",
    path: "/media/{id}/original",
    summary: "Tải tệp gốc của ảnh, còn nguyên nơi chụp và máy chụp",
    may: mediaPolicy.right("takeOriginal"),
  })
    .route({ outputStructure: "detailed" })
    .input(input)
    .output(fileOutput),
};
