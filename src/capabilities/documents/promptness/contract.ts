import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { documentPolicy } from "../policy.ts";

const day = z.iso.date("Ngày chưa đúng; hãy gõ ngày/tháng/năm.");
const setting = z.object({
  workingDays: z
    .number("Số ngày là một số.")
    .int("Số ngày là số nguyên.")
    .min(1, "Ít nhất 1 ngày làm việc.")
    .max(90, "Nhiều nhất 90 ngày làm việc."),
  types: z
    .array(z.string().trim().min(1, "Hãy ghi loại văn bản.").max(60, "Loại văn bản dài quá 60 ký tự."))
    .min(1, "Hãy chọn ít nhất một loại văn bản.")
    .max(40, "Nhiều nhất 40 loại văn bản."),
  /** Documents issued before are not asked for. */
  fromDay: day,
});

const promptnessOutput = z.object({
  /** Null: the agency has not said yet. */
  setting: setting.nullable(),
  /** Share of the period's documents that became public in time; those whose time is not over are not counted. */
  share: z.object({ numerator: z.number().int(), denominator: z.number().int(), from: day, to: day }),
  /** Those that should be public by now and are not, whenever they were issued. */
  late: z.array(
    z.object({
      id: z.uuid(),
      type: z.string(),
      number: z.string(),
      issuedOn: z.string(),
      abstract: z.string().nullable(),
      workingDays: z.number().int(),
    }),
  ),
  may: maySchema,
});

export const promptnessContract = {
  promptness: procedure({
    method: "GET",
    path: "/document-promptness",
    summary: "Văn bản đi công khai đúng hạn hay chậm, trong một khoảng ngày ban hành",
    may: documentPolicy.right("read"),
  })
    .input(z.object({ from: day.optional(), to: day.optional() }))
    .output(promptnessOutput),
  setPromptness: procedure({
    method: "PUT",
    path: "/document-promptness",
    summary: "Đặt số ngày làm việc mà văn bản đi phải công khai",
    may: documentPolicy.right("set-promptness"),
  })
    .input(setting)
    .output(promptnessOutput),
};
