import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { procedurePolicy } from "../policy.ts";
import { sideNames } from "./side.ts";

const right = procedurePolicy.right;
const id = z.uuid("Mã không đúng.");
const done = z.object({ id: z.uuid() });

export const lifeEventContract = {
  lifeEvents: procedure({
    method: "GET",
    path: "/life-events",
    summary: "Sự kiện, hoạt động để người dân tìm thủ tục",
    may: right("read"),
  }).output(
    z.object({
      events: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          side: z.enum(sideNames),
          summary: z.string(),
          position: z.number().int(),
          path: z.string(),
          procedures: z.array(z.object({ procedureId: z.uuid(), note: z.string() })),
        }),
      ),
      procedures: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string(), state: z.string() })),
      may: maySchema,
    }),
  ),
  saveLifeEvent: procedure({
    method: "PUT",
    path: "/life-events",
    summary: "Ghi một sự kiện với các thủ tục cần làm",
    may: right("events"),
  })
    .input(
      z.object({
        id,
        name: z.string().trim().min(1, "Hãy ghi tên.").max(200, "Tên dài quá 200 ký tự."),
        side: z.enum(sideNames, { error: "Hãy chọn của ai." }),
        summary: z.string().trim().max(1000, "Lời dẫn dài quá 1.000 ký tự.").default(""),
        position: z
          .number("Thứ tự từ 0 đến 999.")
          .int("Thứ tự từ 0 đến 999.")
          .min(0, "Thứ tự từ 0 đến 999.")
          .max(999, "Thứ tự từ 0 đến 999.")
          .default(0),
        procedures: z
          .array(
            z.object({
              procedureId: id,
              note: z.string().trim().max(300, "Ghi chú dài quá 300 ký tự.").default(""),
            }),
          )
          .min(1, "Chọn ít nhất một thủ tục.")
          .max(50, "Nhiều nhất 50 thủ tục."),
      }),
    )
    .output(done),
  removeLifeEvent: procedure({
    method: "POST",
    path: "/life-events/{id}/remove",
    summary: "Bỏ một sự kiện khỏi trang tìm thủ tục",
    may: right("events"),
  })
    .input(z.object({ id }))
    .output(done),
};
