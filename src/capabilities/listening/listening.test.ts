import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { addSource, changeSource } from "./sources/add-source.ts";
import { fetchDueSources } from "./sources/fetch-due-sources.ts";
import { allowFeedHosts } from "./sources/read-source.ts";
import { nextAsk } from "./sources/source.ts";
import { listItems, listSources } from "./sources/source-queries.ts";
import { startSource, stopSource } from "./sources/switch-source.ts";
import { shownTrial, trySource } from "./sources/try-source.ts";

const MINUTE = 60_000;
const begun = new Date("2026-11-30T09:00:00+07:00");
const later = (minutes: number) => new Date(begun.getTime() + minutes * MINUTE);
const feedOf = (...titles: string[]) =>
  `<rss version="2.0"><channel><title>Báo Mẫu</title>${titles
    .map(
      (title) =>
        `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><link>https://bao.example/${encodeURIComponent(title)}</link><description>${"Lời dẫn. ".repeat(100)}</description><pubDate>Mon, 23 Nov 2026 07:30:00 +0700</pubDate></item>`,
    )
    .join("")}</channel></rss>`;

let db: TestDatabase;
let server: Server;
let base = "";
let asked: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end();
const as = (role: Role, agencyId = SAMPLE_AGENCY_ID): Actor => ({
  ...{ personId: samplePersonId("editor"), name: "Người Mẫu", agencyId },
  appointments: [{ role, unitId: null }],
});
const editor = as("editor");
const act = <T>(actor: Actor, run: (current: Work) => Promise<T>, at = begun) =>
  work(db.database, actor, run, { at });
const sources = async () => (await listSources(db.database, editor)).sources;
const only = async (id: string) => (await sources()).find((one) => one.id === id)!;
const itemsOf = async (sourceId: string) =>
  (await listItems(db.database, editor, { sourceId, page: 1 })).items;
const fetchAt = (at: Date) => fetchDueSources(db.database, () => at);

async function follow(path: string, name = path): Promise<string> {
  const id = uuidv7();
  const tried = await trySource(db.database, editor, { url: base + path }, begun);
  await act(editor, (current) => addSource(current, { id, name, kind: "press", tried }));
  return id;
}

beforeAll(async () => {
  db = await testDatabase("sample");
  server = createServer((request, response) => {
    if (request.url === "/robots.txt") {
      response.end("User-agent: *\nDisallow: /cam/\n");
      return;
    }
    asked.push(request.url!);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  allowFeedHosts(["127.0.0.1"]);
});
afterAll(() => {
  allowFeedHosts([]);
  server.close();
  server.closeAllConnections();
});

test("a feed is read before it is followed, and what cannot be followed is refused in words", async () => {
  answer = (_, response) => response.end(feedOf("Tin thử"));
  const tried = await trySource(db.database, editor, { url: `${base}/thu` });
  expect(shownTrial(tried)).toMatchObject({ title: "Báo Mẫu", count: 1, items: [{ title: "Tin thử" }] });
  await expect(trySource(db.database, editor, { url: `${base}/cam/tin.rss` })).rejects.toThrow("robots.txt");
  await expect(trySource(db.database, editor, { url: "https://10.0.0.1/" })).rejects.toThrow("mạng nội bộ");
  answer = (_, response) => response.end("<urlset><url><loc>https://bao.example/1</loc></url></urlset>");
  await expect(trySource(db.database, editor, { url: `${base}/so-do` })).rejects.toThrow("không có tên bài");
  await expect(trySource(db.database, as("auditor"), { url: base })).rejects.toThrow(Forbidden);
});

test("the same feed is followed once, its items are there at once, short, and each once", async () => {
  answer = (_, response) => response.end(feedOf("Một", "Hai", "Một"));
  const id = await follow("/mot-lan");
  const items = await itemsOf(id);
  expect(items.map(({ title }) => title).sort()).toEqual(["Hai", "Một"]);
  expect(items[0]!.summary.length).toBeLessThanOrEqual(400);
  const tried = await trySource(db.database, editor, { url: `${base}/mot-lan/` });
  const again = { name: "Lại", kind: "press" as const, tried };
  await act(editor, (current) => addSource(current, { ...again, id }));
  await expect(act(editor, (current) => addSource(current, { ...again, id: uuidv7() }))).rejects.toThrow(
    Unacceptable,
  );
  expect((await sources()).filter(({ url }) => url.includes("mot-lan"))).toHaveLength(1);
  await expect(
    act(as("contributor"), (current) => addSource(current, { ...again, id: uuidv7() })),
  ).rejects.toThrow(Forbidden);
  const elsewhere = as("editor", uuidv7());
  await expect(act(elsewhere, (current) => changeSource(current, { ...again, id }))).rejects.toThrow(
    NotFound,
  );
  expect((await listItems(db.database, elsewhere, { page: 1 })).total).toBe(0);
});

test("an unchanged feed is asked with what it was known by, half an hour later and not before", async () => {
  answer = (_, response) => {
    response.setHeader("etag", '"a"');
    response.end(feedOf("Cũ"));
  };
  const id = await follow("/khong-doi");
  asked = [];
  await fetchAt(later(29));
  expect(asked).not.toContain("/khong-doi");
  let known: unknown;
  answer = (request, response) => {
    if (request.url === "/khong-doi") known = request.headers["if-none-match"];
    response.writeHead(304).end();
  };
  await fetchAt(later(30));
  expect(known).toBe('"a"');
  expect(await only(id)).toMatchObject({ items: 1, failingSince: null, fetchedAt: later(30) });
  answer = (_, response) => response.end(feedOf("Cũ", "Mới"));
  await fetchAt(later(60));
  expect((await itemsOf(id)).map(({ title }) => title).sort()).toEqual(["Cũ", "Mới"]);
});

test("a feed that fails is asked ever more rarely, as its server says, and told of once", async () => {
  expect(
    [1, 2, 3, 9].map((failures) => (nextAsk(begun, failures, null).getTime() - +begun) / MINUTE),
  ).toEqual([30, 60, 120, 1440]);
  expect(nextAsk(begun, 1, 7200)).toEqual(later(120));
  answer = (_, response) => response.end(feedOf("Trước"));
  const id = await follow("/hong");
  const told = async () =>
    (await db.pool.query("select distinct cause from notice where cause like $1", [`listening-%:${id}:%`]))
      .rowCount;
  answer = (request, response) =>
    request.url === "/hong"
      ? response.writeHead(503, { "retry-after": "7200" }).end()
      : response.end(feedOf("Khác"));
  let at = later(30);
  for (let time = 1; time <= 4; time += 1) {
    await fetchAt(at);
    const { nextAt, failureWords } = await only(id);
    expect(failureWords).toContain("503");
    expect(nextAt!.getTime() - at.getTime()).toBeGreaterThanOrEqual(120 * MINUTE);
    expect(await told()).toBe(time < 3 ? 0 : 1);
    at = nextAt!;
  }
  answer = (_, response) => response.end(feedOf("Trước", "Sau"));
  await fetchAt(at);
  expect(await only(id)).toMatchObject({ failingSince: null, failureWords: null, items: 2 });
});

test("what is gone is asked no more, what moved for good is asked at its new place", async () => {
  answer = (_, response) => response.end(feedOf("Tin"));
  const gone = await follow("/het");
  const moved = await follow("/chuyen");
  const twin = await follow("/trung");
  answer = (request, response) => {
    if (request.url === "/het") response.writeHead(410).end();
    else if (request.url === "/chuyen" || request.url === "/trung")
      response.writeHead(301, { location: "/moi" }).end();
    else response.end(feedOf("Tin"));
  };
  await fetchAt(later(30));
  expect(await only(gone)).toMatchObject({ isOn: false, nextAt: null, items: 1 });
  const [first, second] = [await only(moved), await only(twin)].sort((a, b) => +b.isOn - +a.isOn);
  expect(first).toMatchObject({ isOn: true, url: `${base}/moi` });
  expect(second).toMatchObject({ isOn: false, offReason: expect.stringContaining("cùng địa chỉ") });
  asked = [];
  await fetchAt(later(90));
  expect(asked).toContain("/moi");
  for (const path of ["/het", "/chuyen", "/trung"]) expect(asked).not.toContain(path);
});

test("a person stops and starts a feed; what it brought stays and is found by its words", async () => {
  answer = (_, response) => response.end(feedOf("Một cửa liên thông ở xã"));
  const id = await follow("/dung");
  await act(editor, (current) => stopSource(current, { id, reason: "Không còn cần" }));
  await expect(act(editor, (current) => stopSource(current, { id, reason: "Lại" }))).rejects.toThrow(
    "đã ngừng",
  );
  asked = [];
  await fetchAt(later(600));
  expect(asked).not.toContain("/dung");
  const found = await listItems(db.database, editor, { q: "xa LIEN thong", sourceId: id, page: 1 });
  expect(found.items).toMatchObject([{ sourceId: id, kind: "press" }]);
  expect(
    (await listItems(db.database, editor, { q: "chưa ai viết", from: "2026-11-24", page: 1 })).total,
  ).toBe(0);
  await act(editor, (current) => startSource(current, { id }), later(600));
  await fetchAt(later(601));
  expect(asked).toContain("/dung");
});

test("an index of sitemaps brings the news of its parts", async () => {
  const news = (title: string) =>
    `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://bao.example/${title}</loc><news:news><news:publication_date>2026-11-30</news:publication_date><news:title>${title}</news:title></news:news></url></urlset>`;
  answer = (request, response) =>
    response.end(
      request.url === "/muc-luc"
        ? `<sitemapindex><sitemap><loc>${base}/a.xml</loc></sitemap><sitemap><loc>${base}/b.xml</loc></sitemap></sitemapindex>`
        : news(request.url!.slice(1, 2)),
    );
  const id = await follow("/muc-luc");
  expect((await itemsOf(id)).map(({ title }) => title).sort()).toEqual(["a", "b"]);
});
