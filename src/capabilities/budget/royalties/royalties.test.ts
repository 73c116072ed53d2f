import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actIn, as } from "../budget.fixture.ts";
import { openMatters } from "../closing/closing-queries.ts";
import { decideEntry } from "../spending/decide-entry.ts";
import { presentLineAccount } from "../spending/line-queries.ts";
import { takeBackExpense } from "../spending/record-expense.ts";
import { cancelRoyalty } from "./cancel-royalty.ts";
import { decideRoyalty } from "./decide-royalty.ts";
import { payRoyalty } from "./pay-royalty.ts";
import { proposeRoyalty, type RoyaltyProposal } from "./propose-royalty.ts";
import { coefficientText, readCoefficient, royaltyAmount, shareOut } from "./royalty.ts";
import { presentRoyalties, royaltyStart } from "./royalty-queries.ts";
import { type RateTableFields, saveRateTable } from "./save-rate-table.ts";

describe("how a royalty is worked out", () => {
  test.each([
    [100_000, 125, 1, 125_000],
    [100_000, 125, 1000, 125_000],
    [33_333, 150, 1, 50_000],
    [33_333, 150, 1000, 50_000],
    [100_000, 1, 1000, 1000],
    [49_900, 1, 1000, 0],
    [50_000, 1, 1000, 1000],
    [999_999_999_999, 100_000, 1, 999_999_999_999_000],
  ])("%d × %d hundredths, to %d: %d", (unitValue, coefficient, rounding, amount) => {
    expect(royaltyAmount(unitValue, coefficient, rounding)).toBe(amount);
  });

  test("shares add up to the amount, to the last đồng", () => {
    expect(shareOut(100, [3333, 3333, 3334])).toEqual([33, 33, 34]);
    expect(shareOut(10, [3333, 3333, 3334])).toEqual([3, 3, 4]);
    expect(shareOut(1, [5000, 5000])).toEqual([1, 0]);
    for (const amount of [1, 7, 99_999, 123_456_789])
      expect(shareOut(amount, [1, 4999, 2500, 2500]).reduce((sum, one) => sum + one, 0)).toBe(amount);
  });

  test("coefficients are read as people write them", () => {
    expect(["1,25", "1.5", "2", "0", "1,255", "x"].map(readCoefficient)).toEqual([
      125,
      150,
      200,
      null,
      null,
      null,
    ]);
    expect([125, 50, 200].map(coefficientText)).toEqual(["1,25", "0,5", "2"]);
  });
});

describe("royalties", () => {
  let db: TestDatabase;
  const act = actIn(() => db.database);
  const [finance, editor, leader] = [as("finance"), as("editor"), as("leadership")];
  const span = { from: "2020-01-01", to: "2099-12-31" };
  const table = (more: Partial<RateTableFields> = {}): RateTableFields => ({
    ...{ id: uuidv7(), name: "Khung thử", basis: "Quyết định thử", unitTyped: "100.000", rounding: 1000 },
    ...{ validFrom: "2020-01-01", validTo: null },
    rates: ["news", "article"].map((kind) => ({ kind, grade: "Bậc 1", least: "0,5", most: "2,5" })),
    ...more,
  });
  const line = async () =>
    (await db.pool.query<{ id: string }>("select id from budget_line where name like 'Nhuận bút%'")).rows[0]!
      .id;
  /** A published product of a kind that has a rate, without a royalty so far, with what its rate is. */
  async function product() {
    const { products } = await presentRoyalties(db.database, finance, span);
    const { itemId } = products.find(
      ({ kind, royalties }) => ["news", "article"].includes(kind) && royalties.length === 0,
    )!;
    const { rates } = await royaltyStart(db.database, editor, itemId);
    return { itemId, rateId: rates[0]!.id };
  }
  const shares = [
    { personId: samplePersonId("contributor"), name: "Nguyễn Văn Mẫu", part: 6667 },
    { personId: null, name: "Cộng tác viên Mẫu", part: 3333 },
  ];
  const proposal = async (more: Partial<RoyaltyProposal> = {}): Promise<RoyaltyProposal> => ({
    ...{ id: uuidv7(), lineId: await line(), coefficient: "1,25", note: "", shares },
    ...(await product()),
    ...more,
  });
  const approved = async () => {
    const given = await proposal();
    await act(editor, (w) => proposeRoyalty(w, given));
    await act(leader, (w) => decideRoyalty(w, { id: given.id, approve: true, words: "" }));
    return given;
  };
  const pay = (id: string, expenseId = uuidv7()) =>
    act(finance, (w) =>
      payRoyalty(w, {
        id,
        expenseId,
        documentNumber: `PC ${expenseId}`,
        documentDay: "2026-11-02",
        paidOn: "2026-11-03",
      }),
    );
  /** Everything that the dossier of a product asks for, put there by hand. */
  const makeWhole = (itemId: string) =>
    db.pool.query(
      `with live as (select i.id, i.agency_id, r.id as revision, r.hash from content_item i join content_revision r on r.id = i.live_revision_id where i.id = $1),
         proof as (insert into placement_proof (id, agency_id, placement_id, sha256, content_type, bytes, added_by, added_at)
           select gen_random_uuid(), p.agency_id, p.id, repeat('a', 64), 'image/png', 1, $2, now() from placement p where p.item_id = $1 and p.taken_down_at is null)
       insert into product_acceptance (id, agency_id, item_id, revision_id, revision_hash, verdict, remarks, accepted_by, accepted_at)
       select gen_random_uuid(), agency_id, id, revision, hash, 'accepted', '', $2, now() from live`,
      [itemId, samplePersonId("office")],
    );

  beforeAll(async () => {
    db = await testDatabase("sample");
  });
  afterAll(() => db.close());

  test("rates are the agency's: two tables never hold on the same day, a used one keeps its rates", async () => {
    const other = table({ name: "Khung khác", validFrom: "2019-01-01", validTo: "2020-01-01" });
    await expect(act(finance, (w) => saveRateTable(w, other))).rejects.toThrow(/chồng/);
    await expect(act(editor, (w) => saveRateTable(w, table()))).rejects.toThrow(Forbidden);
    const wrong = table({ rates: [{ kind: "news", grade: "A", least: "2", most: "1" }] });
    await expect(act(finance, (w) => saveRateTable(w, wrong))).rejects.toThrow(/thấp nhất lớn hơn/);
    const old = table({ validFrom: "2018-01-01", validTo: "2018-12-31" });
    await act(finance, (w) => saveRateTable(w, old));
    await act(finance, (w) => saveRateTable(w, { ...old, unitTyped: "120.000" }));
  });

  test("a product gets one royalty, by a rate of its kind, whose shares make the whole", async () => {
    const given = await proposal();
    const refuse = (more: Partial<RoyaltyProposal>) =>
      expect(act(editor, (w) => proposeRoyalty(w, { ...given, ...more }))).rejects;
    await refuse({ coefficient: "3" }).toThrow(/từ 0,5 đến 2,5/);
    await refuse({ shares: [{ ...shares[0]!, part: 9999 }] }).toThrow(/đúng 100%/);
    await refuse({ rateId: uuidv7() }).toThrow(NotFound);
    await refuse({ coefficient: "một" }).toThrow(Unacceptable);
    await expect(act(as("head"), (w) => proposeRoyalty(w, given))).rejects.toThrow(Forbidden);
    await act(editor, (w) => proposeRoyalty(w, given));
    await refuse({ id: uuidv7() }).toThrow(/mỗi sản phẩm chỉ trả một lần/);
    const { products, tables } = await presentRoyalties(db.database, finance, span);
    const [made] = products.find(({ itemId }) => itemId === given.itemId)!.royalties;
    expect(made).toMatchObject({ amount: 125_000, state: "proposed", paidOn: null });
    expect(made!.shares.map(({ amount }) => amount)).toEqual([83_338, 41_662]);
    const used = tables.find(({ isUsed }) => isUsed)!;
    const again = table({
      ...{ id: used.id, name: "Khung đổi tên", unitTyped: "200.000" },
      rates: used.rates.map(({ kind, grade, least, most }) => ({
        ...{ kind, grade, least: coefficientText(least), most: coefficientText(most) },
      })),
    });
    await expect(act(finance, (w) => saveRateTable(w, again))).rejects.toThrow(/khung khác/);
    await act(finance, (w) => saveRateTable(w, { ...again, unitTyped: "100.000" }));
    await expect(db.pool.query("update royalty_share set amount = 1")).rejects.toThrow(/permission denied/);
  });

  test("who proposed it or gets of it does not approve it; refused it may be proposed anew", async () => {
    const given = await proposal();
    await act(editor, (w) => proposeRoyalty(w, given));
    const sharer = { ...leader, personId: samplePersonId("contributor") };
    const decide = (actor: typeof leader, approve: boolean, words = "") =>
      act(actor, (w) => decideRoyalty(w, { id: given.id, approve, words }));
    await expect(decide(sharer, true)).rejects.toThrow(/không tự duyệt/);
    await expect(decide(finance, true)).rejects.toThrow(Forbidden);
    await expect(decide(leader, false)).rejects.toThrow(/lý do/);
    await expect(pay(given.id)).rejects.toThrow(/chưa được duyệt/);
    await decide(leader, false, "Hệ số cao");
    await expect(decide(leader, true)).rejects.toThrow(/đã có quyết định/);
    await act(editor, (w) => proposeRoyalty(w, { ...given, id: uuidv7(), coefficient: "1" }));
  });

  test("it is paid when the dossier lacks nothing, once, also of two at the same moment; taken back as a whole", async () => {
    const { id, itemId, lineId } = await approved();
    await expect(pay(id)).rejects.toThrow(/Hồ sơ thanh toán còn thiếu/);
    await makeWhole(itemId);
    const tries = await Promise.allSettled([pay(id), pay(id)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const paid = (await presentLineAccount(db.database, finance, lineId)).expenses.find(({ what }) =>
      what.startsWith("Nhuận bút:"),
    )!;
    expect(paid).toMatchObject({ amount: 125_000, payee: "Nguyễn Văn Mẫu, Cộng tác viên Mẫu" });
    await expect(
      db.pool.query(
        `insert into budget_expense (id, agency_id, line_id, royalty_id, what, payee, document_number, document_day, paid_on, amount, recorded_by, recorded_at)
         values (gen_random_uuid(), $1, $2, $3, 'Lần hai', 'x', 'x', '2026-11-02', '2026-11-02', 125000, $4, now())`,
        [SAMPLE_AGENCY_ID, lineId, id, samplePersonId("finance")],
      ),
    ).rejects.toThrow(/budget_expense_royalty_once/);
    const confirm = (id: string) =>
      act(leader, (w) => decideEntry(w, { kind: "expense", id, verdict: "confirmed", words: "" }));
    await confirm(paid.id);
    const back = async (typed: string) => {
      const id = uuidv7();
      await act(finance, (w) =>
        takeBackExpense(w, {
          ...{ id, expenseId: paid.id, typed, documentNumber: "PT 1" },
          ...{ documentDay: "2026-11-05", reason: "Trả nhầm" },
        }),
      );
      await confirm(id);
    };
    await expect(back("25.000")).rejects.toThrow(/toàn bộ/);
    await back("125.000");
    await pay(id);
    const cancel = act(leader, (w) => cancelRoyalty(w, { id, reason: "Muộn" }));
    await expect(cancel).rejects.toThrow(/đã trả nên không hủy/);
  });

  test("approved and unpaid it keeps its year from closing, until it is cancelled with a reason", async () => {
    const { id, itemId, lineId, ...given } = await approved();
    const { year } = (await db.pool.query("select year from budget_line where id = $1", [lineId])).rows[0];
    const open = async () =>
      (await openMatters(db.database, SAMPLE_AGENCY_ID, year)).find((one) => one.id === id);
    expect((await open())?.label).toMatch(/^Nhuận bút đã duyệt, phải trả hoặc hủy: /);
    const cancel = (actor: typeof leader) =>
      act(actor, (w) => cancelRoyalty(w, { id, reason: "Bài bị rút" }));
    await expect(cancel(finance)).rejects.toThrow(Forbidden);
    await cancel(leader);
    expect(await open()).toBeUndefined();
    await expect(cancel(leader)).rejects.toThrow(/Chỉ hủy được/);
    await expect(pay(id)).rejects.toThrow(/đã hủy/);
    await expect(
      db.pool.query(
        "update royalty set state = 'approved', cancelled_by = null, cancelled_at = null, cancelled_reason = '' where id = $1",
        [id],
      ),
    ).rejects.toThrow(/a decision stands/);
    await act(editor, (w) => proposeRoyalty(w, { ...given, id: uuidv7(), itemId, lineId }));
  });
});
