import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { planPolicy } from "../policy.ts";
import { headerSchema, taskDueSchema } from "../reading/plan-reading.ts";
import { handoverPolicy } from "./policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const slug = z.string("Hãy chọn cơ quan.").min(1, "Hãy chọn cơ quan.").max(200);
const maybeText = z
  .string()
  .trim()
  .max(2000, "Lời nhắn dài quá 2.000 ký tự.")
  .nullable()
  .default(null)
  .transform((text) => text || null);

const handoversOutput = z.object({
  handovers: z.array(
    z.object({
      /** Slug of its portal. */
      agency: z.string(),
      agencyName: z.string(),
      version: z.number().int(),
      message: z.string().nullable(),
      withFile: z.boolean(),
      givenAt: z.date(),
      givenByName: z.string().nullable(),
      openedAt: z.date().nullable(),
      openedByName: z.string().nullable(),
      acknowledgedAt: z.date().nullable(),
      acknowledgedByName: z.string().nullable(),
      takenBackAt: z.date().nullable(),
      takenBackReason: z.string().nullable(),
    }),
  ),
  agencies: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      /** It stands directly under the caller's agency. */
      below: z.boolean(),
      /** It has the version that holds. */
      hasIt: z.boolean(),
    }),
  ),
  hasFile: z.boolean(),
  may: maySchema,
});

const told = {
  id: z.uuid(),
  from: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  year: z.number().int(),
  version: z.number().int(),
  message: z.string().nullable(),
  givenAt: z.date(),
  openedAt: z.date().nullable(),
  acknowledgedAt: z.date().nullable(),
  takenBackAt: z.date().nullable(),
  takenBackReason: z.string().nullable(),
  superseded: z.boolean(),
  /** The plan here that was made of it, or of an earlier version. */
  adopted: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  may: maySchema,
};
const words = z.object({ path: z.string(), title: z.string().nullable(), text: z.string() });
const handoverOutput = z.object({
  ...told,
  header: headerSchema,
  holdsFrom: z.string().nullable(),
  reason: z.string().nullable(),
  decision: z.object({ number: z.string(), issuedOn: z.string().nullable() }).nullable(),
  clauses: z.array(words.extend({ label: z.string(), level: z.number().int() })),
  tasks: z.array(
    z.object({
      clause: z.string().nullable(),
      title: z.string(),
      leadUnitText: z.string().nullable(),
      due: taskDueSchema,
      deliverable: z.string().nullable(),
    }),
  ),
  /** The version handed over before, which `changes` are held against; null: there is none. */
  changedSince: z.number().int().nullable(),
  changes: z.array(
    z.object({
      kind: z.enum(["same", "moved", "changed", "added", "removed"]),
      before: words.nullable(),
      after: words.nullable(),
    }),
  ),
  hasFile: z.boolean(),
  isTakenOver: z.boolean(),
  openImportId: z.uuid().nullable(),
  /** Own plans that it can be linked above. */
  ownPlans: z.array(z.object({ id: z.uuid(), title: z.string(), year: z.number().int() })),
});

export const handoverContract = {
  handovers: procedure({
    method: "GET",
    path: "/plans/{id}/handovers",
    summary: "Kế hoạch đã chuyển cho cơ quan nào, ai đã mở, đã xác nhận",
    may: planPolicy.right("read"),
  })
    .input(id)
    .output(handoversOutput),
  handOver: procedure({
    method: "POST",
    path: "/plans/{id}/handovers",
    summary: "Chuyển bản đang áp dụng của kế hoạch cho cơ quan khác trên hệ thống",
    may: planPolicy.right("handOver"),
  })
    .input(
      id.extend({
        /** Slugs of their portals. */
        agencies: z.array(slug).max(500),
        message: maybeText,
        withFile: z.boolean().default(false),
      }),
    )
    .output(z.object({ agencies: z.number().int(), people: z.number().int() })),
  takeBackHandover: procedure({
    method: "POST",
    path: "/plans/{id}/handovers/take-back",
    summary: "Thu lại kế hoạch đã chuyển cho một cơ quan, kèm lý do",
    may: planPolicy.right("takeBackHandover"),
  })
    .input(
      id.extend({
        agency: slug,
        reason: z.string().trim().min(1, "Hãy ghi lý do thu lại.").max(500, "Lý do dài quá 500 ký tự."),
      }),
    )
    .output(handoversOutput),
  receivedHandovers: procedure({
    method: "GET",
    path: "/handovers",
    summary: "Kế hoạch các cơ quan khác chuyển đến",
    may: handoverPolicy.right("list"),
  }).output(z.object({ handovers: z.array(z.object(told)) })),
  receivedHandover: procedure({
    method: "GET",
    path: "/handovers/{id}",
    summary: "Một kế hoạch được chuyển đến: nội dung, và những gì khác với bản được chuyển trước",
    may: handoverPolicy.right("read"),
  })
    .input(id)
    .output(handoverOutput),
  handoverFile: procedure({
    method: "GET",
    path: "/handovers/{id}/file",
    summary: "Tải tệp văn bản kèm theo kế hoạch được chuyển đến",
    may: handoverPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
  acknowledgeHandover: procedure({
    method: "POST",
    path: "/handovers/{id}/acknowledge",
    summary: "Xác nhận cơ quan đã nhận kế hoạch được chuyển đến",
    may: handoverPolicy.right("acknowledge"),
  })
    .input(id)
    .output(handoverOutput),
  adoptHandover: procedure({
    method: "POST",
    path: "/handovers/{id}/adopt",
    summary: "Lấy kế hoạch được chuyển đến về đối chiếu và nối với kế hoạch của cơ quan",
    may: handoverPolicy.right("adopt"),
  })
    .input(id.extend({ planId: z.uuid("Mã không đúng.").nullable().default(null) }))
    .output(z.object({ adoptedPlanId: z.uuid(), importId: z.uuid().nullable() })),
};
