import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { clauseOutput, id, requiredReason } from "../plan-shapes.ts";
import { planPolicy } from "../policy.ts";
import { taskDueSchema } from "../reading/plan-reading.ts";
import { differenceFormats } from "./difference-words.ts";

const read = planPolicy.right("read");

const clauseSide = z.object({ path: z.string(), title: z.string().nullable(), text: z.string() }).nullable();
const clauseChange = z.object({
  /** "moved": its words stayed, its number or place did not. */
  kind: z.enum(["same", "moved", "changed", "added", "removed"]),
  clauseId: z.uuid().nullable(),
  before: clauseSide,
  after: clauseSide,
});
const taskSide = z
  .object({
    title: z.string(),
    lead: z.string().nullable(),
    due: taskDueSchema,
    deliverable: z.string().nullable(),
  })
  .nullable();

const decisionOutput = z.object({ number: z.string(), issuedOn: z.string().nullable() }).nullable();

const comparisonOutput = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  /** The preview's version; whoever pairs or amends names it. */
  version: z.number().int(),
  /** Whoever amends names the comparison that was seen. */
  seen: z.string(),
  plan: z.object({
    id: z.uuid(),
    title: z.string(),
    year: z.number().int(),
    state: z.enum(["draft", "issued"]),
    version: z.number().int(),
    /** Of a plan from above; null: the agency's own. */
    issuer: z.string().nullable(),
  }),
  /** What hangs on a clause of the plan follows the clause that continues it. */
  clauses: z.array(
    clauseChange.extend({
      obligations: z.number().int(),
      tasks: z.number().int(),
      evidence: z.number().int(),
    }),
  ),
  tasks: z.array(
    z.object({
      kind: z.enum(["changed", "added", "removed"]),
      taskId: z.uuid().nullable(),
      /** Position in the reading; null for a removed one. */
      index: z.number().int().nullable(),
      clausePath: z.string().nullable(),
      before: taskSide,
      after: taskSide,
    }),
  ),
  /** What decided the new version, as the agency that handed it over told; null: read in from a file. */
  decided: z.object({ reason: z.string().nullable(), decision: decisionOutput }).nullable(),
  /** Units that had the plan and will be asked to acknowledge it again. */
  unitsAskedAgain: z.number().int(),
  may: maySchema,
});

const versionFacts = z.object({
  version: z.number().int(),
  isCurrent: z.boolean(),
  holdsFrom: z.string().nullable(),
  reason: z.string().nullable(),
  decision: decisionOutput,
  madeAt: z.date(),
  madeBy: z.string().nullable(),
});
const versionOfPlan = id.extend({
  version: z.coerce.number("Số của bản không đúng.").int().min(1).max(1000),
});
const toCompare = id.extend({ planId: z.uuid("Hãy chọn kế hoạch.") });

/** A preview compared with a plan that is there, and the versions that came of it. */
export const versionContract = {
  compareImport: procedure({
    method: "GET",
    path: "/plan-imports/{id}/compare/{planId}",
    summary: "So bản xem trước với một kế hoạch đang có, theo từng mục và nhiệm vụ",
    may: planPolicy.right("readImport"),
  })
    .input(toCompare)
    .output(comparisonOutput),
  pairClauses: procedure({
    method: "POST",
    path: "/plan-imports/{id}/compare/{planId}/pairs",
    summary: "Ghép một mục của bản xem trước với mục mà nó nối tiếp, hoặc nói rõ nó là mục mới",
    may: planPolicy.right("import"),
  })
    .input(
      toCompare.extend({
        version: z.number().int(),
        path: z.string().min(1).max(200),
        clauseId: z.uuid().nullable(),
      }),
    )
    .output(comparisonOutput),
  amend: procedure({
    method: "POST",
    path: "/plan-imports/{id}/compare/{planId}/amend",
    summary: "Xác nhận: bản xem trước thành bản tiếp theo của kế hoạch",
    may: planPolicy.right("import"),
  })
    .input(
      toCompare.extend({
        version: z.number().int(),
        seen: z.string().max(100),
        reason: requiredReason,
        /** The document that decided the amendment; asked for once the plan has its number. */
        decision: z
          .object({
            number: z.string().trim().min(1, "Hãy nhập số, ký hiệu.").max(60),
            issuedOn: z.iso.date("Hãy chọn ngày của văn bản."),
            issuer: z
              .string()
              .trim()
              .max(200)
              .nullable()
              .transform((issuer) => issuer || null),
          })
          .nullable(),
        /** Tasks of the reading, by position, whose new or changed words are taken over. */
        takeTasks: z.array(z.number().int().min(0)).max(5000),
      }),
    )
    .output(z.object({ planId: z.uuid(), version: z.number().int() })),
  versions: procedure({
    method: "GET",
    path: "/plans/{id}/versions",
    summary: "Các bản của kế hoạch, bản mới nhất trước",
    may: read,
  })
    .input(id)
    .output(z.object({ versions: z.array(versionFacts) })),
  getVersion: procedure({
    method: "GET",
    path: "/plans/{id}/versions/{version}",
    summary: "Một bản của kế hoạch: nội dung, và những gì khác với bản trước",
    may: read,
  })
    .input(versionOfPlan)
    .output(
      versionFacts.extend({
        plan: z.object({ id: z.uuid(), title: z.string(), version: z.number().int() }),
        clauses: z.array(clauseOutput.omit({ parentId: true })),
        tasks: z.array(
          z.object({
            id: z.uuid(),
            clauseId: z.uuid().nullable(),
            title: z.string(),
            leadUnitText: z.string().nullable(),
            due: taskDueSchema,
            deliverable: z.string().nullable(),
          }),
        ),
        changes: z.array(clauseChange),
      }),
    ),
  exportDifferences: procedure({
    method: "GET",
    path: "/plans/{id}/versions/{version}/differences/{format}",
    summary: "Tải bảng so sánh một bản với bản trước của nó",
    may: read,
  })
    .route({ outputStructure: "detailed" })
    .input(versionOfPlan.extend({ format: z.enum(differenceFormats) }))
    .output(fileOutput),
};
