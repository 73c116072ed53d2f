import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { kindNames, LONGEST_WORDS } from "../feedback.ts";
import { feedbackPolicy } from "../policy.ts";

const right = feedbackPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Dài quá ${most.toLocaleString("vi-VN")} ký tự.`);
const orNull = (most: number) =>
  text(most)
    .nullable()
    .default(null)
    .transform((given) => given || null);
const done = z.object({ id: z.uuid() });

const mails = z.object({
  mails: z.array(
    z.object({
      id: z.uuid(),
      cameAt: z.date(),
      subject: z.string(),
      words: z.string(),
      /** Why attachments were not taken. */
      dropped: z.array(z.string()),
      pictures: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
      mentioned: z.array(z.object({ id: z.uuid(), code: z.string() })),
    }),
  ),
  /** By state, of the last thirty days. */
  counts: z.record(z.string(), z.number().int()),
  mailbox: z
    .object({
      address: z.string(),
      lastReadAt: z.date().nullable(),
      failingSince: z.date().nullable(),
      why: z.string().nullable(),
      /** Told to who may set it. */
      known: z
        .object({
          ...{ host: z.string(), port: z.number().int(), isTls: z.boolean(), user: z.string() },
          ...{ folder: z.string(), certificate: z.string() },
          oauth: z.object({ tokenUrl: z.string(), clientId: z.string(), scope: z.string() }).nullable(),
        })
        .nullable(),
    })
    .nullable(),
  may: maySchema,
});

export const mailContract = {
  mails: procedure({
    method: "GET",
    path: "/feedback-mails",
    summary: "Thư gửi tới hộp thư phản ánh, đang chờ ghi thành phản ánh",
    may: right("list"),
  }).output(mails),
  openMail: procedure({
    method: "POST",
    path: "/feedback-mails/{id}/open",
    summary: "Xem ai gửi một thư đang chờ; mỗi lần xem đều ghi nhật ký",
    may: right("enter"),
  })
    .input(id)
    .output(z.object({ name: z.string(), address: z.string(), cameAt: z.date() })),
  takeMail: procedure({
    method: "POST",
    path: "/feedback-mails/{id}/take",
    summary: "Ghi một thư thành phản ánh, kiến nghị",
    may: right("enter"),
  })
    .input(
      id.extend({
        kind: z.enum(kindNames, { error: "Chọn loại." }),
        fieldId: z.uuid("Mã không đúng.").nullable().default(null),
        words: text(LONGEST_WORDS).min(1, "Ghi nội dung phản ánh."),
        place: orNull(300),
        name: text(200).default(""),
        phone: text(50).default(""),
        address: text(300).default(""),
        mail: z.union([z.literal(""), z.email("Địa chỉ thư chưa đúng.").max(200)]).default(""),
        officialCode: orNull(100),
        receivedOn: z.iso.date("Ngày không đúng."),
      }),
    )
    .output(z.object({ id: z.uuid(), code: z.string() })),
  dismissMail: procedure({
    method: "POST",
    path: "/feedback-mails/{id}/dismiss",
    summary: "Bỏ qua một thư không phải phản ánh, kèm lý do; nội dung thư bị xóa",
    may: right("enter"),
  })
    .input(id.extend({ reason: text(500).min(1, "Hãy ghi lý do.") }))
    .output(done),
  redirectMail: procedure({
    method: "POST",
    path: "/feedback-mails/{id}/redirect",
    summary: "Thư là khiếu nại, tố cáo: chỉ nơi nhận cho người gửi, không giữ nội dung",
    may: right("enter"),
  })
    .input(id)
    .output(done),
  setMailbox: procedure({
    method: "PUT",
    path: "/feedback-mailbox",
    summary: "Đặt hộp thư nhận phản ánh, hệ thống tự đọc",
    may: right("mailbox"),
    sensitive: true,
  })
    .input(
      z.object({
        address: z
          .email("Địa chỉ chưa đúng, ví dụ phan-anh@so.tinh.gov.vn.")
          .max(200, "Địa chỉ dài bất thường."),
        host: text(200).min(1, "Hãy điền máy chủ nhận thư (IMAP)."),
        port: z
          .number("Cổng là một số.")
          .int()
          .min(1, "Cổng từ 1 đến 65535.")
          .max(65_535, "Cổng từ 1 đến 65535."),
        isTls: z.boolean().default(true),
        user: text(200).min(1, "Hãy điền tên đăng nhập."),
        password: z.string().max(4000, "Mật khẩu dài bất thường.").default(""),
        ...{ tokenUrl: text(500).default(""), clientId: text(500).default("") },
        ...{ clientSecret: text(4000).default(""), refreshToken: text(4000).default("") },
        scope: text(1000).default(""),
        folder: text(200)
          .default("")
          .transform((name) => name || "INBOX"),
        certificate: text(8000).default(""),
      }),
    )
    .output(mails),
  dropMailbox: procedure({
    method: "DELETE",
    path: "/feedback-mailbox",
    summary: "Thôi đọc hộp thư nhận phản ánh",
    may: right("mailbox"),
    sensitive: true,
  }).output(mails),
};
