import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { documentPolicy } from "../policy.ts";

const trustOutput = z.object({
  certificates: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      fingerprint: z.string(),
      validFrom: z.date(),
      validTo: z.date(),
      addedAt: z.date(),
      addedBy: z.string().nullable(),
    }),
  ),
  may: maySchema,
});

export const trustContract = {
  trustedCertificates: procedure({
    method: "GET",
    path: "/trusted-certificates",
    summary: "Chứng thư gốc mà cơ quan tin cậy khi kiểm tra chữ ký số",
    may: documentPolicy.right("read"),
  }).output(trustOutput),
  trustCertificate: procedure({
    method: "POST",
    path: "/trusted-certificates",
    summary: "Thêm chứng thư gốc tin cậy (dán dạng PEM)",
    may: documentPolicy.right("choose-trust"),
  })
    .input(
      z.object({
        pem: z.string().trim().min(1, "Hãy dán chứng thư.").max(200_000, "Phần dán dài quá 200.000 ký tự."),
      }),
    )
    .output(trustOutput),
  distrustCertificate: procedure({
    method: "POST",
    path: "/trusted-certificates/{id}/remove",
    summary: "Bỏ một chứng thư gốc khỏi danh sách tin cậy, có lý do",
    may: documentPolicy.right("choose-trust"),
  })
    .input(
      z.object({
        id: z.uuid("Mã chứng thư không đúng."),
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1000 ký tự."),
      }),
    )
    .output(trustOutput),
};
