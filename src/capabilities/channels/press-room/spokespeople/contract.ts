import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { spokespersonPolicy } from "./policy.ts";
import { standings, termStates } from "./spokesperson.ts";

const right = spokespersonPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const line = (longest: number, message: string) => z.string().trim().max(longest, message);

const fields = z.object({
  /** Null: somebody who has no account here. */
  personId: z.uuid("Mã không đúng.").nullable().default(null),
  name: line(200, "Họ tên dài quá 200 ký tự.").min(1, "Hãy ghi họ tên."),
  position: line(200, "Chức vụ dài quá 200 ký tự.").min(1, "Hãy ghi chức vụ."),
  standing: z.enum(standings, "Hãy chọn tư cách phát ngôn."),
  matter: line(500, "Vụ việc dài quá 500 ký tự.").default(""),
  topics: line(1000, "Lĩnh vực dài quá 1.000 ký tự.").default(""),
  decision: line(200, "Số văn bản dài quá 200 ký tự.").default(""),
  decisionOn: z.iso.date("Ngày chưa đúng.").nullable().default(null),
  fromDate: z.iso.date("Hãy chọn ngày bắt đầu."),
  toDate: z.iso.date("Ngày chưa đúng.").nullable().default(null),
  phone: line(50, "Số điện thoại dài quá 50 ký tự.").default(""),
  email: z
    .union([z.literal(""), z.email("Thư điện tử chưa đúng, ví dụ nguoiphatngon@so.vn.").max(200)])
    .default(""),
  isPublic: z.boolean().default(true),
});

const register = z.object({
  spokespeople: z.array(
    z.object({
      id: z.uuid(),
      personId: z.uuid().nullable(),
      name: z.string(),
      position: z.string(),
      standing: z.enum(standings),
      matter: z.string(),
      topics: z.string(),
      decision: z.string(),
      decisionOn: z.string().nullable(),
      fromDate: z.string(),
      toDate: z.string().nullable(),
      endedReason: z.string().nullable(),
      phone: z.string(),
      email: z.string(),
      isPublic: z.boolean(),
      state: z.enum(termStates),
      /** Their account here is closed. */
      hasLeft: z.boolean(),
      madeAt: z.date(),
      madeByName: z.string().nullable(),
      may: maySchema,
    }),
  ),
  /** The next days on which nobody speaks; `to` null: as far as is looked. Null: somebody always does, or nobody was entered. */
  gap: z.object({ from: z.string(), to: z.string().nullable() }).nullable(),
  may: maySchema,
});

export const spokespersonContract = {
  spokespeople: procedure({
    method: "GET",
    path: "/press/spokespeople",
    summary: "Sổ người phát ngôn: ai đang, đã, sắp phát ngôn; ngày nào không có ai",
    may: right("read"),
  }).output(register),
  appointSpokesperson: procedure({
    method: "POST",
    path: "/press/spokespeople",
    summary: "Ghi người phát ngôn",
    may: right("keep"),
  })
    .input(fields)
    .output(register),
  changeSpokesperson: procedure({
    method: "PUT",
    path: "/press/spokespeople/{id}",
    summary: "Sửa mục trong sổ người phát ngôn",
    may: right("keep"),
  })
    .input(id.extend(fields.shape))
    .output(register),
  endSpokesperson: procedure({
    method: "POST",
    path: "/press/spokespeople/{id}/end",
    summary: "Ghi thôi phát ngôn từ một ngày, kèm lý do",
    may: right("end"),
  })
    .input(
      id.extend({
        toDate: z.iso.date("Hãy chọn ngày cuối cùng được phát ngôn."),
        reason: line(500, "Lý do dài quá 500 ký tự.").min(1, "Hãy ghi lý do."),
      }),
    )
    .output(register),
};
