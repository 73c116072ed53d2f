import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { shortcomingPolicy } from "./policy.ts";
import { shortcomingStates } from "./shortcoming.ts";

const wrongId = "Mã không đúng.";
const id = z.object({ id: z.uuid(wrongId) });
const tooLong = "Nội dung dài quá 2.000 ký tự.";
const words = (missing: string) => z.string().trim().min(1, missing).max(2000, tooLong);
const maybeWords = z
  .string()
  .trim()
  .max(2000, tooLong)
  .nullable()
  .transform((text) => text || null);
const address = z
  .url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." })
  .max(2000);

const list = z.object({
  shortcomings: z.array(
    z.object({
      id: z.uuid(),
      planId: z.uuid(),
      planTitle: z.string(),
      taskId: z.uuid().nullable(),
      taskTitle: z.string().nullable(),
      what: z.string(),
      why: z.string().nullable(),
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
      personId: z.uuid().nullable(),
      personName: z.string().nullable(),
      notedByName: z.string(),
      notedAt: z.date(),
      state: z.enum(shortcomingStates),
      fixTaskId: z.uuid().nullable(),
      fixTaskTitle: z.string().nullable(),
      fixWords: z.string().nullable(),
      fixDay: z.string().nullable(),
      fixByName: z.string().nullable(),
      fixAt: z.date().nullable(),
      proofUrl: z.string().nullable(),
      proofLabel: z.string().nullable(),
      /** The proof that it was mended has been withdrawn since: it must be proved anew. */
      proofWithdrawn: z.boolean(),
      mendedByName: z.string().nullable(),
      mendedAt: z.date().nullable(),
      refusedByName: z.string().nullable(),
      refusedAt: z.date().nullable(),
      refusedReason: z.string().nullable(),
      /** Where it is told of: a published item or a report. */
      toldLabel: z.string().nullable(),
      toldUrl: z.string().nullable(),
      /** It is not closed, and the caller's or of a unit of the caller. */
      mine: z.boolean(),
      may: maySchema,
    }),
  ),
  /** Units whose shortcomings the caller may note. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  may: maySchema,
});

export const shortcomingContract = {
  shortcomings: procedure({
    method: "GET",
    path: "/shortcomings",
    summary: "Tồn tại, hạn chế và việc khắc phục",
    may: shortcomingPolicy.right("read"),
  }).output(list),
  noteShortcoming: procedure({
    method: "POST",
    path: "/shortcomings",
    summary: "Ghi một tồn tại, hạn chế của một đơn vị",
    may: shortcomingPolicy.right("note"),
  })
    .input(
      z.object({
        planId: z.uuid("Hãy chọn kế hoạch."),
        taskId: z.uuid(wrongId).nullable(),
        unitId: z.uuid("Hãy chọn đơn vị."),
        personId: z.uuid(wrongId).nullable(),
        what: words("Hãy ghi tồn tại, hạn chế."),
        why: maybeWords,
      }),
    )
    .output(list),
  fixShortcoming: procedure({
    method: "POST",
    path: "/shortcomings/{id}/fix",
    summary: "Giao khắc phục: đơn vị, người, nguyên nhân, bằng nhiệm vụ hoặc việc có hạn",
    may: shortcomingPolicy.right("fix"),
  })
    .input(
      id.extend({
        unitId: z.uuid("Hãy chọn đơn vị."),
        personId: z.uuid(wrongId).nullable(),
        why: maybeWords,
        taskId: z.uuid(wrongId).nullable(),
        words: maybeWords,
        day: z.iso.date("Hãy chọn ngày khắc phục xong.").nullable(),
      }),
    )
    .output(list),
  mendShortcoming: procedure({
    method: "POST",
    path: "/shortcomings/{id}/mend",
    summary: "Ghi đã khắc phục, kèm địa chỉ hoặc minh chứng",
    may: shortcomingPolicy.right("mend"),
  })
    .input(id.extend({ url: address.nullable(), evidenceId: z.uuid(wrongId).nullable() }))
    .output(list),
  refuseShortcoming: procedure({
    method: "POST",
    path: "/shortcomings/{id}/refuse",
    summary: "Không tiếp nhận một tồn tại, kèm lý do",
    may: shortcomingPolicy.right("refuse"),
  })
    .input(id.extend({ reason: words("Hãy ghi lý do.") }))
    .output(list),
  tellOfShortcoming: procedure({
    method: "POST",
    path: "/shortcomings/{id}/tell",
    summary: "Ghi tin, bài hoặc văn bản nói về tồn tại và việc khắc phục",
    may: shortcomingPolicy.right("tell"),
  })
    .input(id.extend({ label: words("Hãy ghi tên tin, bài hoặc văn bản."), url: address }))
    .output(list),
};
