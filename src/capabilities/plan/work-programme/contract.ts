import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { proofFields } from "../proof-fields.ts";
import { workItemPolicy } from "./policy.ts";
import { workItemKinds, workItemStates } from "./work-item.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const badYear = "Năm gồm bốn chữ số, từ 2000 đến 2100.";
const words = (missing: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `Nội dung dài quá ${most.toLocaleString("vi")} ký tự.`);
const maybeWords = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Nội dung dài quá ${most.toLocaleString("vi")} ký tự.`)
    .nullable()
    .transform((text) => text || null);
const links = {
  taskIds: z.array(z.uuid()).max(100).default([]),
  obligationIds: z.array(z.uuid()).max(100).default([]),
  clauseIds: z.array(z.uuid()).max(100).default([]),
};
const fields = {
  title: words("Hãy ghi tên hoạt động.", 300),
  kind: z.enum(workItemKinds, "Hãy chọn loại hoạt động."),
  firstDay: z.iso.date("Hãy chọn ngày."),
  lastDay: z.iso.date("Ngày kết thúc chưa đúng.").nullable(),
  place: maybeWords(300),
  lead: maybeWords(200),
  embeds: maybeWords(2000),
  ...links,
};
const named = z.array(z.object({ id: z.uuid(), name: z.string(), planId: z.uuid() }));

export const workProgrammeContract = {
  workProgramme: procedure({
    method: "GET",
    path: "/work-items",
    summary: "Chương trình công tác của các đơn vị trong một năm, phần lồng ghép và kết quả",
    may: workItemPolicy.right("read"),
  })
    .input(z.object({ year: z.coerce.number(badYear).int(badYear).min(2000, badYear).max(2100, badYear) }))
    .output(
      z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            unitId: z.uuid(),
            unitName: z.string(),
            title: z.string(),
            kind: z.enum(workItemKinds),
            firstDay: z.string(),
            lastDay: z.string(),
            place: z.string().nullable(),
            lead: z.string().nullable(),
            embeds: z.string().nullable(),
            state: z.enum(workItemStates),
            enteredByName: z.string(),
            settledByName: z.string().nullable(),
            settledAt: z.date().nullable(),
            /** The day on which it was held. */
            doneOn: z.string().nullable(),
            /** Why it was not held. */
            reason: z.string().nullable(),
            proof: z
              .object({ label: z.string(), url: z.string().nullable(), withdrawn: z.boolean() })
              .nullable(),
            tasks: named,
            obligations: named,
            clauses: named,
            may: maySchema,
          }),
        ),
        /** Units for which the caller keeps the programme. */
        units: z.array(z.object({ id: z.uuid(), name: z.string() })),
        may: maySchema,
      }),
    ),
  enterWorkItem: procedure({
    method: "POST",
    path: "/work-items",
    summary: "Ghi một hoạt động vào chương trình công tác của đơn vị",
    may: workItemPolicy.right("enter"),
  })
    .input(z.object({ unitId: z.uuid("Hãy chọn đơn vị."), ...fields }))
    .output(id),
  correctWorkItem: procedure({
    method: "PUT",
    path: "/work-items/{id}",
    summary: "Sửa một hoạt động trong chương trình công tác của đơn vị",
    may: workItemPolicy.right("correct"),
  })
    .input(id.extend(fields))
    .output(id),
  finishWorkItem: procedure({
    method: "POST",
    path: "/work-items/{id}/finish",
    summary: "Ghi hoạt động đã thực hiện; một minh chứng cho mọi việc được lồng ghép",
    may: workItemPolicy.right("settle"),
  })
    .input(
      id.extend({
        /** Chosen by the sender; the same proof sent again under it is kept once. */
        proofId: z.uuid("Mã không đúng."),
        on: z.iso.date("Hãy chọn ngày đã thực hiện."),
        /** Asked for where something of the plan is served. */
        label: z.string().trim().max(500).default(""),
        ...proofFields,
        ...links,
      }),
    )
    .output(id),
  giveUpWorkItem: procedure({
    method: "POST",
    path: "/work-items/{id}/give-up",
    summary: "Ghi hoạt động không thực hiện, kèm lý do",
    may: workItemPolicy.right("settle"),
  })
    .input(id.extend({ reason: words("Hãy ghi lý do.", 2000) }))
    .output(id),
  removeWorkItem: procedure({
    method: "DELETE",
    path: "/work-items/{id}",
    summary: "Bỏ một hoạt động ghi nhầm, khi chưa ghi kết quả",
    may: workItemPolicy.right("remove"),
  })
    .input(id)
    .output(id),
};
