import { beforeAll, expect, test } from "vitest";
import { Forbidden, NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { removeView } from "./remove-view.ts";
import { saveView } from "./save-view.ts";
import { viewsFor } from "./view-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as } = plansOn(() => db.database);
const view = { screen: "bao-phu" as const, name: "Quý IV", query: "xem=don-vi", shared: false };
const seen = async (actor: typeof stranger) => (await viewsFor(db.database, actor)).views;

test("a way of looking is kept by name: one's own until it is shared, replaced under the same name", async () => {
  await as(people.head, (w) => saveView(w, view));
  expect(await seen(people.editor)).toEqual([]);
  await as(people.head, (w) => saveView(w, { ...view, name: "QUÝ IV", query: "ky=month", shared: true }));
  expect(await seen(people.head)).toMatchObject([{ name: "QUÝ IV", query: "ky=month", own: true }]);
  expect(await seen(people.editor)).toMatchObject([{ name: "QUÝ IV", own: false, shared: true }]);
  expect(await seen(stranger)).toEqual([]);
});

test("is taken away by who keeps it, and by editors where it is shared", async () => {
  await as(people.finance, (w) => saveView(w, { ...view, shared: true }));
  await as(people.clerk, (w) => saveView(w, view));
  const [shared] = (await seen(people.finance)).filter(({ own }) => own);
  const [hidden] = (await seen(people.clerk)).filter(({ own }) => own);
  await expect(as(people.head, (w) => removeView(w, shared!))).rejects.toThrow(Forbidden);
  await expect(as(people.editor, (w) => removeView(w, hidden!))).rejects.toThrow(NotFound);
  await expect(as(stranger, (w) => removeView(w, shared!))).rejects.toThrow(NotFound);
  await as(people.editor, (w) => removeView(w, shared!));
  expect((await seen(people.finance)).filter(({ own }) => own)).toEqual([]);
});
