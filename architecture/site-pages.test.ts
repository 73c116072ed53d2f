import type { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import type { PublicSite } from "#platform/http/public-site.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { portalPages } from "../src/apps/portal/mount-portal.ts";
import { createSite } from "../src/apps/site.ts";
import { publishDocument } from "../src/capabilities/documents/publishing/publish-document.ts";
import { takeDocumentOff } from "../src/capabilities/documents/publishing/take-document-off.ts";
import { newsroomOf, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { takeBackPlan } from "../src/capabilities/plan/take-back-plan.ts";
import { repealProcedure } from "../src/capabilities/procedures/repeal-procedure.ts";
import { listPages } from "../src/capabilities/site/links/list-pages.ts";
import { careForPage } from "../src/capabilities/site/pages/care-for-page.ts";
import { confirmPage } from "../src/capabilities/site/pages/confirm-page.ts";
import { nameSuccessor } from "../src/capabilities/site/pages/name-successor.ts";
import { remindOfReviews } from "../src/capabilities/site/pages/remind-of-reviews.ts";
import { listReviews, type ReviewFilter } from "../src/capabilities/site/pages/review-queries.ts";

const DAY = 24 * 3_600_000;
/** After everything that the sample holds. */
const start = new Date("2030-01-10T02:00:00Z");
const after = (days: number) => new Date(start.getTime() + days * DAY);

let db: TestDatabase;
let site: Hono;
let real: PublicSite;
const { as } = newsroomOf(() => db.database);
const { editor, auditor, writer } = people;

beforeAll(async () => {
  db = await testDatabase("sample");
  site = createSite({ database: db.database, config: readConfig({}) }, (error) => {
    throw error;
  });
  real = { pages: portalPages, ask: async (path) => site.request(path), hosts: [], allowHosts: [] };
  await listPages(db.database, real, start);
});

const reviews = (filter: Partial<ReviewFilter> = {}, now = start) =>
  listReviews(db.database, editor, { state: "due", page: 1, ...filter }, now);
const pageAt = async (path: string) =>
  (await db.pool.query("select id, lasting, review_days from public_page where path = $1", [path])).rows[0];
const open = async (path: string) => {
  const answer = await site.request(path);
  return { status: answer.status, text: await answer.text() };
};
const told = async () =>
  (await db.pool.query("select person_id, title from notice where cause like 'review-due:%'")).rows;

test("what stands long is known: procedures, static pages, explanations; the day follows from the last change", async () => {
  const { rows } = await db.pool.query(
    "select lasting, count(*)::int as n, min(review_days) as days from public_page where lasting is not null group by 1 order by 1",
  );
  expect(rows.map(({ lasting, days }) => [lasting, days])).toEqual(
    expect.arrayContaining([
      ["procedure", 180],
      ["static", 180],
    ]),
  );
  expect((await reviews()).pages.every(({ state }) => state === "due")).toBe(true);
  expect((await reviews({ lasting: "procedure" })).total).toBeGreaterThan(5);
  expect((await reviews({ state: "never", q: "/tin-tuc" })).total).toBeGreaterThan(0);
});

test("somebody finds a page right: the public sees the day, the clock begins anew; who may not is refused", async () => {
  const { id } = await pageAt("/gioi-thieu");
  expect((await open("/gioi-thieu")).text).not.toContain("xác nhận còn đúng");
  await expect(as(auditor, (work) => confirmPage(work, { id }))).rejects.toThrow(Forbidden);
  await expect(as(writer, (work) => confirmPage(work, { id }))).rejects.toThrow(Forbidden);
  await expect(
    as({ ...editor, agencyId: crypto.randomUUID() }, (work) => confirmPage(work, { id })),
  ).rejects.toThrow(NotFound);
  await as(editor, (work) => careForPage(work, { ...mine(id), ownerPersonId: writer.personId }));
  await as(writer, (work) => confirmPage(work, { id }), start);
  const { text } = await open("/gioi-thieu");
  expect(text).toMatch(/xác nhận còn đúng ngày .*10\/01\/2030/);
  expect(text).toContain("xem lại lần tới trước ngày 09/02/2030");
  const [page] = (await reviews({ id })).pages;
  expect(page).toMatchObject({ state: "later", reviewBy: "2030-02-09", reviewedByName: writer.name });
});
const mine = (id: string) => ({ id, ownerUnitId: null, ownerPersonId: null, reviewDays: 30 });

test("what is due is told once, to whom it belongs; looked over and due again, it is told anew", async () => {
  await db.pool.query("update public_page set review_days = null");
  const { id } = await pageAt("/gioi-thieu");
  await as(editor, (work) => careForPage(work, { ...mine(id), ownerPersonId: writer.personId }));
  await remindOfReviews(db.database, after(29));
  expect(await told()).toEqual([]);
  await remindOfReviews(db.database, after(30));
  await remindOfReviews(db.database, after(31));
  expect((await told()).map(({ person_id }) => person_id)).toEqual([writer.personId]);
  await as(editor, (work) => confirmPage(work, { id }), after(32));
  await remindOfReviews(db.database, after(33));
  expect(await told()).toHaveLength(1);
  await remindOfReviews(db.database, after(62));
  expect(await told()).toHaveLength(2);
});

test("many pages due at once are one notice, and a page of a unit is told to its head", async () => {
  const before = new Set((await told()).map(({ title }) => title));
  await db.pool.query("update public_page set review_days = 7, owner_unit_id = null, owner_person_id = null");
  await remindOfReviews(db.database, after(100));
  const titles = new Set((await told()).map(({ title }) => title));
  expect([...titles.difference(before)]).toEqual([
    expect.stringMatching(/^\d+ trang của cổng đến hạn xem lại$/),
  ]);
  const { id } = await pageAt("/en").then((found) => found ?? pageAt("/nguon-tin"));
  await as(editor, (work) => careForPage(work, { ...mine(id), ownerUnitId: sampleUnitId("phong-mau-a") }));
  await remindOfReviews(db.database, after(200));
  expect((await told()).length).toBeGreaterThan(1);
});

test("care is refused for a unit, a person or days that are none", async () => {
  const { id } = await pageAt("/gioi-thieu");
  await expect(
    as(editor, (work) => careForPage(work, { ...mine(id), ownerUnitId: crypto.randomUUID() })),
  ).rejects.toThrow(Unacceptable);
  await expect(
    as(editor, (work) => careForPage(work, { ...mine(id), ownerPersonId: crypto.randomUUID() })),
  ).rejects.toThrow(Unacceptable);
  await expect(as(auditor, (work) => careForPage(work, mine(id)))).rejects.toThrow(Forbidden);
});

test("an address that changed leads on, and what is gone of every kind answers 410 with what stands in its place", async () => {
  const procedure = (await db.pool.query("select code from procedure where state = 'in-force' limit 1"))
    .rows[0];
  const answer = await site.request(`/thu-tuc/${procedure.code}`);
  expect([answer.status, answer.headers.get("location")]).toEqual([
    301,
    expect.stringContaining(`/thu-tuc/${procedure.code}-`),
  ]);
  const find = async (query: string) => (await db.pool.query<{ path: string }>(query)).rows[0]!.path;
  const repealed = await find(
    "select code || '-' || id as path from procedure where state = 'in-force' order by code limit 1",
  );
  const [code, procedureId] = [
    repealed.slice(0, repealed.indexOf("-")),
    repealed.slice(repealed.indexOf("-") + 1),
  ];
  const procedurePath = new URL(
    (await site.request(`/thu-tuc/${code}`)).headers.get("location")!,
    "https://so-mau.example.vn",
  ).pathname;
  await as(editor, (work) =>
    repealProcedure(work, { id: procedureId, repealedOn: "2026-01-01", reason: "x", successorId: null }),
  );
  const { rows: documents } = await db.pool.query(
    "select id from official_document where number is not null and issued_on is not null and not to_confirm and published_at is null limit 1",
  );
  const { slug } = await as(people.clerk, (work) => publishDocument(work, { id: documents[0].id }));
  await listPages(db.database, real, after(299));
  await as(people.clerk, (work) => takeDocumentOff(work, { id: documents[0].id, reason: "Đăng nhầm bản" }));
  const { rows: plans } = await db.pool.query(
    "select id, slug from plan where published_at is not null limit 1",
  );
  await as(people.leader, (work) => takeBackPlan(work, { id: plans[0].id, reason: "Thay bằng bản khác" }));
  const kinds = {
    plan: `/ke-hoach/${plans[0].slug}`,
    procedure: procedurePath,
    document: `/van-ban/${slug}`,
    occasion: await find(
      "update life_event set removed_at = now() where id = (select id from life_event where removed_at is null limit 1) returning '/thu-tuc/su-kien/' || slug as path",
    ),
    outcome: await find(
      "update feedback_publication set withdrawn_at = now(), withdrawal_reason = 'x' where id = (select id from feedback_publication where published_at is not null and withdrawn_at is null limit 1) returning '/phan-anh/ket-qua/' || code as path",
    ),
    news: await find(
      "update content_item set state = 'removed', removed_at = now(), removed_reason = 'x' where id = (select id from content_item where state = 'published' limit 1) returning '/tin-tuc/' || slug as path",
    ),
  };
  await listPages(db.database, real, after(300));
  for (const path of Object.values(kinds)) {
    const { id } = await pageAt(path);
    expect((await open(path)).status).toBe(410);
    await as(editor, (work) => nameSuccessor(work, { id, successor: "/gioi-thieu" }));
    const { status, text } = await open(path);
    expect([status, text]).toEqual([410, expect.stringContaining('Trang thay thế: <a href="/gioi-thieu">')]);
    await expect(as(auditor, (work) => nameSuccessor(work, { id, successor: null }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(editor, (work) => nameSuccessor(work, { id, successor: path }))).rejects.toThrow(
      Unacceptable,
    );
    await expect(as(editor, (work) => confirmPage(work, { id }))).rejects.toThrow(Conflict);
  }
  const { id } = await pageAt("/gioi-thieu");
  await expect(as(editor, (work) => nameSuccessor(work, { id, successor: "/" }))).rejects.toThrow(
    Unacceptable,
  );
});
