import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { pickupKinds } from "./pickup.ts";
import { pickupPolicy } from "./policy.ts";

const right = pickupPolicy.right;
const badId = "Mã không đúng.";
const id = z.object({ id: z.uuid(badId) });
const line = (longest: number, message: string) => z.string().trim().max(longest, message);
const picture = z.file().max(20_000_000, "Ảnh lớn hơn 20 MB nên không được nhận.");

const filter = z.object({
  kind: z.enum(pickupKinds).optional(),
  outletId: z.uuid(badId).optional(),
  itemId: z.uuid(badId).optional(),
  from: z.iso.date("Ngày chưa đúng.").optional(),
  to: z.iso.date("Ngày chưa đúng.").optional(),
  q: z.string().max(200).optional(),
});

const pickup = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  itemTitle: z.string(),
  outletId: z.uuid().nullable(),
  outletName: z.string(),
  kind: z.enum(pickupKinds),
  title: z.string(),
  /** Null: printed or broadcast. */
  url: z.string().nullable(),
  publishedOn: z.string(),
  note: z.string(),
  notedByName: z.string(),
  notedAt: z.date(),
  proofs: z.array(z.object({ id: z.uuid() })),
  may: maySchema,
});

const fields = z.object({
  outletId: z.uuid(badId).optional(),
  outletName: line(200, "Tên dài quá 200 ký tự.").default(""),
  kind: z.enum(pickupKinds, "Hãy chọn mức dùng lại."),
  title: line(500, "Tên tin dài quá 500 ký tự.").min(1, "Hãy ghi tên tin trên báo."),
  url: line(2100, "Địa chỉ dài bất thường; hãy sao chép lại.").default(""),
  publishedOn: z.iso.date("Hãy chọn ngày báo đăng."),
  note: line(2000, "Ghi chú dài quá 2.000 ký tự.").default(""),
});

const done = z.object({ id: z.uuid() });

export const pickupContract = {
  pressPickups: procedure({
    method: "GET",
    path: "/press/pickups",
    summary: "Tin báo chí dùng lại: báo nào đăng lại bài nào, mức nào",
    may: right("read"),
  })
    .input(filter.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) }))
    .output(
      z.object({
        pickups: z.array(pickup),
        pageSize: z.number().int(),
        /** Narrowed alike; `items`: of so many texts. */
        counts: z.object({
          total: z.number().int(),
          whole: z.number().int(),
          part: z.number().int(),
          mention: z.number().int(),
          items: z.number().int(),
        }),
        may: maySchema,
      }),
    ),
  pressPickupsTable: procedure({
    method: "GET",
    path: "/press/pickups-table",
    summary: "Tin báo chí dùng lại (.xlsx)",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(filter)
    .output(fileOutput),
  notePressPickup: procedure({
    method: "POST",
    path: "/press/pickups",
    summary: "Ghi tin báo chí dùng lại",
    may: right("note"),
  })
    .input(
      z.object({
        /** Made by who sends it: sent again it is the same one. */
        id: z.uuid(badId),
        itemId: z.uuid("Hãy chọn bài được dùng lại."),
        ...fields.shape,
        file: picture.optional(),
      }),
    )
    .output(done),
  changePressPickup: procedure({
    method: "PUT",
    path: "/press/pickups/{id}",
    summary: "Sửa tin báo chí dùng lại, kèm lý do",
    may: right("change"),
  })
    .input(
      fields.extend({
        ...id.shape,
        reason: line(500, "Lý do dài quá 500 ký tự.").min(1, "Hãy ghi lý do sửa."),
      }),
    )
    .output(done),
  addPressPickupProof: procedure({
    method: "POST",
    path: "/press/pickups/{id}/proofs",
    summary: "Thêm ảnh chụp tin báo chí dùng lại",
    may: right("prove"),
  })
    .input(id.extend({ file: picture }))
    .output(done),
  dropPressPickup: procedure({
    method: "POST",
    path: "/press/pickups/{id}/drop",
    summary: "Bỏ tin báo chí dùng lại ghi nhầm, kèm lý do",
    may: right("drop"),
  })
    .input(id.extend({ reason: line(500, "Lý do dài quá 500 ký tự.").min(1, "Hãy ghi lý do.") }))
    .output(done),
};
