import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { obligationStates } from "../obligation-state.ts";
import { gatherOverview, linesOfOverview, rowsOfOverview } from "./gather-overview.ts";
import type { Overview } from "./overview.ts";

const person = (role: Role): Actor => ({
  personId: samplePersonId(role),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const leader = person("leadership");
const now = new Date("2026-11-20T08:00:00+07:00");
const period = "2026-Q4";

let db: TestDatabase;
let overview: Overview;
beforeAll(async () => {
  db = await testDatabase("sample");
  overview = await gatherOverview(db.database, leader, { period, now });
});

test("every clause adds up to the whole plan, and each number leads to its rows", async () => {
  expect(overview.total).toBe(105);
  expect(overview.until).toBe("2026-11-20");
  const { lines } = await linesOfOverview(db.database, leader, { period });
  for (const state of obligationStates) {
    const sum = overview.clauses.reduce((all, { counts }) => all + counts[state], 0);
    expect(sum, state).toBe(overview.counts[state]);
    expect(
      overview.parts.reduce((all, { counts }) => all + counts[state], 0),
      state,
    ).toBe(sum);
    expect(lines.filter((line) => line.state === state).length, state).toBe(sum);
  }
  for (const { clause, total } of overview.clauses)
    expect(lines.filter((line) => (line.clause ?? "") === clause).length, clause).toBe(total);
  expect(overview.clauses.every(({ name }) => name !== "")).toBe(true);
  for (const { key, numerator } of overview.figures) {
    const { rows } = await rowsOfOverview(db.database, leader, { period, key });
    const sum = rows.reduce((all, { amount = 1 }) => all + amount, 0);
    expect(sum, key).toBe(numerator);
  }
});

test("what is open is among what is late; a month that did not come yet is not drawn", () => {
  const open = overview.late.find(({ key }) => key === "obligations")!;
  expect(open.rows.length).toBe(overview.counts.open);
  expect(overview.months.map(({ code }) => code)).toEqual(
    Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, "0")}`),
  );
});

test("what waits tells whether the person who looks may decide it, theirs first", async () => {
  const item = await db.pool.query(
    "select id from content_item where agency_id = $1 and state = 'submitted'",
    [SAMPLE_AGENCY_ID],
  );
  const texts = overview.waiting.find(({ key }) => key === "texts")!.rows;
  for (const { id } of item.rows) expect(texts.map((row) => row.id)).toContain(id);
  for (const { rows } of overview.waiting) {
    const mine = rows.map(({ isMine }) => isMine);
    expect(mine).toEqual(mine.toSorted((one, other) => Number(other) - Number(one)));
  }
  const office = await gatherOverview(db.database, person("office"), { period, now });
  const proposals = office.waiting.find(({ key }) => key === "proposals")!.rows;
  expect(proposals.every(({ isMine }) => !isMine)).toBe(true);
});

test("who does not lead or prepare is refused; a number that there is not and a time to come are said so", async () => {
  for (const role of ["head", "contributor", "finance"] as const)
    await expect(gatherOverview(db.database, person(role), { period, now })).rejects.toThrow(Forbidden);
  await expect(rowsOfOverview(db.database, leader, { period, key: "khong-co" })).rejects.toThrow(NotFound);
  await expect(gatherOverview(db.database, leader, { period: "2031-01", now })).rejects.toThrow(Conflict);
  await expect(gatherOverview(db.database, leader, { period: "xyz", now })).rejects.toThrow(Unacceptable);
});
