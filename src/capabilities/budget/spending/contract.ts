import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { documentAnswer, lineAnswer, proposalAnswer } from "../estimates/contract.ts";
import { proposalKinds, proposalStates } from "../estimates/proposal.ts";
import { day, id, line, money, reason, some, typed, uuid } from "../fields.ts";
import { budgetPolicy } from "../policy.ts";
import { waitingKinds } from "../waiting-kinds.ts";
import { entryKinds, entryStates } from "./entry.ts";

const right = budgetPolicy.right;

const recorded = {
  id: z.uuid(),
  what: z.string(),
  amount: money,
  reason: z.string(),
  recordedAt: z.date(),
  recordedByName: z.string(),
  state: z.enum(entryStates),
  decidedAt: z.date().nullable(),
  decidedByName: z.string().nullable(),
  decisionWords: z.string(),
  /** The person who looks has recorded it. */
  isOwn: z.boolean(),
  may: maySchema,
  documents: z.array(documentAnswer),
};
/** Money in whole đồng; a row that takes back has a negative amount and names what it takes from. */
const account = lineAnswer.extend({
  decisions: z.array(
    z.object({
      proposalId: z.uuid(),
      title: z.string(),
      kind: z.enum(proposalKinds),
      state: z.enum(proposalStates),
      decidedAt: z.date().nullable(),
      amount: money,
      basis: z.string(),
    }),
  ),
  commitments: z.array(
    z.object({
      ...recorded,
      reducesId: z.uuid().nullable(),
      carriedFromId: z.uuid().nullable(),
      partner: z.string(),
      number: z.string(),
      signedOn: z.string(),
      reduced: money,
      spent: money,
    }),
  ),
  expenses: z.array(
    z.object({
      ...recorded,
      commitmentId: z.uuid().nullable(),
      reversesId: z.uuid().nullable(),
      payee: z.string(),
      documentNumber: z.string(),
      documentDay: z.string(),
      paidOn: z.string(),
      takenBack: money,
      isRoyalty: z.boolean(),
    }),
  ),
  may: maySchema,
});
const file = z.file("Hãy chọn tệp.").max(20_000_000, "Tệp lớn hơn 20 MB nên không được nhận.");

export const spendingContract = {
  line: procedure({
    method: "GET",
    path: "/budget-lines/{id}",
    summary: "Một dòng dự toán: quyết định, cam kết, chi, còn lại",
    may: right("read"),
  })
    .input(id)
    .output(account),
  recordCommitment: procedure({
    method: "POST",
    path: "/budget-lines/{lineId}/commitments",
    summary: "Ghi cam kết chi, hợp đồng trong số còn lại của dòng đã duyệt",
    may: right("record"),
  })
    .input(
      z.object({
        id: uuid,
        lineId: uuid,
        what: some(300, "Nội dung"),
        partner: some(200, "Bên nhận"),
        number: some(60, "Số hợp đồng"),
        signedOn: day,
        typed,
      }),
    )
    .output(account),
  reduceCommitment: procedure({
    method: "POST",
    path: "/budget-commitments/{commitmentId}/reduce",
    summary: "Hủy hoặc giảm một cam kết: một dòng mới, không xóa dòng cũ",
    may: right("record"),
  })
    .input(z.object({ id: uuid, commitmentId: uuid, signedOn: day, typed, reason }))
    .output(account),
  carryCommitment: procedure({
    method: "POST",
    path: "/budget-commitments/{commitmentId}/carry",
    summary: "Chuyển phần cam kết còn chưa chi sang một dòng của năm sau",
    may: right("record"),
  })
    .input(z.object({ id: uuid, commitmentId: uuid, lineId: z.uuid("Hãy chọn dòng dự toán."), reason }))
    .output(account),
  recordExpense: procedure({
    method: "POST",
    path: "/budget-lines/{lineId}/expenses",
    summary: "Ghi khoản chi kèm chứng từ, theo cam kết hoặc trong số còn lại của dòng",
    may: right("record"),
  })
    .input(
      z.object({
        id: uuid,
        lineId: uuid,
        commitmentId: uuid.nullable(),
        what: some(300, "Nội dung"),
        payee: some(200, "Người nhận"),
        documentNumber: some(60, "Số chứng từ"),
        documentDay: day,
        paidOn: day,
        typed,
      }),
    )
    .output(account),
  takeBackExpense: procedure({
    method: "POST",
    path: "/budget-expenses/{expenseId}/take-back",
    summary: "Thu hồi một khoản chi hoặc một phần của nó: một dòng mới, không xóa dòng cũ",
    may: right("record"),
  })
    .input(
      z.object({
        id: uuid,
        expenseId: uuid,
        typed,
        documentNumber: some(60, "Số chứng từ"),
        documentDay: day,
        reason,
      }),
    )
    .output(account),
  decideEntry: procedure({
    method: "POST",
    path: "/budget-entries/{kind}/{id}/decision",
    summary: "Người thứ hai xác nhận, hoặc không xác nhận, cam kết và khoản chi",
    may: right("confirm"),
  })
    .input(
      id.extend({
        kind: z.enum(entryKinds),
        confirm: z.boolean(),
        words: line(1000, "Lý do").default(""),
      }),
    )
    .output(account),
  withdrawEntry: procedure({
    method: "POST",
    path: "/budget-entries/{kind}/{id}/withdraw",
    summary: "Người ghi rút lại cam kết, khoản chi còn chờ xác nhận",
    may: right("record"),
  })
    .input(id.extend({ kind: z.enum(entryKinds), reason }))
    .output(account),
  moneyWaiting: procedure({
    method: "GET",
    path: "/budget-waiting",
    summary: "Việc kinh phí chờ người thứ hai: tờ trình, cam kết, khoản chi, nhuận bút, số liệu tiết kiệm",
    may: right("read"),
  }).output(
    z.object({
      waiting: z.array(
        z.object({
          kind: z.enum(waitingKinds),
          id: z.uuid(),
          label: z.string(),
          detail: z.string(),
          to: z.string(),
          since: z.date(),
          isMine: z.boolean(),
        }),
      ),
    }),
  ),
  addProposalDocument: procedure({
    method: "POST",
    path: "/budget-proposals/{id}/documents",
    summary: "Đính tệp vào tờ trình",
    may: right("record"),
  })
    .input(id.extend({ file }))
    .output(proposalAnswer),
  addCommitmentDocument: procedure({
    method: "POST",
    path: "/budget-commitments/{id}/documents",
    summary: "Đính tệp hợp đồng vào cam kết",
    may: right("record"),
  })
    .input(id.extend({ file }))
    .output(account),
  addExpenseDocument: procedure({
    method: "POST",
    path: "/budget-expenses/{id}/documents",
    summary: "Đính tệp chứng từ vào khoản chi",
    may: right("record"),
  })
    .input(id.extend({ file }))
    .output(account),
};
