import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { planPolicy } from "../policy.ts";
import { standardTemplateIds, templateItem, templateKinds } from "./template.ts";

const manage = planPolicy.right("manage");
const id = z.object({ id: z.uuid("Mã không đúng.") });
const templates = z.object({
  templates: z.array(
    z.object({
      /** A word for those of the product, a UUID for what an agency saved. */
      id: z.string(),
      name: z.string(),
      kind: z.enum(templateKinds),
      /** Who saved it; null: the product's own. */
      agencyName: z.string().nullable(),
      isOwn: z.boolean(),
      /** `present`: the plan holds it already. */
      items: z.array(templateItem.extend({ present: z.boolean() })),
    }),
  ),
});

export const templateContract = {
  templates: procedure({
    method: "GET",
    path: "/plans/{id}/templates",
    summary: "Các mẫu nghĩa vụ, nhiệm vụ theo loại cơ quan, việc nào kế hoạch đã có",
    may: planPolicy.right("read"),
  })
    .input(id)
    .output(templates),
  adoptTemplate: procedure({
    method: "POST",
    path: "/plans/{id}/templates/adopt",
    summary: "Đưa các việc đã chọn của một mẫu vào kế hoạch, với đơn vị và mục được chọn",
    may: manage,
  })
    .input(
      id.extend({
        templateId: z.union([z.uuid("Hãy chọn một mẫu."), z.enum(standardTemplateIds)]),
        keys: z.array(z.string().max(64)).min(1, "Hãy chọn ít nhất một việc.").max(1000),
        roles: z
          .array(
            z.object({
              role: z.string().max(300),
              unitId: z.uuid("Đơn vị không đúng.").nullable(),
              allUnits: z.boolean(),
            }),
          )
          .max(300),
        groups: z
          .array(z.object({ group: z.string().max(300), clauseId: z.uuid("Hãy chọn mục của kế hoạch.") }))
          .max(300),
      }),
    )
    .output(templates.extend({ adopted: z.number().int() })),
  saveTemplate: procedure({
    method: "POST",
    path: "/plans/{id}/templates",
    summary: "Lưu nghĩa vụ, nhiệm vụ của kế hoạch thành mẫu cho các cơ quan trên cùng hệ thống",
    may: manage,
  })
    .input(
      id.extend({
        name: z.string().trim().min(1, "Hãy đặt tên cho mẫu.").max(200),
        kind: z.enum(templateKinds, "Hãy chọn loại cơ quan."),
      }),
    )
    .output(templates),
  removeTemplate: procedure({
    method: "DELETE",
    path: "/plans/{id}/templates/{templateId}",
    summary: "Bỏ một mẫu của cơ quan mình",
    may: manage,
  })
    .input(id.extend({ templateId: z.uuid("Mã không đúng.") }))
    .output(templates),
};
