import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { organizationPolicy } from "../policy.ts";
import { passwordBounds, SHORTEST_PASSWORD } from "./password-rule.ts";

const whole = (least: number, most: number, what: string) =>
  z
    .int(`${what} là một số nguyên.`)
    .min(least, `${what} ít nhất là ${least}.`)
    .max(most, `${what} nhiều nhất là ${most}.`);

/** What an agency asks of new passwords. */
const passwordRuleFields = z.object({
  minLength: whole(SHORTEST_PASSWORD, passwordBounds.minLength, "Độ dài"),
  kinds: whole(1, passwordBounds.kinds, "Số loại ký tự"),
  remembered: whole(0, passwordBounds.remembered, "Số mật khẩu gần nhất"),
  maxDays: whole(1, passwordBounds.maxDays, "Số ngày").nullable(),
});
const refusedWords = z
  .array(
    z
      .string()
      .trim()
      .normalize("NFC")
      .min(3, "Mỗi từ cấm có ít nhất 3 ký tự.")
      .max(60, "Mỗi từ cấm dài nhất 60 ký tự."),
  )
  .max(200, "Nhiều nhất 200 từ cấm.");
const answer = passwordRuleFields.extend({
  refusedWords: z.array(z.string()),
  /** The least that the installation lets an agency ask for. */
  floor: passwordRuleFields,
});

export const passwordProcedures = {
  getPasswordRule: procedure({
    method: "GET",
    path: "/agency/password-rule",
    summary: "Quy định mật khẩu của cơ quan",
    may: organizationPolicy.right("read"),
  }).output(answer),
  setPasswordRule: procedure({
    method: "PUT",
    path: "/agency/password-rule",
    summary: "Đặt quy định mật khẩu: độ dài, loại ký tự, từ cấm, dùng lại, thời hạn",
    may: organizationPolicy.right("manage"),
    sensitive: true,
  })
    .input(passwordRuleFields.extend({ refusedWords }))
    .output(answer),
};
