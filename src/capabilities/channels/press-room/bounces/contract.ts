import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { accountList } from "../../accounts/contract.ts";
import { accountPolicy } from "../../accounts/policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const line = (longest: number, name: string) => z.string().trim().max(longest, `${name} dài bất thường.`);

export const mailboxContract = {
  setPressMailbox: procedure({
    method: "PUT",
    path: "/channel-accounts/{id}/mailbox",
    summary: "Đặt hộp thư nhận thư trả về, hệ thống tự đọc",
    may: accountPolicy.right("connect"),
    sensitive: true,
  })
    .input(
      id.extend({
        address: z
          .email("Địa chỉ chưa đúng, ví dụ tra-ve@so.tinh.gov.vn.")
          .max(200, "Địa chỉ dài bất thường."),
        usesTags: z.boolean().default(true),
        host: line(200, "Tên máy chủ").min(1, "Hãy điền máy chủ nhận thư (IMAP)."),
        port: z
          .number("Cổng là một số.")
          .int()
          .min(1, "Cổng từ 1 đến 65535.")
          .max(65_535, "Cổng từ 1 đến 65535."),
        isTls: z.boolean().default(true),
        user: line(200, "Tên đăng nhập").min(1, "Hãy điền tên đăng nhập."),
        password: z.string().max(4000, "Mật khẩu dài bất thường.").default(""),
        tokenUrl: line(500, "Địa chỉ cấp mã").default(""),
        clientId: line(500, "Mã ứng dụng").default(""),
        clientSecret: line(4000, "Khóa bí mật").default(""),
        refreshToken: line(4000, "Mã làm mới").default(""),
        scope: line(1000, "Phạm vi quyền").default(""),
        folder: line(200, "Tên thư mục")
          .default("")
          .transform((name) => name || "INBOX"),
        certificate: line(8000, "Chứng thư").default(""),
      }),
    )
    .output(accountList),
  dropPressMailbox: procedure({
    method: "DELETE",
    path: "/channel-accounts/{id}/mailbox",
    summary: "Thôi đọc hộp thư nhận thư trả về",
    may: accountPolicy.right("connect"),
    sensitive: true,
  })
    .input(id)
    .output(accountList),
};
