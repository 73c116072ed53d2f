import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { id } from "../plan-shapes.ts";
import { planPolicy } from "../policy.ts";
import { taskDueSchema } from "../reading/plan-reading.ts";

const namedClause = { id: z.uuid(), path: z.string(), name: z.string() };
const parentsOutput = z.object({
  parents: z.array(
    z.object({
      id: z.uuid(),
      /** Null: a document of the register whose text was not read in. */
      planId: z.uuid().nullable(),
      documentId: z.uuid().nullable(),
      title: z.string(),
      number: z.string().nullable(),
      issuedOn: z.string().nullable(),
      issuer: z.string().nullable(),
      /** Clauses from above that give work, or that something here carries out. */
      duties: z.array(
        z.object({
          ...namedClause,
          tasks: z.array(z.object({ title: z.string(), lead: z.string().nullable(), due: taskDueSchema })),
          here: z.array(z.object({ ...namedClause, evidence: z.number().int() })),
        }),
      ),
    }),
  ),
});

/** Plans and documents from above that a plan carries out, and what they make due here. */
export const parentContract = {
  parents: procedure({
    method: "GET",
    path: "/plans/{id}/parents",
    summary: "Kế hoạch, văn bản của cấp trên mà kế hoạch này thực hiện, và việc mỗi nơi giao",
    may: planPolicy.right("read"),
  })
    .input(id)
    .output(parentsOutput),
  linkParent: procedure({
    method: "POST",
    path: "/plans/{id}/parents",
    summary: "Ghi rằng kế hoạch thực hiện một kế hoạch hoặc văn bản của cấp trên",
    may: planPolicy.right("manage"),
  })
    .input(
      id.extend({
        parentPlanId: z.uuid().nullable().default(null),
        documentId: z.uuid().nullable().default(null),
      }),
    )
    .output(parentsOutput),
  unlinkParent: procedure({
    method: "DELETE",
    path: "/plans/{id}/parents/{parentId}",
    summary: "Bỏ ghi rằng kế hoạch thực hiện một văn bản của cấp trên, cùng chỗ nối các mục",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ parentId: z.uuid("Mã không đúng.") }))
    .output(parentsOutput),
  linkParentClause: procedure({
    method: "PUT",
    path: "/plans/{id}/parent-clauses/{parentClauseId}",
    summary: "Ghi các mục ở đây thực hiện một mục của kế hoạch cấp trên",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ parentClauseId: z.uuid("Mã không đúng."), clauseIds: z.array(z.uuid()).max(200) }))
    .output(parentsOutput),
};
