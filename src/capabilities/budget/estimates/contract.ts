import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { day, id, line, money, reason, some, typed, uuid, year } from "../fields.ts";
import { budgetPolicy } from "../policy.ts";
import { proposalKinds, proposalStates } from "./proposal.ts";

const right = budgetPolicy.right;

const source = z.object({ id: z.uuid(), name: z.string(), basis: z.string() });

/** Money in whole đồng. */
export const lineAnswer = z.object({
  id: z.uuid(),
  year: z.number().int(),
  sourceId: z.uuid(),
  sourceName: z.string(),
  name: z.string(),
  basis: z.string(),
  taskId: z.uuid().nullable(),
  obligationId: z.uuid().nullable(),
  linkName: z.string(),
  approvedAt: z.date().nullable(),
  approved: money,
  adjusted: money,
  limit: money,
  committed: money,
  spent: money,
  direct: money,
  free: money,
  left: money,
});
const budget = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  sources: z.array(source),
  lines: z.array(lineAnswer),
  proposals: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(proposalKinds),
      title: z.string(),
      state: z.enum(proposalStates),
      submittedAt: z.date().nullable(),
      decidedAt: z.date().nullable(),
      changes: z.number().int(),
      amount: money,
    }),
  ),
  may: maySchema,
});

export const documentAnswer = z.object({
  id: z.uuid(),
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  ownerId: z.uuid(),
});

export const proposalAnswer = z.object({
  id: z.uuid(),
  year: z.number().int(),
  kind: z.enum(proposalKinds),
  title: z.string(),
  reason: z.string(),
  state: z.enum(proposalStates),
  writerNames: z.array(z.string()),
  madeAt: z.date(),
  submittedAt: z.date().nullable(),
  submittedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedByName: z.string().nullable(),
  decisionWords: z.string(),
  documentNumber: z.string(),
  documentDay: z.string().nullable(),
  amount: money,
  changes: z.array(
    z.object({
      lineId: z.uuid(),
      name: z.string(),
      sourceName: z.string(),
      linkName: z.string(),
      amount: money,
      basis: z.string(),
      limit: money,
    }),
  ),
  documents: z.array(documentAnswer),
  may: maySchema,
});

export const estimatesContract = {
  budget: procedure({
    method: "GET",
    path: "/budget",
    summary: "Kinh phí của một năm: nguồn, dòng dự toán, tờ trình",
    may: right("read"),
  })
    .input(z.object({ year: year.optional() }))
    .output(budget),
  saveSource: procedure({
    method: "PUT",
    path: "/budget-sources",
    summary: "Ghi nguồn kinh phí; mã đã có thì sửa",
    may: right("write"),
  })
    .input(z.object({ id: uuid, name: some(200, "Tên nguồn"), basis: line(1000, "Căn cứ"), year }))
    .output(budget),
  saveLine: procedure({
    method: "PUT",
    path: "/budget-lines",
    summary: "Ghi dòng dự toán theo nguồn và nhiệm vụ, nghĩa vụ của kế hoạch; chưa duyệt thì còn sửa được",
    may: right("write"),
  })
    .input(
      z.object({
        id: uuid,
        year,
        sourceId: z.uuid("Hãy chọn nguồn kinh phí."),
        name: some(300, "Nội dung chi"),
        basis: line(1000, "Cách tính"),
        taskId: uuid.nullable(),
        obligationId: uuid.nullable(),
      }),
    )
    .output(budget),
  removeLine: procedure({
    method: "POST",
    path: "/budget-lines/{id}/remove",
    summary: "Bỏ một dòng dự toán chưa nằm trong tờ trình nào",
    may: right("write"),
  })
    .input(id)
    .output(budget),
  proposal: procedure({
    method: "GET",
    path: "/budget-proposals/{id}",
    summary: "Một tờ trình dự toán hoặc điều chỉnh, với vết duyệt",
    may: right("read"),
  })
    .input(id)
    .output(proposalAnswer),
  saveProposal: procedure({
    method: "PUT",
    path: "/budget-proposals",
    summary: "Ghi tờ trình dự toán hoặc điều chỉnh; đã trình thì không sửa",
    may: right("write"),
  })
    .input(
      z.object({
        id: uuid,
        year,
        kind: z.enum(proposalKinds, "Hãy chọn loại tờ trình."),
        title: some(300, "Tên tờ trình"),
        reason: line(2000, "Lý do"),
        changes: z
          .array(z.object({ lineId: uuid, typed, less: z.boolean(), basis: line(1000, "Cách tính") }))
          .max(500, "Nhiều nhất 500 dòng."),
      }),
    )
    .output(proposalAnswer),
  submitProposal: procedure({
    method: "POST",
    path: "/budget-proposals/{id}/submit",
    summary: "Trình duyệt",
    may: right("write"),
  })
    .input(id)
    .output(proposalAnswer),
  approveProposal: procedure({
    method: "POST",
    path: "/budget-proposals/{id}/approve",
    summary: "Duyệt tờ trình; người lập không tự duyệt",
    may: right("approve"),
  })
    .input(
      id.extend({
        documentNumber: line(60, "Số quyết định").default(""),
        documentDay: day.nullable().default(null),
        words: line(1000, "Ý kiến").default(""),
      }),
    )
    .output(proposalAnswer),
  returnProposal: procedure({
    method: "POST",
    path: "/budget-proposals/{id}/return",
    summary: "Trả tờ trình lại để sửa",
    may: right("return"),
  })
    .input(id.extend({ reason }))
    .output(proposalAnswer),
};
