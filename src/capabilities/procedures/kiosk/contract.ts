import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { procedurePolicy } from "../policy.ts";

const setting = z.object({
  message: z.string().trim().max(300, "Lời chào dài quá 300 ký tự.").default(""),
  idleSeconds: z
    .number("Hãy ghi số giây.")
    .int("Hãy ghi số giây là số nguyên.")
    .min(30, "Ít nhất 30 giây, để người đọc chậm kịp đọc.")
    .max(900, "Nhiều nhất 900 giây."),
});

/** `path`: where the screen stands on the portal. */
const shown = setting.extend({ path: z.string(), may: maySchema });

export const kioskContract = {
  kiosk: procedure({
    method: "GET",
    path: "/procedure-kiosk",
    summary: "Màn hình tra cứu thủ tục đặt ở quầy: lời chào, thời gian chờ",
    may: procedurePolicy.right("read"),
  }).output(shown),
  setKiosk: procedure({
    method: "PUT",
    path: "/procedure-kiosk",
    summary: "Đặt lời chào và thời gian chờ của màn hình tra cứu ở quầy",
    may: procedurePolicy.right("save"),
  })
    .input(setting)
    .output(shown),
};
