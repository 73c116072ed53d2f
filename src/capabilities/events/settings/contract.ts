import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { eventPolicy } from "../policy.ts";
import { KEEP_FROM, KEEP_TO, REMIND_FROM, REMIND_TO } from "./event-rule.ts";

const days = (least: number, most: number) => {
  const message = `Ghi số ngày từ ${least} đến ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
};

export const eventRule = z.object({
  questionDays: days(KEEP_FROM, KEEP_TO),
  codeDays: days(KEEP_FROM, KEEP_TO),
  beforeDays: days(REMIND_FROM, REMIND_TO),
  afterDays: days(REMIND_FROM, REMIND_TO),
});

export const settingsContract = {
  setRule: procedure({
    method: "PUT",
    path: "/event-rule",
    summary: "Đặt thời gian giữ câu hỏi, mã giấy mời và ngày nhắc của sự kiện",
    may: eventPolicy.right("rule"),
  })
    .input(eventRule)
    .output(eventRule),
};
