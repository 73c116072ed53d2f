import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleObligationId } from "#plan";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actIn, as } from "../budget.fixture.ts";
import { approveProposal, submitProposal } from "../estimates/decide-proposal.ts";
import { presentBudget } from "../estimates/estimate-queries.ts";
import { saveLine } from "../estimates/save-line.ts";
import { saveProposal } from "../estimates/save-proposal.ts";
import { decideEntry } from "../spending/decide-entry.ts";
import { presentLineAccount } from "../spending/line-queries.ts";
import { recordCommitment } from "../spending/record-commitment.ts";
import { recordExpense } from "../spending/record-expense.ts";
import { moneyWaiting } from "../waiting.ts";
import { carryCommitment } from "./carry-commitment.ts";
import { askClosing, decideClosing, reopenYear } from "./close-year.ts";
import { presentClosing } from "./closing-queries.ts";

let db: TestDatabase;
const act = actIn(() => db.database);
const accountant = as("finance");
const leader = as("leadership");
const YEAR = 2024;

beforeAll(async () => {
  db = await testDatabase("sample");
});
afterAll(() => db.close());

/** A line of a year with so much approved. */
async function lineOf(year: number, typed: string): Promise<string> {
  const [id, proposalId] = [uuidv7(), uuidv7()];
  const { sources } = await presentBudget(db.database, accountant, { year });
  await act(accountant, async (w) => {
    await saveLine(w, {
      ...{ id, year, sourceId: sources[0]!.id, name: `Dòng ${id}`, basis: "", taskId: null },
      obligationId: sampleObligationId("II.1-a"),
    });
    await saveProposal(w, {
      ...{ id: proposalId, year, kind: "estimate", title: "Dự toán", reason: "" },
      changes: [{ lineId: id, typed, less: false, basis: "" }],
    });
    await submitProposal(w, { id: proposalId });
  });
  const approval = { id: proposalId, documentNumber: "", documentDay: null, words: "" };
  await act(leader, (w) => approveProposal(w, approval));
  return id;
}
const confirm = (kind: "commitment" | "expense", id: string) =>
  act(leader, (w) => decideEntry(w, { kind, id, verdict: "confirmed", words: "" }));
const expense = (lineId: string, commitmentId: string | null, id = uuidv7()) =>
  act(accountant, (w) =>
    recordExpense(w, {
      ...{ id, lineId, commitmentId, what: "Chi", payee: "Bên Mẫu", documentNumber: `PC ${id}` },
      ...{ documentDay: "2024-05-02", paidOn: "2024-05-02", typed: "300.000" },
    }),
  );
const ask = (year: number, id = uuidv7(), actor = accountant) =>
  act(actor, (w) => askClosing(w, { id, year, documentNumber: "7/BC-QT", documentDay: "2026-01-20" }));
const account = (id: string) => presentLineAccount(db.database, accountant, id);

test("a year is closed when nothing of it is open; then nothing changes, until it is opened with a reason", async () => {
  const lineId = await lineOf(YEAR, "1 triệu");
  const nextId = await lineOf(YEAR + 1, "2 triệu");
  const commitmentId = uuidv7();
  await act(accountant, (w) =>
    recordCommitment(w, {
      ...{ id: commitmentId, lineId, what: "Việc dài", partner: "Bên Mẫu", number: "9/HĐ" },
      ...{ signedOn: "2024-03-01", typed: "800.000" },
    }),
  );
  await expect(ask(YEAR)).rejects.toThrow(/còn 1 việc chưa xong/);
  await confirm("commitment", commitmentId);
  const paid = uuidv7();
  await expense(lineId, commitmentId, paid);
  await confirm("expense", paid);
  await expect(ask(YEAR)).rejects.toThrow(/hủy hoặc chuyển năm sau/);

  const carry = (into: string, id = uuidv7(), actor = accountant) =>
    act(actor, (w) => carryCommitment(w, { id, commitmentId, lineId: into, reason: "Làm tiếp" }));
  await expect(carry(lineId)).rejects.toThrow(Unacceptable);
  await expect(carry(nextId, uuidv7(), leader)).rejects.toThrow(Forbidden);
  await expect(carry(uuidv7())).rejects.toThrow(NotFound);
  const carriedId = uuidv7();
  await carry(nextId, carriedId);
  await expect(carry(nextId)).rejects.toThrow(/đã được chuyển/);
  expect(await account(lineId)).toMatchObject({ committed: 800_000 });
  await confirm("commitment", carriedId);
  expect(await account(lineId)).toMatchObject({ committed: 300_000, spent: 300_000 });
  expect(await account(nextId)).toMatchObject({ committed: 500_000, free: 1_500_000 });
  await expect(carry(nextId)).rejects.toThrow(/không còn gì/);

  const id = uuidv7();
  await expect(ask(YEAR, uuidv7(), leader)).rejects.toThrow(Forbidden);
  await ask(YEAR, id);
  await expect(ask(YEAR)).rejects.toThrow(/đang chờ/);
  expect((await moneyWaiting(db.database, leader)).find((one) => one.id === id)?.isMine).toBe(true);
  const decide = (actor: typeof leader, approve: boolean, words = "") =>
    act(actor, (w) => decideClosing(w, { id, approve, words }));
  const both = { ...accountant, appointments: [...accountant.appointments, ...leader.appointments] };
  await expect(decide(both, true)).rejects.toThrow(Forbidden);
  await expect(decide(leader, false)).rejects.toThrow(/lý do/);
  await expect(act(leader, (w) => reopenYear(w, { id, reason: "Sớm" }))).rejects.toThrow(Conflict);
  await decide(leader, true);
  await expect(decide(leader, true)).rejects.toThrow(Conflict);

  expect((await account(lineId)).may.record).toMatchObject({ allowed: false });
  await expect(expense(lineId, null)).rejects.toThrow(/đã đóng/);
  for (const sentence of [
    "update budget_line set name = name where id = $1",
    "update budget_expense set decision_words = 'x' where line_id = $1",
    "update budget_commitment set decision_words = 'x' where line_id = $1",
    "insert into budget_document (id, agency_id, expense_id, file_name, content_type, bytes, sha256, added_by, added_at) select gen_random_uuid(), agency_id, id, 'a', 'b', 1, 'c', recorded_by, now() from budget_expense where line_id = $1",
  ])
    await expect(db.pool.query(sentence, [lineId]), sentence).rejects.toThrow(/closed year does not change/);
  await expect(expense(nextId, null)).rejects.toThrow(/trước năm/);

  await expect(act(accountant, (w) => reopenYear(w, { id, reason: "Sai" }))).rejects.toThrow(Forbidden);
  await act(leader, (w) => reopenYear(w, { id, reason: "Sót một chứng từ" }));
  await expense(lineId, null);
  expect((await presentClosing(db.database, leader, { year: YEAR })).closings[0]).toMatchObject({
    ...{ state: "reopened", reopenReason: "Sót một chứng từ", decidedByName: "Trần Thị Mẫu" },
  });
});

test("the database itself closes nothing that is open, nor by who asked, and a refusal says why", async () => {
  const year = 2022;
  const lineId = await lineOf(year, "1 triệu");
  const id = uuidv7();
  await ask(year, id);
  const commitmentId = uuidv7();
  await act(accountant, (w) =>
    recordCommitment(w, {
      ...{ id: commitmentId, lineId, what: "Việc", partner: "Bên Mẫu", number: "3/HĐ" },
      ...{ signedOn: "2022-03-01", typed: "1.000" },
    }),
  );
  const close = (by: string) =>
    db.pool.query(
      "update budget_closing set state = 'closed', decided_by = $2, decided_at = now() where id = $1",
      [id, by],
    );
  await expect(close(leader.personId)).rejects.toThrow(/is open/);
  await expect(act(leader, (w) => decideClosing(w, { id, approve: true, words: "" }))).rejects.toThrow(
    /chưa xong/,
  );
  await act(accountant, (w) =>
    decideEntry(w, { kind: "commitment", id: commitmentId, verdict: "withdrawn", words: "Nhầm" }),
  );
  // An approved royalty is owed: the year waits until it is paid or cancelled, in the database too.
  await db.pool.query(
    `insert into royalty (id, agency_id, item_id, line_id, rate_id, unit_value, rounding, coefficient, amount, state, proposed_by, proposed_at, decided_by, decided_at)
     select gen_random_uuid(), i.agency_id, i.id, $1, r.id, 1000, 1, 100, 1000, 'approved', $2, now(), $3, now()
     from content_item i, royalty_rate r where i.agency_id = r.agency_id and i.id not in (select item_id from royalty) limit 1`,
    [lineId, accountant.personId, leader.personId],
  );
  await expect(close(leader.personId)).rejects.toThrow(/is open/);
  await db.pool.query(
    "update royalty set state = 'cancelled', cancelled_by = $2, cancelled_at = now(), cancelled_reason = 'Thử' where line_id = $1",
    [lineId, leader.personId],
  );
  await expect(close(accountant.personId)).rejects.toThrow(/budget_closing_by_a_second_person/);
  await act(leader, (w) => decideClosing(w, { id, approve: false, words: "Chờ thẩm định" }));
  await expect(ask(2019)).rejects.toThrow(/chưa có dòng dự toán/);
});
