import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { spokespersonPolicy } from "../spokespeople/policy.ts";

const whole = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);

const limits = z.object({
  warnedDays: z
    .array(whole(1, 90, "Số ngày báo trước từ 1 đến 90."))
    .min(1, "Hãy ghi ít nhất một mốc báo trước.")
    .max(5, "Nhiều nhất 5 mốc báo trước."),
  softMost: whole(1, 20, "Số lần từ 1 đến 20."),
  softDays: whole(1, 365, "Số ngày từ 1 đến 365."),
});
const output = limits.extend({ may: maySchema });

export const limitContract = {
  pressLimits: procedure({
    method: "GET",
    path: "/press/limits",
    summary: "Mốc báo trước hết thời hạn phát ngôn, mức dừng gửi một địa chỉ",
    may: spokespersonPolicy.right("read"),
  }).output(output),
  setPressLimits: procedure({
    method: "PUT",
    path: "/press/limits",
    summary: "Đặt mốc báo trước hết thời hạn phát ngôn, mức dừng gửi một địa chỉ",
    may: spokespersonPolicy.right("limit"),
  })
    .input(limits)
    .output(output),
};
