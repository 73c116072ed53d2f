import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";

const output = z.object({
  /** What a browser subscribes to (VAPID), base64url; null: this installation's address is not protected by https. */
  publicKey: z.string().nullable(),
  devices: z.array(
    z.object({
      id: z.uuid(),
      /** In words: "Chrome trên điện thoại Android". */
      name: z.string(),
      endpoint: z.string(),
      addedAt: z.date(),
      lastSentAt: z.date().nullable(),
      lastError: z.string().nullable(),
    }),
  ),
});

const key = z
  .string()
  .max(200)
  .regex(/^[\w-]+=*$/, "Khóa của thiết bị không đúng.");

export const pushContract = {
  listPushDevices: procedure({
    method: "GET",
    path: "/me/push-devices",
    summary: "Các thiết bị nhận thông báo của tôi",
    may: "signed-in",
  }).output(output),
  addPushDevice: procedure({
    method: "POST",
    path: "/me/push-devices",
    summary: "Nhận thông báo trên thiết bị này",
    may: "signed-in",
  })
    .input(z.object({ endpoint: z.string().max(2000), publicKey: key, authSecret: key }))
    .output(output),
  endPushDevice: procedure({
    method: "POST",
    path: "/me/push-devices/{id}/end",
    summary: "Thôi gửi thông báo đến một thiết bị của tôi",
    may: "signed-in",
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(output),
};
