import { z } from "zod";
import type { OutgoingCall } from "#platform/work/plug.ts";

const header = (name: string, description: string) => ({
  ...{ name, in: "header", required: true, description },
  schema: { type: "string" },
});

/** The calls that we make to systems outside, as the `webhooks` of an OpenAPI 3.1 document. */
export const describeCalls = (calls: OutgoingCall[]) =>
  Object.fromEntries(
    calls.map(({ slug, label, data }) => [
      slug,
      {
        post: {
          summary: label,
          parameters: [
            header("webhook-id", "Mã của tin, như nhau ở mọi lần gửi: nhận lại mã đã có thì bỏ qua."),
            header("webhook-timestamp", "Giờ gửi, số giây từ 1/1/1970; lệch quá 5 phút thì từ chối."),
            header("webhook-signature", "Một hoặc nhiều chữ ký “v1,…” cách nhau bằng dấu cách."),
          ],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["type", "timestamp", "data"],
                  properties: {
                    type: { const: slug },
                    timestamp: { type: "string", format: "date-time", description: "Lúc việc xảy ra." },
                    data: z.toJSONSchema(data),
                  },
                },
              },
            },
          },
          responses: { "2XX": { description: "Đã nhận; không cần nội dung." } },
        },
      },
    ]),
  );
