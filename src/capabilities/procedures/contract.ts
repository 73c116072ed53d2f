import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { decisionContract } from "./decisions/contract.ts";
import { formContract } from "./forms/contract.ts";
import { kioskContract } from "./kiosk/contract.ts";
import { lifeEventContract } from "./life-events/contract.ts";
import { listImportContract } from "./list-imports/contract.ts";
import { sheetContract } from "./notice-sheets/contract.ts";
import { procedurePolicy } from "./policy.ts";
import { postingContract } from "./postings/contract.ts";
import { codePattern } from "./procedure-code.ts";
import { levelLabels, procedureRecord, serviceLevelLabels } from "./procedure-record.ts";
import { type Requirement, requirementLabels } from "./procedure-requirements.ts";
import { type ProcedureState, stateLabels } from "./procedure-state.ts";
import { registerOrders } from "./register-order.ts";
import { snapshotContract } from "./snapshots/contract.ts";

const keys = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];
const id = z.object({ id: z.uuid("Mã không đúng.") });
const day = (message: string) => z.iso.date(message);
const reason = z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1.000 ký tự.");

const code = z
  .string()
  .trim()
  .regex(codePattern, "Mã thủ tục chưa đúng; ví dụ 1.004628 hoặc 1.004628.000.00.00.H05.");

const state = z.enum(keys<ProcedureState>(stateLabels));
const missing = z.array(z.enum(keys<Requirement>(requirementLabels)));

const row = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  field: z.string(),
  implementingAgency: z.string(),
  level: z.enum(keys(levelLabels)).nullable(),
  serviceLevel: z.enum(keys(serviceLevelLabels)).nullable(),
  state,
  repealedOn: z.string().nullable(),
  version: z.number().int(),
  validFrom: z.string(),
  updatedAt: z.date(),
  missing,
  /** Forms that are named and have no file here. */
  missingForms: z.number().int(),
});

/** What narrows the register, in which order it comes, and from where; left out: all, by code. */
const page = z.object({
  q: z.string().max(200, "Từ tìm dài quá 200 ký tự.").optional(),
  field: z.string().max(500).optional(),
  agency: z.string().max(1000).optional(),
  level: z.enum(keys(levelLabels)).optional(),
  serviceLevel: z.enum([...keys(serviceLevelLabels), "unknown"]).optional(),
  state: z.enum([...keys<ProcedureState>(stateLabels), "standing"]).optional(),
  missing: z.enum([...keys<Requirement>(requirementLabels), "any"]).optional(),
  forms: z.enum(["missing", "whole"]).optional(),
  order: z.enum(registerOrders).default("code"),
  isDown: z.stringbool().or(z.boolean()).default(false),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

const versionFacts = z.object({
  version: z.number().int(),
  validFrom: z.string(),
  reason: z.string(),
  madeAt: z.date(),
  madeByName: z.string().nullable(),
  record: procedureRecord,
});

const whole = z.object({
  id: z.uuid(),
  code: z.string(),
  suffix: z.string(),
  state,
  stateReason: z.string(),
  repealedOn: z.string().nullable(),
  successor: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
  /** Its page on the portal. */
  path: z.string(),
  updatedAt: z.date(),
  missing,
  /** Forms that are named and have no file here: people cannot download them, or only from elsewhere. */
  missingForms: z.array(z.object({ paper: z.string(), formName: z.string(), isElsewhere: z.boolean() })),
  /** Newest first. */
  versions: z.array(versionFacts),
  may: maySchema,
});

export const proceduresContract = {
  list: procedure({
    method: "GET",
    path: "/procedures",
    summary: "Sổ thủ tục hành chính của cơ quan, từng trang theo từ tìm, bộ lọc và thứ tự",
    may: procedurePolicy.right("read"),
  })
    .input(page)
    .output(
      z.object({
        procedures: z.array(row),
        /** How many fit; how many the register has; from where the next page goes on, null at the end. */
        ...{ total: z.number().int(), all: z.number().int(), next: z.number().int().nullable() },
        may: maySchema,
      }),
    ),
  registerChoices: procedure({
    method: "GET",
    path: "/procedure-choices",
    summary: "Lĩnh vực và cơ quan thực hiện có trong sổ thủ tục",
    may: procedurePolicy.right("read"),
  }).output(z.object({ fields: z.array(z.string()), agencies: z.array(z.string()) })),
  get: procedure({
    method: "GET",
    path: "/procedures/{id}",
    summary: "Một thủ tục với mọi bản đã ghi",
    may: procedurePolicy.right("read"),
  })
    .input(id)
    .output(whole),
  add: procedure({
    method: "POST",
    path: "/procedures",
    summary: "Ghi một thủ tục mới vào sổ",
    may: procedurePolicy.right("save"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        code,
        validFrom: day("Hãy chọn ngày bắt đầu áp dụng."),
        record: procedureRecord,
      }),
    )
    .output(whole),
  save: procedure({
    method: "PUT",
    path: "/procedures/{id}",
    summary: "Ghi một bản mới của thủ tục khi có thay đổi, kèm lý do",
    may: procedurePolicy.right("save"),
  })
    .input(
      id.extend({
        suffix: z.string().trim().max(40, "Đuôi mã dài quá 40 ký tự.").default(""),
        validFrom: day("Hãy chọn ngày bắt đầu áp dụng."),
        reason: z.string().trim().max(1000, "Lý do dài quá 1.000 ký tự.").default(""),
        /** The version that the person had before them. */
        seen: z.number().int(),
        record: procedureRecord,
      }),
    )
    .output(whole),
  repeal: procedure({
    method: "POST",
    path: "/procedures/{id}/repeal",
    summary: "Ghi thủ tục bị bãi bỏ từ một ngày, thủ tục nào thay thế",
    may: procedurePolicy.right("repeal"),
  })
    .input(
      id.extend({
        repealedOn: day("Hãy chọn ngày thôi thực hiện."),
        reason,
        successorId: z.uuid("Mã không đúng.").nullable().default(null),
      }),
    )
    .output(whole),
  pause: procedure({
    method: "POST",
    path: "/procedures/{id}/pause",
    summary: "Ghi thủ tục tạm dừng thực hiện",
    may: procedurePolicy.right("repeal"),
  })
    .input(id.extend({ reason }))
    .output(whole),
  resume: procedure({
    method: "POST",
    path: "/procedures/{id}/resume",
    summary: "Ghi thủ tục được thực hiện lại",
    may: procedurePolicy.right("repeal"),
  })
    .input(id.extend({ reason }))
    .output(whole),
  ...formContract,
  ...kioskContract,
  ...listImportContract,
  ...decisionContract,
  ...postingContract,
  ...sheetContract,
  ...snapshotContract,
  ...lifeEventContract,
};
