import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import { sampleObligationId } from "#plan";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actIn, as } from "./budget.fixture.ts";
import { approveProposal, returnProposal, submitProposal } from "./estimates/decide-proposal.ts";
import { presentBudget, presentProposal } from "./estimates/estimate-queries.ts";
import { removeLine, saveLine } from "./estimates/save-line.ts";
import { type ProposalFields, saveProposal } from "./estimates/save-proposal.ts";
import { saveSource } from "./estimates/save-source.ts";
import { sumOf } from "./money.ts";
import { settlementDocument, settlementWorkbook } from "./settlement/export-settlement.ts";
import { budgetInPeriod, presentSettlement } from "./settlement/settlement-queries.ts";
import { addDocument } from "./spending/add-document.ts";
import { decideEntry } from "./spending/decide-entry.ts";
import { type EntryKind, type EntryState, type EntryVerdict, stands } from "./spending/entry.ts";
import { presentLineAccount } from "./spending/line-queries.ts";
import { recordCommitment, reduceCommitment } from "./spending/record-commitment.ts";
import { recordExpense, takeBackExpense } from "./spending/record-expense.ts";
import { moneyWaiting } from "./waiting.ts";

let db: TestDatabase;
const act = actIn(() => db.database);
const accountant = as("finance");
const leader = as("leadership");

beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "budget-")));
});
afterAll(() => db.close());

const account = (id: string) => presentLineAccount(db.database, accountant, id);
const YEAR = 2026;

/** A line of its own with so much approved. */
async function lineWith(typed: string): Promise<string> {
  const id = uuidv7();
  const { sources } = await presentBudget(db.database, accountant, { year: YEAR });
  await act(accountant, (w) =>
    saveLine(w, {
      ...{ id, year: YEAR, sourceId: sources[0]!.id, name: `Dòng thử ${id}`, basis: "" },
      ...{ taskId: null, obligationId: sampleObligationId("II.1-a") },
    }),
  );
  await approved("estimate", [{ lineId: id, typed, less: false, basis: "" }]);
  return id;
}

async function submitted(kind: ProposalFields["kind"], changes: ProposalFields["changes"]): Promise<string> {
  const id = uuidv7();
  await act(accountant, async (w) => {
    await saveProposal(w, { id, year: YEAR, kind, title: "Tờ thử", reason: "Để thử", changes });
    await submitProposal(w, { id });
  });
  return id;
}

const approval = (id: string) => ({ id, documentNumber: "", documentDay: null, words: "" });
async function approved(kind: ProposalFields["kind"], changes: ProposalFields["changes"]): Promise<void> {
  const id = await submitted(kind, changes);
  await act(leader, (w) => approveProposal(w, approval(id)));
}

const confirm = (kind: EntryKind, id: string, verdict: EntryVerdict = "confirmed", actor = leader) =>
  act(actor, (w) => decideEntry(w, { kind, id, verdict, words: verdict === "confirmed" ? "" : "Sai số" }));
const promise = async (lineId: string, typed: string, id = uuidv7()) => {
  await act(accountant, (w) =>
    recordCommitment(w, {
      ...{ id, lineId, what: "Việc thử", partner: "Bên Mẫu", number: `HĐ ${id}` },
      ...{ signedOn: "2026-03-02", typed },
    }),
  );
  await confirm("commitment", id);
};
const pay = async (
  lineId: string,
  typed: string,
  more: { id?: string; commitmentId?: string | null } = {},
) => {
  const { id = uuidv7(), commitmentId = null } = more;
  await act(accountant, (w) =>
    recordExpense(w, {
      ...{ id, lineId, commitmentId, what: "Khoản thử", payee: "Bên Mẫu", documentNumber: `PC ${id}` },
      ...{ documentDay: "2026-04-02", paidOn: "2026-04-03", typed },
    }),
  );
  await confirm("expense", id);
};

describe("estimates", () => {
  test("the sample's sums are what its books add up to, and the estimate was approved by another than who wrote it", async () => {
    const counted = ({ amount, state }: { amount: number; state: EntryState }) =>
      stands(state) || (state === "pending" && amount > 0) ? amount : 0;
    const { lines, proposals } = await presentBudget(db.database, accountant, { year: YEAR });
    expect(lines.length).toBeGreaterThan(4);
    for (const { id } of lines) {
      const one = await account(id);
      const decided = one.decisions.filter(({ state }) => state === "approved");
      expect(one.limit).toBe(sumOf(decided, ({ amount }) => amount));
      expect(one.committed).toBe(sumOf(one.commitments, counted));
      expect(one.spent).toBe(sumOf(one.expenses, counted));
    }
    const first = await presentProposal(db.database, accountant, proposals.at(-1)!.id);
    expect(first).toMatchObject({ state: "approved", decidedByName: "Trần Thị Mẫu" });
    expect(first.writerNames).toEqual(["Đỗ Văn Mẫu"]);
  });

  test("who wrote any of a proposal does not approve it, also not past the policy", async () => {
    const lineId = await lineWith("1 triệu");
    const id = await submitted("adjustment", [{ lineId, typed: "500.000", less: false, basis: "" }]);
    const both = { ...accountant, appointments: [...accountant.appointments, ...leader.appointments] };
    await expect(act(both, (w) => approveProposal(w, approval(id)))).rejects.toThrow(Forbidden);
    await expect(act(accountant, (w) => approveProposal(w, approval(id)))).rejects.toThrow(/Lãnh đạo/);
    await expect(
      db.pool.query(
        "update budget_proposal set state = 'approved', decided_by = $2, decided_at = now() where id = $1",
        [id, accountant.personId],
      ),
    ).rejects.toThrow(/budget_proposal_by_a_second_person/);
    await expect(act(as("editor"), (w) => submitProposal(w, { id }))).rejects.toThrow(Forbidden);
  });

  test("what was handed in is not edited; given back it is, and then handed in anew", async () => {
    const lineId = await lineWith("1 triệu");
    const id = await submitted("adjustment", [{ lineId, typed: "500.000", less: true, basis: "" }]);
    const edited: ProposalFields = {
      ...{ id, year: YEAR, kind: "adjustment", title: "Sửa", reason: "Sửa" },
      changes: [{ lineId, typed: "200.000", less: true, basis: "" }],
    };
    await expect(act(accountant, (w) => saveProposal(w, edited))).rejects.toThrow(/chờ duyệt/);
    await expect(db.pool.query("delete from budget_change where proposal_id = $1", [id])).rejects.toThrow(
      /handed in/,
    );
    await act(leader, (w) => returnProposal(w, { id, reason: "Giảm ít hơn" }));
    await act(accountant, (w) => saveProposal(w, edited));
    await act(accountant, (w) => submitProposal(w, { id }));
    await act(leader, (w) => approveProposal(w, approval(id)));
    expect(await account(lineId)).toMatchObject({ approved: 1_000_000, adjusted: -200_000, limit: 800_000 });
    await expect(act(leader, (w) => approveProposal(w, approval(id)))).rejects.toThrow(/Đã duyệt/);
  });

  test("an approved line is neither edited nor removed, by nobody; one without approval is", async () => {
    const lineId = await lineWith("1 triệu");
    const { sources } = await presentBudget(db.database, accountant, { year: YEAR });
    const fields = {
      ...{ year: YEAR, sourceId: sources[0]!.id, basis: "", taskId: null },
      obligationId: sampleObligationId("II.1-a"),
    };
    await expect(
      act(accountant, (w) => saveLine(w, { ...fields, id: lineId, name: "Tên khác" })),
    ).rejects.toThrow(/điều chỉnh/);
    await expect(act(accountant, (w) => removeLine(w, { id: lineId }))).rejects.toThrow(Conflict);
    await expect(
      db.pool.query("update budget_line set name = 'Tên khác' where id = $1", [lineId]),
    ).rejects.toThrow(/not edited/);
    await expect(
      db.pool.query("update budget_line set approved = 1 where id = $1", [lineId]),
    ).rejects.toThrow(/permission denied/);
    const other = uuidv7();
    await act(accountant, (w) => saveLine(w, { ...fields, id: other, name: "Dòng bỏ đi" }));
    expect(await act(accountant, (w) => removeLine(w, { id: other }))).toBe(YEAR);
    await expect(
      act(accountant, (w) => saveLine(w, { ...fields, id: uuidv7(), name: "x", obligationId: null })),
    ).rejects.toThrow(Unacceptable);
    await expect(
      act(accountant, (w) => saveLine(w, { ...fields, id: uuidv7(), name: "x", sourceId: uuidv7() })),
    ).rejects.toThrow(NotFound);
  });

  test("wrong money is refused by its line and nothing is kept", async () => {
    const { lines } = await presentBudget(db.database, accountant, { year: YEAR });
    const id = uuidv7();
    const wrong = act(accountant, (w) =>
      saveProposal(w, {
        ...{ id, year: YEAR, kind: "adjustment", title: "Sai", reason: "" },
        changes: [{ lineId: lines[0]!.id, typed: "1.5 triệu", less: false, basis: "" }],
      }),
    );
    await expect(wrong).rejects.toMatchObject({ issues: [{ field: "changes.0.typed" }] });
    await expect(presentProposal(db.database, accountant, id)).rejects.toThrow(NotFound);
    await expect(
      act(as("head"), (w) => saveSource(w, { id: uuidv7(), name: "x", basis: "" })),
    ).rejects.toThrow(Forbidden);
    await expect(
      act(accountant, (w) => saveSource(w, { id: uuidv7(), name: lines[0]!.sourceName, basis: "" })),
    ).rejects.toThrow(/cùng tên/);
  });
});

describe("commitments and expenses", () => {
  test("nothing goes beyond the approved line; an approved adjustment makes room", async () => {
    const lineId = await lineWith("1 triệu");
    await promise(lineId, "700.000");
    await expect(promise(lineId, "400.000")).rejects.toThrow(/còn 300\.000 đồng/);
    await expect(pay(lineId, "300.001")).rejects.toThrow(/còn 300\.000 đồng/);
    await approved("adjustment", [{ lineId, typed: "100.000", less: false, basis: "" }]);
    await pay(lineId, "400.000");
    expect(await account(lineId)).toMatchObject({ free: 0, left: 700_000 });
    const less = await submitted("adjustment", [{ lineId, typed: "1", less: true, basis: "" }]);
    await expect(act(leader, (w) => approveProposal(w, approval(less)))).rejects.toThrow(/Vượt số còn lại/);
    expect((await presentProposal(db.database, leader, less)).state).toBe("submitted");
    await expect(act(leader, (w) => recordCommitment(w, {} as never))).rejects.toThrow(Forbidden);
  });

  test("of many at the same moment only as many are taken as there is money for", async () => {
    const lineId = await lineWith("1 triệu");
    const tries = await Promise.allSettled([
      promise(lineId, "400.000"),
      pay(lineId, "400.000"),
      promise(lineId, "400.000"),
      pay(lineId, "400.000"),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect((await account(lineId)).free).toBe(200_000);
  });

  test("the database itself refuses what the acts would let through, also at the same moment", async () => {
    const lineId = await lineWith("1 triệu");
    const insert = () =>
      db.pool.query(
        `insert into budget_expense (id, agency_id, line_id, what, payee, document_number, document_day, paid_on, amount, recorded_by, recorded_at)
         values ($1, $2, $3, 'Thử', 'Bên Mẫu', $5, '2026-04-02', '2026-04-02', 600000, $4, now())`,
        [uuidv7(), SAMPLE_AGENCY_ID, lineId, samplePersonId("finance"), uuidv7()],
      );
    const tries = await Promise.allSettled([insert(), insert()]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      String((tries.find(({ status }) => status === "rejected") as PromiseRejectedResult).reason),
    ).toMatch(/budget_line_keeps_within/);
    for (const sentence of ["delete from budget_expense", "update budget_expense set amount = 1"])
      await expect(db.pool.query(sentence)).rejects.toThrow(/permission denied/);
  });

  test("a commitment is paid within what it still has, and reduced by a row of its own", async () => {
    const lineId = await lineWith("1 triệu");
    const commitmentId = uuidv7();
    await promise(lineId, "800.000", commitmentId);
    await pay(lineId, "500.000", { commitmentId });
    await expect(pay(lineId, "400.000", { commitmentId })).rejects.toThrow(/còn 300\.000/);
    const reduce = async (typed: string, reason: string) => {
      const id = uuidv7();
      await act(accountant, (w) =>
        reduceCommitment(w, { id, commitmentId, signedOn: "2026-05-02", typed, reason }),
      );
      await confirm("commitment", id);
    };
    await expect(reduce("300.001", "Thừa")).rejects.toThrow(/chỉ còn 300\.000/);
    await reduce("300.000", "Làm ít hơn");
    const one = await account(lineId);
    expect(one.commitments).toHaveLength(2);
    expect(one).toMatchObject({ committed: 500_000, free: 500_000, spent: 500_000 });
    await expect(pay(lineId, "1", { commitmentId })).rejects.toThrow(/còn 0 đồng/);
  });

  test("what was paid is taken back by a row of its own, never more than was paid", async () => {
    const lineId = await lineWith("1 triệu");
    const expenseId = uuidv7();
    await pay(lineId, "900.000", { id: expenseId });
    await expect(pay(lineId, "900.000", { id: expenseId })).rejects.toThrow(/đã được ghi/);
    const back = async (typed: string, documentDay = "2026-05-02") => {
      const id = uuidv7();
      await act(accountant, (w) =>
        takeBackExpense(w, {
          ...{ id, expenseId, typed, documentNumber: "PT 1", documentDay, reason: "Chi nhầm" },
        }),
      );
      await confirm("expense", id);
    };
    await expect(back("100.000", "2026-04-01")).rejects.toThrow(/trước ngày chi/);
    await back("400.000");
    await expect(back("500.001")).rejects.toThrow(/chỉ còn 500\.000/);
    await back("500.000");
    expect(await account(lineId)).toMatchObject({ spent: 0, free: 1_000_000 });
    expect((await account(lineId)).expenses).toHaveLength(3);
  });

  test("who recorded does not confirm, also not past the policy; the money is held until then", async () => {
    const lineId = await lineWith("1 triệu");
    const id = uuidv7();
    await act(accountant, (w) =>
      recordCommitment(w, {
        ...{ id, lineId, what: "Việc thử", partner: "Bên Mẫu", number: `HĐ ${id}` },
        ...{ signedOn: "2026-03-02", typed: "600.000" },
      }),
    );
    expect(await account(lineId)).toMatchObject({ committed: 600_000, free: 400_000 });
    await expect(confirm("commitment", id, "confirmed", accountant)).rejects.toThrow(/không tự xác nhận/);
    await expect(confirm("commitment", id, "confirmed", as("editor"))).rejects.toThrow(Forbidden);
    await expect(confirm("commitment", id, "withdrawn", leader)).rejects.toThrow(Forbidden);
    await expect(confirm("commitment", uuidv7())).rejects.toThrow(NotFound);
    await expect(
      db.pool.query(
        "update budget_commitment set state = 'confirmed', decided_by = $2, decided_at = now() where id = $1",
        [id, accountant.personId],
      ),
    ).rejects.toThrow(/budget_commitment_by_a_second_person/);
    await expect(pay(lineId, "1", { commitmentId: id })).rejects.toThrow(/chưa được người thứ hai/);
    const waiting = async (actor: typeof leader) =>
      (await moneyWaiting(db.database, actor)).find((one) => one.id === id)?.isMine;
    expect([await waiting(leader), await waiting(accountant)]).toEqual([true, false]);
    const told = await db.pool.query("select person_id from notice where cause like $1", [
      `money-to-decide:commitment:${id}:%`,
    ]);
    expect(told.rows).toEqual([{ person_id: leader.personId }]);
    await confirm("commitment", id, "refused");
    expect(await account(lineId)).toMatchObject({ committed: 0, free: 1_000_000 });
    await expect(confirm("commitment", id)).rejects.toThrow(/không còn chờ/);
    expect(await waiting(leader)).toBeUndefined();
  });

  test("what takes back counts only when confirmed, and what fell away may be recorded anew", async () => {
    const lineId = await lineWith("1 triệu");
    const expenseId = uuidv7();
    await pay(lineId, "500.000", { id: expenseId });
    const back = { expenseId, typed: "500.000", documentNumber: "PT", documentDay: "2026-05-02" };
    const first = uuidv7();
    await act(accountant, (w) => takeBackExpense(w, { ...back, id: first, reason: "Nhầm" }));
    expect(await account(lineId)).toMatchObject({ spent: 500_000, free: 500_000 });
    await expect(
      act(accountant, (w) => takeBackExpense(w, { ...back, id: uuidv7(), typed: "1", reason: "Nhầm" })),
    ).rejects.toThrow(/chỉ còn 0 đồng/);
    await confirm("expense", first, "withdrawn", accountant);
    const second = uuidv7();
    await act(accountant, (w) => takeBackExpense(w, { ...back, id: second, reason: "Nhầm" }));
    await confirm("expense", second);
    expect(await account(lineId)).toMatchObject({ spent: 0, free: 1_000_000 });
    const period = { from: "2026-03-15", to: "2026-06-14" };
    const line = (await budgetInPeriod(db.database, SAMPLE_AGENCY_ID, period)).find(
      ({ id }) => id === lineId,
    );
    expect(line === undefined || line.spent === 0).toBe(true);
    await expect(
      db.pool.query("update budget_expense set state = 'pending', decided_by = null, decided_at = null"),
    ).rejects.toThrow(/decision stands/);
  });

  test("the same paper is not paid twice from a line", async () => {
    const lineId = await lineWith("1 triệu");
    const paper = {
      ...{ lineId, commitmentId: null, what: "In", payee: "Nhà in Mẫu", documentNumber: "PC 9" },
      ...{ documentDay: "2026-04-02", paidOn: "2026-04-02", typed: "100.000" },
    };
    await act(accountant, (w) => recordExpense(w, { ...paper, id: uuidv7() }));
    await expect(
      act(accountant, (w) => recordExpense(w, { ...paper, id: uuidv7(), payee: "nhà in mẫu" })),
    ).rejects.toThrow(/đã được ghi/);
    await expect(
      act(accountant, (w) => recordExpense(w, { ...paper, id: uuidv7(), paidOn: "2026-12-20" })),
    ).rejects.toThrow(/chưa tới/);
  });

  test("papers are kept by their content, once, and others are refused", async () => {
    const lineId = await lineWith("1 triệu");
    const expenseId = uuidv7();
    await pay(lineId, "900.000", { id: expenseId });
    const bytes = new TextEncoder().encode("%PDF-1.4\nMẫu\n%%EOF\n");
    const add = (given: Uint8Array) =>
      act(accountant, (w) =>
        addDocument(w, { owner: "expense", ownerId: expenseId, bytes: given, fileName: "phieu chi.exe" }),
      );
    await add(bytes);
    await add(bytes);
    expect((await account(lineId)).expenses[0]!.documents.map(({ fileName }) => fileName)).toEqual([
      "phieu chi.pdf",
    ]);
    await expect(add(new TextEncoder().encode("MZ"))).rejects.toThrow(Unacceptable);
  });
});

describe("settlement", () => {
  test("adds up line, source and whole, and its files say the same", async () => {
    const found = await presentSettlement(db.database, accountant, { year: YEAR });
    expect(found.total.limit).toBe(sumOf(found.sources, ({ total }) => total.limit));
    expect(found.total.left).toBe(found.total.limit - found.total.spent);
    const model = await act(accountant, (w) => settlementDocument(w, { year: YEAR }));
    expect(JSON.stringify(model.body)).toMatch(/Số đã chi: [\d.]+ đồng \([A-ZĐ]/);
    expect(model.number).toBeNull();
    const bytes = await act(accountant, (w) => settlementWorkbook(w, { year: YEAR }));
    expect(bytes.length).toBeGreaterThan(2000);
    await expect(presentSettlement(db.database, as("contributor"), { year: YEAR })).rejects.toThrow(
      Forbidden,
    );
  });

  test("a period counts by days: what was signed, paid and decided after it is not in it", async () => {
    const half = await budgetInPeriod(db.database, SAMPLE_AGENCY_ID, {
      from: "2025-12-15",
      to: "2026-06-14",
    });
    const sheets = half.find(({ name }) => name.startsWith("In phiếu"))!;
    expect(sheets).toMatchObject({ limit: 9_500_000, spent: 4_700_000, spentInPeriod: 4_700_000 });
    const later = await budgetInPeriod(db.database, SAMPLE_AGENCY_ID, {
      from: "2026-06-15",
      to: "2026-12-14",
    });
    expect(later.find(({ id }) => id === sheets.id)).toMatchObject({
      spent: 4_500_000,
      spentInPeriod: -200_000,
    });
    const before = await budgetInPeriod(db.database, SAMPLE_AGENCY_ID, {
      from: "2025-12-15",
      to: "2026-01-14",
    });
    expect(before).toEqual([]);
  });
});
