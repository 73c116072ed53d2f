import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { targetProgress } from "./fields.ts";
import { targetPolicy } from "./policy.ts";
import { targetCounts, targetPeriods } from "./target.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const wrongAmount = "Hãy ghi một số từ 1 đến 100.000.";

const list = z.object({ targets: z.array(targetProgress), may: maySchema });

const target = z
  .object({
    per: z.enum(targetPeriods, "Hãy chọn kỳ."),
    amount: z.number(wrongAmount).int(wrongAmount).min(1, wrongAmount).max(100_000, wrongAmount),
    unit: z.string().trim().min(1, "Hãy ghi đơn vị tính, như “tin, bài”.").max(60),
    counts: z.enum(targetCounts),
  })
  /** Null: none any more. */
  .nullable();

export const targetContract = {
  targets: procedure({
    method: "GET",
    path: "/plans/{id}/targets",
    summary: "Chỉ tiêu theo kỳ của nhiệm vụ, nghĩa vụ và kết quả kỳ này",
    may: targetPolicy.right("read"),
  })
    .input(id)
    .output(list),
  setTaskTarget: procedure({
    method: "PUT",
    path: "/tasks/{id}/target",
    summary: "Đặt hoặc bỏ chỉ tiêu theo kỳ của một nhiệm vụ",
    may: targetPolicy.right("set"),
  })
    .input(id.extend({ target }))
    .output(list),
  setObligationTarget: procedure({
    method: "PUT",
    path: "/obligations/{id}/target",
    summary: "Đặt hoặc bỏ chỉ tiêu theo kỳ của một nghĩa vụ",
    may: targetPolicy.right("set"),
  })
    .input(id.extend({ target }))
    .output(list),
};
