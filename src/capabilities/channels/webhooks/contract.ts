import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { webhookPolicy } from "./policy.ts";
import { messageStates, webhookKinds } from "./webhook.ts";

const right = webhookPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const slugs: string[] = webhookKinds.map(({ slug }) => slug);

const fields = z.object({
  name: z.string().trim().min(1, "Hãy ghi tên hệ thống.").max(200, "Tên dài quá 200 ký tự."),
  url: z
    .url({ protocol: /^https?$/, error: "Địa chỉ chưa đúng; hãy chép cả https://." })
    .max(500, "Địa chỉ dài quá 500 ký tự."),
  kinds: z.array(z.enum(slugs, "Không có việc cần báo này.")).min(1, "Hãy chọn ít nhất một việc cần báo."),
});

const system = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.string()),
  isOn: z.boolean(),
  offReason: z.string().nullable(),
  offAt: z.date().nullable(),
  /** Since when no call has come through. */
  failingSince: z.date().nullable(),
  waiting: z.number().int(),
  lastSentAt: z.date().nullable(),
  may: maySchema,
});

const list = z.object({
  webhooks: z.array(system),
  kinds: z.array(z.object({ slug: z.string(), label: z.string() })),
  may: maySchema,
});

/** Told once, when it is made. */
const withSecret = list.extend({ secret: z.string() });

const log = z.object({
  webhook: system,
  messages: z.array(
    z.object({
      id: z.uuid(),
      /** As the system is told it, in `webhook-id`. */
      webhookId: z.string(),
      kindLabel: z.string(),
      occurredAt: z.date(),
      state: z.enum(messageStates),
      nextTryAt: z.date().nullable(),
      body: z.string().nullable(),
      attempts: z.array(
        z.object({ at: z.date(), status: z.number().int().nullable(), words: z.string().nullable() }),
      ),
    }),
  ),
  total: z.number().int(),
  pageSize: z.number().int(),
});

export const webhookContract = {
  webhooks: procedure({
    method: "GET",
    path: "/webhooks",
    summary: "Hệ thống khác được báo tin",
    may: right("read"),
  }).output(list),
  addWebhook: procedure({
    method: "POST",
    path: "/webhooks",
    summary: "Thêm hệ thống được báo tin",
    may: right("add"),
    sensitive: true,
  })
    .input(fields)
    .output(withSecret),
  changeWebhook: procedure({
    method: "PUT",
    path: "/webhooks/{id}",
    summary: "Sửa hệ thống được báo tin",
    may: right("change"),
    sensitive: true,
  })
    .input(fields.extend(id.shape))
    .output(list),
  renewWebhookSecret: procedure({
    method: "POST",
    path: "/webhooks/{id}/secret",
    summary: "Đổi khóa ký tin báo",
    may: right("renewSecret"),
    sensitive: true,
  })
    .input(id)
    .output(withSecret),
  tryWebhook: procedure({
    method: "POST",
    path: "/webhooks/{id}/try",
    summary: "Báo thử",
    may: right("try"),
  })
    .input(id)
    .output(z.object({ taken: z.boolean(), status: z.number().int().nullable(), words: z.string() })),
  stopWebhook: procedure({
    method: "POST",
    path: "/webhooks/{id}/stop",
    summary: "Ngừng báo cho hệ thống",
    may: right("stop"),
  })
    .input(id.extend({ reason: z.string().trim().max(500, "Lý do dài quá 500 ký tự.") }))
    .output(list),
  startWebhook: procedure({
    method: "POST",
    path: "/webhooks/{id}/start",
    summary: "Báo lại cho hệ thống",
    may: right("start"),
  })
    .input(id)
    .output(list),
  removeWebhook: procedure({
    method: "DELETE",
    path: "/webhooks/{id}",
    summary: "Thôi báo cho hệ thống",
    may: right("remove"),
  })
    .input(id)
    .output(list),
  webhookLog: procedure({
    method: "GET",
    path: "/webhooks/{id}/messages",
    summary: "Nhật ký báo tin cho hệ thống",
    may: right("read"),
  })
    .input(
      id.extend({
        state: z.enum(messageStates).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(log),
  sendWebhookAgain: procedure({
    method: "POST",
    path: "/webhooks/{id}/messages/{messageId}/again",
    summary: "Gửi lại một tin báo",
    may: right("sendAgain"),
  })
    .input(id.extend({ messageId: z.uuid("Mã không đúng.") }))
    .output(log),
};
