import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { reminderPolicy } from "./policy.ts";

const days = (min: number, max: number) => {
  const wrong = `Hãy ghi số ngày làm việc từ ${min} đến ${max}.`;
  return z.number(wrong).int(wrong).min(min, wrong).max(max, wrong);
};

const settings = z.object({
  active: z.boolean(),
  firstBefore: days(1, 60),
  lastBefore: days(0, 59),
  headAfter: days(1, 248),
  editorAfter: days(2, 249),
  leadershipAfter: days(3, 250),
});
const settingsOutput = settings.extend({ may: maySchema });

export const reminderContract = {
  getReminders: procedure({
    method: "GET",
    path: "/reminders",
    summary: "Khi nào nhắc việc, báo lên cấp nào",
    may: reminderPolicy.right("read"),
  }).output(settingsOutput),
  setReminders: procedure({
    method: "PUT",
    path: "/reminders",
    summary: "Đặt số ngày làm việc nhắc trước hạn, báo lên khi quá hạn",
    may: reminderPolicy.right("set"),
  })
    .input(settings)
    .output(settingsOutput),
};
