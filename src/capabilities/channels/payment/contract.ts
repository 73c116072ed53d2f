import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { verdicts } from "./dossier.ts";
import { dossierPolicy } from "./policy.ts";

const right = dossierPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const day = z.iso.date("Hãy chọn ngày.");

const dossier = z.object({
  itemId: z.uuid(),
  /** The text that is public now: what is accepted. */
  revisionId: z.uuid(),
  /** What is still missing, in words. */
  missing: z.array(z.string()),
  placements: z.array(
    z.object({
      accountName: z.string(),
      url: z.string().nullable(),
      where: z.string().nullable(),
      placedAt: z.date(),
      pictures: z.number().int(),
      pages: z.number().int(),
    }),
  ),
  acceptance: z
    .object({
      verdict: z.enum(verdicts),
      remarks: z.string(),
      at: z.date(),
      byName: z.string(),
      isOfThisText: z.boolean(),
    })
    .nullable(),
  may: maySchema,
});

export const paymentContract = {
  paymentDossiers: procedure({
    method: "GET",
    path: "/payment-dossiers",
    summary: "Sản phẩm đã đăng và phần còn thiếu của hồ sơ thanh toán",
    may: right("read"),
  })
    .input(z.object({ from: day, to: day, unitId: z.uuid("Mã không đúng.").optional() }))
    .output(
      z.object({
        dossiers: z.array(
          z.object({
            itemId: z.uuid(),
            title: z.string(),
            kind: z.string(),
            kindLabel: z.string(),
            unitName: z.string(),
            publishedAt: z.date(),
            placements: z.number().int(),
            verdict: z.enum(verdicts).nullable(),
            missing: z.array(z.string()),
          }),
        ),
      }),
    ),
  paymentDossier: procedure({
    method: "GET",
    path: "/content/{id}/payment-dossier",
    summary: "Phần minh chứng trong hồ sơ thanh toán của một sản phẩm",
    may: right("read"),
  })
    .input(id)
    .output(dossier),
  paymentBundle: procedure({
    method: "GET",
    path: "/content/{id}/payment-dossier/file",
    summary: "Tải phần minh chứng của hồ sơ thanh toán dạng .zip",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
  acceptProduct: procedure({
    method: "POST",
    path: "/content/{id}/acceptance",
    summary: "Nghiệm thu sản phẩm",
    may: right("accept"),
  })
    .input(
      id.extend({
        revisionId: z.uuid("Mã không đúng."),
        verdict: z.enum(verdicts, "Hãy chọn kết luận."),
        remarks: z.string().trim().max(2000, "Nhận xét dài quá 2.000 ký tự.").default(""),
      }),
    )
    .output(dossier),
  takeBackAcceptance: procedure({
    method: "POST",
    path: "/content/{id}/acceptance/take-back",
    summary: "Rút nghiệm thu",
    may: right("takeBack"),
  })
    .input(id.extend({ reason: z.string().trim().max(500, "Lý do dài quá 500 ký tự.") }))
    .output(dossier),
};
