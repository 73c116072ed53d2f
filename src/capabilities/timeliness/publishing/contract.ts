import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { periodCode } from "../period-input.ts";
import { dossierPolicy } from "../policy.ts";

const publications = z.object({
  publications: z.array(
    z.object({
      ...{ id: z.uuid(), period: z.string(), version: z.number().int(), reason: z.string() },
      ...{ label: z.string(), until: z.string(), publishedAt: z.date(), publishedByName: z.string() },
    }),
  ),
  may: maySchema,
});

export const publicationContract = {
  publications: procedure({
    method: "GET",
    path: "/dossier-publications",
    summary: "Số liệu tiến độ hồ sơ đã công khai",
    may: dossierPolicy.right("read"),
  }).output(publications),
  publishFigures: procedure({
    method: "POST",
    path: "/dossier-publications",
    summary:
      "Công khai số liệu tiến độ hồ sơ của một kỳ như lúc này; kỳ đã công khai thì là bản sửa, kèm lý do",
    may: dossierPolicy.right("publish"),
  })
    .input(
      z.object({
        period: periodCode,
        reason: z.string().trim().max(500, "Lý do dài quá 500 ký tự.").default(""),
        /** Stands as a proof of the obligations that ask for such figures. */
        isProof: z.boolean().default(false),
      }),
    )
    .output(publications),
};
