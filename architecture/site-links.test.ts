import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { createPageCache } from "#platform/http/page-cache.ts";
import type { PublicSite } from "#platform/http/public-site.ts";
import { isReader, takeVisits } from "#platform/http/visits.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { portalPages } from "../src/apps/portal/mount-portal.ts";
import { createSite } from "../src/apps/site.ts";
import { newsroomOf, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { listBrokenLinks } from "../src/capabilities/site/links/broken-link-queries.ts";
import { checkDueAddresses, forgetAddresses } from "../src/capabilities/site/links/check-due-addresses.ts";
import { checkPageLinks } from "../src/capabilities/site/links/check-page-links.ts";
import { afterLook, judgeStatus } from "../src/capabilities/site/links/link-state.ts";
import { listPages } from "../src/capabilities/site/links/list-pages.ts";
import { lookAtAddress } from "../src/capabilities/site/links/look-at-address.ts";
import { readDuePages } from "../src/capabilities/site/links/read-due-pages.ts";
import { addressOf, readLinks } from "../src/capabilities/site/links/read-links.ts";
import { settleLink } from "../src/capabilities/site/links/settle-link.ts";
import { tellOfBrokenLinks } from "../src/capabilities/site/links/tell-of-broken-links.ts";
import { keepVisits } from "../src/capabilities/site/visits/keep-visits.ts";

const HOUR = 3_600_000;
const start = new Date("2026-11-20T02:00:00Z");
const after = (hours: number) => new Date(start.getTime() + hours * HOUR);

let db: TestDatabase;
let site: Hono;
let outside: Server;
let base: string;
/** What the host outside answers, by path; how it was asked. */
let answers: Record<string, [status: number, headers?: Record<string, string>]>;
let asked: string[];
/** Pages of the portal that are made up for the test, by path. */
let pages: Record<string, string>;
let publicSide: PublicSite;
const { as } = newsroomOf(() => db.database);
const { editor, auditor } = people;

beforeAll(async () => {
  db = await testDatabase("sample");
  // The sample's forms stand on pages: without their files their links would lead nowhere.
  keepFilesIn(dirname(inject("sampleFiles")));
  site = createSite({ database: db.database, config: readConfig({}) }, (error) => {
    throw error;
  });
  outside = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const [status, headers = {}] = answers[request.url ?? ""] ?? [404];
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  publicSide = {
    pages: [
      {
        name: "thu",
        navigation: [],
        routes: [],
        sitemap: async (_, part) =>
          part > 1 ? [] : Object.keys(pages).map((path) => ({ path, lastModified: null })),
      },
    ],
    ask: async (path) =>
      path in pages
        ? new Response(`<main id="noi-dung">${pages[path]}</main>`, {
            headers: { "content-type": "text/html; charset=utf-8" },
          })
        : site.request(path),
    hosts: ["so-mau.example.vn"],
    allowHosts: ["127.0.0.1"],
  };
});
afterAll(() => new Promise((resolve) => outside.close(resolve)));
beforeEach(async () => {
  [answers, asked, pages] = [{}, [], {}];
  await db.pool.query("delete from page_link");
  await db.pool.query("delete from linked_address");
  await db.pool.query("delete from page_visit");
  await db.pool.query("update public_page set seen_at = null, read_at = null, told_at = null");
});

const round = async (now: Date) => {
  await listPages(db.database, publicSide, now);
  await readDuePages(db.database, publicSide, now);
  await checkDueAddresses(db.database, publicSide, { now: () => now, pauseMs: 0 });
};
const queue = async (settled = false) =>
  (await listBrokenLinks(db.database, editor, { settled, page: 1 }, after(100))).pages;
const notices = async () =>
  (await db.pool.query("select title, href from notice where cause like 'links-broken:%' order by at")).rows;

test("links are read from what a page says, not from the frame around it, each address once, with its words", () => {
  const html = `<header><a href="/khung">Khung</a></header><main id="noi-dung"><h1>Tin <b>mới</b></h1>
    <p><a class="x" href="/van-ban/a?b=1&amp;c=2#muc">Văn bản <em>A</em></a> <a href="#cho-khac">Xuống</a>
    <a href="mailto:a@mau.example">Thư</a> <a href="https://so-mau.example.vn/ke-hoach">Kế hoạch</a>
    <a href="/ke-hoach"><img src="/x.png" alt="Sơ đồ"></a> <a href="https://tinh.example/tep.pdf">Tệp</a>
    <a href="/tim-kiem?q=x">Tìm</a> <a href="http://[sai">Viết sai</a></p></main><footer><a href="/chan">Chân</a></footer>`;
  expect(readLinks(html, "/tin-tuc/a", ["so-mau.example.vn"])).toEqual({
    title: "Tin mới",
    links: [
      { address: "/van-ban/a?b=1&c=2", words: "Văn bản A" },
      { address: "/ke-hoach", words: "Kế hoạch" },
      { address: "https://tinh.example/tep.pdf", words: "Tệp" },
      { address: "http://[sai", words: "Viết sai" },
    ],
  });
  expect(addressOf("muc-2", "/a/b", [])).toBe("/a/muc-2");
});

test("an address is called broken after one retry, is not looked at within a week, and a busy one says nothing", () => {
  const missing = judgeStatus(404, null, start);
  const first = afterLook({ state: "new", failingSince: null }, missing, start);
  expect(first).toMatchObject({ state: "doubted", failingSince: start, nextCheckAt: after(6) });
  const second = afterLook({ state: "doubted", failingSince: start }, missing, after(6));
  expect(second).toMatchObject({ state: "broken", failingSince: start, nextCheckAt: after(6 + 168) });
  expect(afterLook({ state: "broken", failingSince: start }, { found: "fine" }, after(7))).toMatchObject({
    ...{ state: "fine", failingSince: null, nextCheckAt: after(7 + 168) },
  });
  expect(afterLook({ state: "doubted", failingSince: start }, judgeStatus(429, 7200, start), start)).toEqual({
    nextCheckAt: after(2),
  });
  expect([401, 403, 405, 999].map((status) => judgeStatus(status, null, start).found)).toEqual(
    Array(4).fill("unsure"),
  );
  expect([200, 204, 500, 410].map((status) => judgeStatus(status, null, start).found)).toEqual([
    ...["fine", "fine", "failed", "failed"],
  ]);
});

test("private addresses are refused, also behind a redirect; a head that is refused is asked for the page", async () => {
  const closed = { ...publicSide, allowHosts: [] };
  expect(await lookAtAddress(`${base}/`, closed, start)).toMatchObject({ fault: "inside" });
  answers["/to-inside"] = [302, { location: "http://10.0.0.1/" }];
  expect(await lookAtAddress(`${base}/to-inside`, publicSide, start)).toMatchObject({ fault: "inside" });
  answers["/round"] = [301, { location: "/round" }];
  expect(await lookAtAddress(`${base}/round`, publicSide, start)).toMatchObject({ fault: "moving" });
  asked = [];
  expect(await lookAtAddress(`${base}/none`, publicSide, start)).toMatchObject({ fault: "missing" });
  expect(asked).toEqual(["HEAD /none", "GET /none"]);
  expect(await lookAtAddress("http://[sai", publicSide, start)).toMatchObject({ fault: "unwritten" });
});

test("a round finds what leads nowhere, inside and outside, ranks pages by visits, and leaves a mended page out", async () => {
  answers = { "/co": [200], "/chan": [403] };
  pages["/tin-tuc/it"] = `<h1>Ít người xem</h1><a href="/tin-tuc/khong-co">Tin cũ</a>`;
  pages["/tin-tuc/nhieu"] =
    `<h1>Nhiều người xem</h1><a href="${base}/mat">Tỉnh</a> <a href="${base}/co">Có</a> <a href="${base}/chan">Chặn</a> <a href="/gioi-thieu">Giới thiệu</a>`;
  await round(start);
  expect(await queue()).toEqual([]);
  await round(after(1));
  expect(asked.filter((one) => one.endsWith("/mat"))).toEqual(["HEAD /mat", "GET /mat"]);
  const agencyId = editor.agencyId;
  await db.pool.query("insert into page_visit values ($1, '/tin-tuc/nhieu', '2026-11-21', 7)", [agencyId]);
  await round(after(6));
  const found = await queue();
  expect(found.map(({ title, visits, links }) => [title, visits, links.map((link) => link.fault)])).toEqual([
    ["Nhiều người xem", 7, ["missing"]],
    ["Ít người xem", 0, ["missing"]],
  ]);
  expect(found[0]!.links[0]).toMatchObject({ words: "Tỉnh", address: `${base}/mat`, since: start });
  asked = [];
  await round(after(100));
  expect(asked).toEqual([]);
  pages["/tin-tuc/nhieu"] = `<h1>Nhiều người xem</h1><a href="${base}/co">Có</a>`;
  await as(editor, (work) => checkPageLinks(work, { id: found[0]!.id }));
  await round(after(101));
  expect((await queue()).map(({ path }) => path)).toEqual(["/tin-tuc/it"]);
  await forgetAddresses(db.database);
  const left = await db.pool.query("select count(*)::int as n from linked_address");
  expect(left.rows[0].n).toBe(2);
});

test("a page is told of once, however many of its links are broken, and anew only after all were well", async () => {
  pages["/tin-tuc/hai"] = `<h1>Hai</h1><a href="${base}/mot">Một</a> <a href="${base}/hai">Hai</a>`;
  await round(start);
  await tellOfBrokenLinks(db.database, start);
  expect(await notices()).toEqual([]);
  await round(after(6));
  await tellOfBrokenLinks(db.database, after(7));
  await tellOfBrokenLinks(db.database, after(8));
  const editors = new Set((await notices()).map(({ href }) => href));
  expect([...editors]).toHaveLength(1);
  const told = (await notices()).length;
  const [page] = await queue();
  answers = { "/mot": [200], "/hai": [200] };
  await as(editor, (work) => checkPageLinks(work, { id: page!.id }));
  await checkDueAddresses(db.database, publicSide, { now: () => new Date(Date.now() + HOUR), pauseMs: 0 });
  expect(await queue()).toEqual([]);
  await tellOfBrokenLinks(db.database, after(200));
  expect((await notices()).length).toBe(told);
});

test("a link is let stand by who may, with a reason, until it breaks anew; a page of another agency is none", async () => {
  pages["/tin-tuc/giu"] = `<h1>Giữ</h1><a href="${base}/giu">Giữ</a>`;
  await round(start);
  const [first] = (await db.pool.query("select id from public_page where path = '/tin-tuc/giu'")).rows;
  const link = { id: first.id as string, address: `${base}/giu`, reason: "Tin cũ, giữ như lúc đăng." };
  await expect(as(editor, (work) => settleLink(work, link))).rejects.toThrow(Unacceptable);
  await round(after(6));
  await expect(as(auditor, (work) => settleLink(work, link))).rejects.toThrow(Forbidden);
  await expect(as(auditor, (work) => checkPageLinks(work, link))).rejects.toThrow(Forbidden);
  await expect(
    as({ ...editor, agencyId: crypto.randomUUID() }, (work) => settleLink(work, link)),
  ).rejects.toThrow(NotFound);
  await expect(as(editor, (work) => settleLink(work, { ...link, address: "/khac" }))).rejects.toThrow(
    NotFound,
  );
  await as(editor, (work) => settleLink(work, link));
  expect(await queue()).toEqual([]);
  expect((await queue(true))[0]!.links[0]).toMatchObject({ settledReason: link.reason });
  await db.pool.query("update linked_address set failing_since = $1", [after(50)]);
  expect(await queue()).toHaveLength(1);
});

test("a silent host is left alone after two failures, and what a dead process had taken comes back", async () => {
  const silent = "http://127.0.0.1:9";
  pages["/tin-tuc/lang"] =
    `<h1>Lặng</h1>${["a", "b", "c", "d"].map((one) => `<a href="${silent}/${one}">${one}</a>`).join(" ")}`;
  await round(start);
  const states = async () =>
    (await db.pool.query("select state, next_check_at from linked_address order by address")).rows;
  expect((await states()).map(({ state }) => state)).toEqual(["doubted", "doubted", "new", "new"]);
  expect((await states())[2].next_check_at).toEqual(after(1));
  // Taken by a process that died: due again once its lease is over.
  await db.pool.query("update linked_address set next_check_at = $1 where state = 'new'", [after(0.25)]);
  await checkDueAddresses(db.database, publicSide, { now: () => after(0.2), pauseMs: 0 });
  expect((await states()).filter(({ state }) => state === "new")).toHaveLength(2);
  await checkDueAddresses(db.database, publicSide, { now: () => after(0.3), pauseMs: 0 });
  expect((await states()).filter(({ state }) => state === "new")).toHaveLength(0);
});

test("every page of the sample is listed and read, and leads to no page of ours that is not there", async () => {
  const real: PublicSite = { ...publicSide, pages: portalPages, ask: async (path) => site.request(path) };
  await listPages(db.database, real, start);
  for (let read = 1; read > 0; ) read = await readDuePages(db.database, real, start);
  const inner = { ...real, allowHosts: [] };
  await db.pool.query("update linked_address set next_check_at = 'infinity' where host <> ''");
  for (let taken = 1; taken > 0; )
    taken = await checkDueAddresses(db.database, inner, { now: () => start, pauseMs: 0 });
  const { rows } = await db.pool.query(
    `select p.path, a.address, a.fault from linked_address a join page_link l using (agency_id, address)
       join public_page p on p.id = l.page_id where a.host = '' and a.state = 'doubted'`,
  );
  expect(rows).toEqual([]);
  const counted = await listBrokenLinks(db.database, editor, { settled: false, page: 1 }, start);
  expect(counted.counts.pages).toBeGreaterThan(30);
});

const BROWSER =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
test("visits are counted by page and day without who, programs left out, from kept pages too; what cannot be written is kept", async () => {
  takeVisits();
  const header =
    (agent: string, more: Record<string, string> = {}) =>
    (name: string) =>
      name === "user-agent" ? agent : more[name];
  const programs = ["Googlebot/2.1", "curl/8", "coccocbot-web/1.0", `${BROWSER} HeadlessChrome/1`];
  expect(programs.map((agent) => isReader("GET", header(agent)))).toEqual(Array(4).fill(false));
  expect(isReader("GET", header(BROWSER, { "sec-purpose": "prefetch" }))).toBe(false);
  expect(isReader("GET", header(BROWSER, { "sec-fetch-dest": "empty" }))).toBe(false);
  expect([isReader("HEAD", header(BROWSER)), isReader("GET", () => undefined)]).toEqual([false, false]);
  expect(isReader("GET", header(BROWSER, { "sec-fetch-dest": "document" }))).toBe(true);
  const cache = createPageCache({ maxBytes: 1_000_000 });
  cache.setInStep(true);
  const kept = createSite({ database: db.database, config: readConfig({}), pages: cache }, () => {});
  for (let time = 0; time < 3; time += 1) {
    const answer = await kept.request("/gioi-thieu?x=1", { headers: { "user-agent": BROWSER } });
    expect([...answer.headers.keys()].filter((name) => name.startsWith("x-page"))).toEqual([]);
  }
  await kept.request("/gioi-thieu", { headers: { "user-agent": "Googlebot/2.1" } });
  await kept.request("/khong-co", { headers: { "user-agent": BROWSER } });
  await keepVisits(db.database, start);
  await keepVisits(db.database, start);
  const { rows } = await db.pool.query("select path, day::text, visits from page_visit");
  expect(rows).toEqual([{ path: "/gioi-thieu", day: "2026-11-20", visits: 3 }]);
});
