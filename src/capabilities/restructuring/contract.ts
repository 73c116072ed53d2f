import { z } from "zod";
import { unitChangeKinds } from "#organization/contract";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { restructuringPolicy } from "./policy.ts";

const day = z.iso.date("Hãy chọn ngày.");
const name = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `Hãy nhập ${what}.`)
    .max(most, `${what} dài quá ${most} ký tự.`)
    .overwrite((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim());

/** A unit that there is, or one that comes into being; of a change of name the new one. */
const target = z.union([
  z.object({
    unitId: z.uuid("Hãy chọn đơn vị kế tiếp."),
    name: z.null().default(null),
    shortName: z.null().default(null),
    kind: z.null().default(null),
  }),
  z.object({
    unitId: z.null().default(null),
    name: name("tên đơn vị", 200),
    shortName: name("tên viết tắt", 30),
    kind: z.enum(["leadership", "office", "division", "affiliated"], { error: "Hãy chọn loại đơn vị." }),
  }),
]);

const unitChangeFields = z.object({
  kind: z.enum(unitChangeKinds, { error: "Hãy chọn loại thay đổi." }),
  unitIds: z.array(z.uuid()).min(1, "Hãy chọn đơn vị.").max(50, "Tối đa 50 đơn vị một lần."),
  into: z.array(target).min(1, "Hãy chọn đơn vị kế tiếp.").max(20, "Tối đa 20 đơn vị kế tiếp."),
  /** First day under the new name. */
  takesEffectOn: day,
  decisionNumber: name("số, ký hiệu quyết định", 200),
  decidedOn: day,
  /** Where people go who do not go to the first: the place within `into`. */
  people: z
    .array(z.object({ personId: z.uuid(), into: z.int().min(0) }))
    .max(1000)
    .default([]),
});

const changes = z.object({
  changes: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(unitChangeKinds),
      /** "Phòng A sáp nhập vào Phòng B". */
      inWords: z.string(),
      takesEffectOn: z.string(),
      decisionNumber: z.string(),
      decidedOn: z.string(),
      tookEffectAt: z.date().nullable(),
      may: maySchema,
    }),
  ),
  may: maySchema,
});

export const restructuringContract = {
  list: procedure({
    method: "GET",
    path: "/unit-changes",
    summary: "Sáp nhập, chia tách, đổi tên đơn vị",
    may: restructuringPolicy.right("list"),
  }).output(changes),
  record: procedure({
    method: "POST",
    path: "/unit-changes",
    summary: "Ghi sáp nhập, chia tách, đổi tên đơn vị theo quyết định",
    may: restructuringPolicy.right("record"),
    sensitive: true,
  })
    .input(unitChangeFields)
    .output(changes),
  cancel: procedure({
    method: "POST",
    path: "/unit-changes/{id}/cancel",
    summary: "Hủy thay đổi đơn vị chưa đến ngày",
    may: restructuringPolicy.right("cancel"),
    sensitive: true,
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        reason: z.string().trim().min(1, "Hãy nêu lý do.").max(500, "Lý do dài quá 500 ký tự."),
      }),
    )
    .output(changes),
};
