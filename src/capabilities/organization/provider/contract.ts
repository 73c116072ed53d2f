import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { organizationPolicy } from "../policy.ts";

const manage = organizationPolicy.right("manage");
const filled = (what: string, most = 200) =>
  z.string().trim().min(1, `Hãy nhập ${what}.`).max(most, `${what} dài quá ${most} ký tự.`);
const issuer = filled("địa chỉ").refine(
  (value) =>
    URL.canParse(value) && ["https:", "http:"].includes(new URL(value).protocol) && !/[?#]/.test(value),
  { error: "Địa chỉ bắt đầu bằng https://, không có phần sau dấu ? hay #." },
);
const fields = z.object({
  name: filled("tên trên nút", 60),
  issuer,
  clientId: filled("mã ứng dụng"),
  domains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "Tên miền viết như so.example.gov.vn."),
    )
    .min(1, "Hãy nhập ít nhất một tên miền thư điện tử.")
    .max(50),
  twoFactorValues: z.array(filled("giá trị", 200)).max(20),
  active: z.boolean(),
});
const secret = z
  .string()
  .trim()
  .max(500)
  .nullable()
  .transform((text) => text || null);
const answer = z.object({
  /** Null: none is set up. */
  provider: fields.nullable(),
  /** Path of the address to register at the provider; the public origin stands before it. */
  callbackPath: z.string(),
  /** The same, of the address after signing out there. */
  signedOutPath: z.string(),
});
const links = z.object({
  links: z.array(z.object({ issuer: z.string(), name: z.string(), linkedAt: z.date() })),
  open: z.array(z.object({ key: z.string(), name: z.string() })),
});

export const providerContract = {
  getProvider: procedure({
    method: "GET",
    path: "/agency/sign-in-provider",
    summary: "Nơi đăng nhập chung (OIDC) của cơ quan",
    may: organizationPolicy.right("read"),
  }).output(answer),
  setProvider: procedure({
    method: "PUT",
    path: "/agency/sign-in-provider",
    summary: "Đặt nơi đăng nhập chung (OIDC); mã bí mật để trống thì giữ như cũ",
    may: manage,
    sensitive: true,
  })
    .input(fields.extend({ secret }))
    .output(answer),
  removeProvider: procedure({
    method: "POST",
    path: "/agency/sign-in-provider/remove",
    summary: "Bỏ nơi đăng nhập chung",
    may: manage,
    sensitive: true,
  }).output(answer),
  tryProvider: procedure({
    method: "POST",
    path: "/agency/sign-in-provider/trial",
    summary: "Thử kết nối với nơi đăng nhập chung, không lưu gì",
    may: manage,
    sensitive: true,
  })
    .input(z.object({ issuer, clientId: filled("mã ứng dụng"), secret }))
    .output(z.object({ findings: z.array(z.object({ ok: z.boolean(), text: z.string() })) })),
  listProviderLinks: procedure({
    method: "GET",
    path: "/me/provider-links",
    summary: "Liên kết của tôi với nơi đăng nhập chung",
    may: "signed-in",
  }).output(links),
  unlinkProvider: procedure({
    method: "POST",
    path: "/me/provider-links/remove",
    summary: "Gỡ liên kết của tôi với nơi đăng nhập chung",
    may: "signed-in",
    sensitive: true,
  })
    .input(z.object({ issuer: z.string().max(300) }))
    .output(links),
};
