import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actIn, as } from "../budget.fixture.ts";
import { decideEntry } from "../spending/decide-entry.ts";
import { takeBackExpense } from "../spending/record-expense.ts";
import { presentCosts } from "./cost-queries.ts";
import { tellCosts } from "./tell-costs.ts";
import { costByKind, perOne } from "./unit-cost.ts";
import { writeRoyaltyBundle } from "./write-royalty-bundle.ts";

test("a unit cost divides by what is known alone, to the đồng", () => {
  expect(perOne(10, 3)).toBe(3);
  expect(perOne(11, 2)).toBe(6);
  expect(perOne(10, 0)).toBeNull();
  const of = (cost: number | null) => ({ kind: "news", kindLabel: "Tin", cost });
  expect(costByKind([of(100), of(201), of(null)])).toEqual([
    { kind: "news", kindLabel: "Tin", published: 3, known: 2, total: 301, unitCost: 151 },
  ]);
  expect(costByKind([of(null)])[0]).toMatchObject({ known: 0, unitCost: null });
});

describe("costs", () => {
  let db: TestDatabase;
  const act = actIn(() => db.database);
  const finance = as("finance");
  const span = { from: "2020-01-01", to: "2099-12-31" };
  const expense = async () =>
    (
      await db.pool.query<{ id: string }>(
        "select id from budget_expense where reverses_id is null and amount = 6000000",
      )
    ).rows[0]!.id;
  beforeAll(async () => {
    db = await testDatabase("sample");
    keepFilesIn(mkdtempSync(join(tmpdir(), "costs-")));
  });
  afterAll(() => db.close());

  test("an expense is told to products, never more than it was; taken back in part it has to be told anew", async () => {
    const id = await expense();
    const [one, other] = (await presentCosts(db.database, finance, span)).products;
    const tell = (...parts: [string, string][]) =>
      act(finance, (w) => tellCosts(w, { id, costs: parts.map(([itemId, typed]) => ({ itemId, typed })) }));
    await expect(tell([one!.itemId, "4 triệu"], [other!.itemId, "2.000.001"])).rejects.toThrow(
      /lớn hơn số đã chi/,
    );
    await expect(tell([uuidv7(), "1 triệu"])).rejects.toThrow(NotFound);
    await expect(act(as("editor"), (w) => tellCosts(w, { id, costs: [] }))).rejects.toThrow(Forbidden);
    await tell([one!.itemId, "4 triệu"], [other!.itemId, "2 triệu"]);
    const costOf = async (itemId: string) =>
      (await presentCosts(db.database, finance, span)).products.find((row) => row.itemId === itemId)!.cost;
    expect([await costOf(one!.itemId), await costOf(other!.itemId)]).toEqual([4_000_000, 2_000_000]);
    await expect(
      db.pool.query(
        "insert into budget_cost select agency_id, expense_id, $1, 1, told_by, told_at from budget_cost limit 1",
        [(await presentCosts(db.database, finance, span)).products.at(-1)!.itemId],
      ),
    ).rejects.toThrow(/more than was paid/);
    const backId = uuidv7();
    await act(finance, (w) =>
      takeBackExpense(w, {
        ...{ id: backId, expenseId: id, typed: "1 triệu", documentNumber: "PT 3" },
        ...{ documentDay: "2026-07-01", reason: "Thiếu một sản phẩm" },
      }),
    );
    expect(await costOf(one!.itemId)).toBe(4_000_000);
    await act(as("leadership"), (w) =>
      decideEntry(w, { kind: "expense", id: backId, verdict: "confirmed", words: "" }),
    );
    expect(await costOf(one!.itemId)).toBeNull();
  });

  test("people reached stand as each channel tells them, and what was not measured is said", async () => {
    const { products } = await presentCosts(db.database, finance, span);
    const reached = products.flatMap(({ reach }) => reach);
    expect(reached.some(({ people }) => people === null)).toBe(true);
    await expect(presentCosts(db.database, as("contributor"), span)).rejects.toThrow(Forbidden);
  });

  test("all papers of a product's payment come as one package with their hashes", async () => {
    const { rows } = await db.pool.query<{ id: string }>("select id from royalty");
    const bytes = await act(finance, (w) => writeRoyaltyBundle(w, { id: rows[0]!.id }));
    const names = (await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()).map(
      ({ filename }) => filename,
    );
    expect(names).toEqual(["01-minh-chung-san-pham.zip", "02-bang-tinh-nhuan-but.docx", "ma-sha256.txt"]);
    await expect(act(finance, (w) => writeRoyaltyBundle(w, { id: uuidv7() }))).rejects.toThrow(NotFound);
  });
});
