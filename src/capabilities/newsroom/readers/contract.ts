import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const readersOutput = z.object({
  /** Only those named see it, its writers and those who decide on it; else everybody of the agency. */
  limited: z.boolean(),
  personIds: z.array(z.uuid()),
  unitIds: z.array(z.uuid()),
  /** People and units, by name. */
  named: z.array(z.string()),
  /** Who sees it in any case, in words. */
  always: z.array(z.string()),
  may: maySchema,
});

export const readersContract = {
  readers: procedure({
    method: "GET",
    path: "/content/{id}/readers",
    summary: "Ai xem được bài trước khi đăng",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(readersOutput),
  limitReaders: procedure({
    method: "PUT",
    path: "/content/{id}/readers",
    summary: "Giới hạn bài cho người, đơn vị được nêu tên đến khi đăng, hoặc bỏ giới hạn",
    may: contentPolicy.right("limit"),
  })
    .input(
      id.extend({
        limited: z.boolean(),
        personIds: z.array(z.uuid()).max(200, "Nhiều nhất 200 người.").default([]),
        unitIds: z.array(z.uuid()).max(200, "Nhiều nhất 200 đơn vị.").default([]),
      }),
    )
    .output(readersOutput),
};
