import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { done, id, line, mayBeEmpty, named } from "../input-shapes.ts";
import { feedbackPolicy } from "../policy.ts";

const right = feedbackPolicy.right;
const days = (most: number) => {
  const message = `Ghi số từ 1 đến ${most.toLocaleString("vi-VN")}.`;
  return z.coerce.number(message).int(message).min(1, message).max(most, message);
};

export const rule = z.object({
  classifyDays: days(60),
  handleDays: days(120),
  extendDays: days(60),
  warnDays: days(30),
  reopenDays: days(180),
  keepDays: days(3650),
  basis: mayBeEmpty(500),
  complaintPlace: line(1000, "Ghi nơi nhận khiếu nại, tố cáo."),
});
export const field = named.extend({ unitId: z.uuid().nullable(), isOpen: z.boolean() });
export const template = named.extend({ words: z.string(), isOpen: z.boolean() });

export const settingsContract = {
  setRule: procedure({
    method: "PUT",
    path: "/feedback-rule",
    summary: "Đặt thời hạn xử lý phản ánh",
    may: right("rule"),
  })
    .input(rule)
    .output(rule),
  saveField: procedure({
    method: "POST",
    path: "/feedback-fields",
    summary: "Ghi lĩnh vực phản ánh và đơn vị trả lời",
    may: right("rule"),
  })
    .input(
      z.object({
        id: id.nullable().default(null),
        name: line(200, "Ghi tên lĩnh vực."),
        unitId: id.nullable().default(null),
        isOpen: z.boolean().default(true),
      }),
    )
    .output(done),
  saveTemplate: procedure({
    method: "POST",
    path: "/feedback-templates",
    summary: "Ghi mẫu trả lời",
    may: right("rule"),
  })
    .input(
      z.object({
        id: id.nullable().default(null),
        name: line(200, "Ghi tên mẫu."),
        words: line(5000, "Ghi lời của mẫu."),
        isOpen: z.boolean().default(true),
      }),
    )
    .output(done),
};
