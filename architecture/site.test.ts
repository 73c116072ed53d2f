import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { openSecret } from "#platform/config/own-secret.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import type { OutgoingMail } from "#platform/work/compose-mail.ts";
import { createSite } from "../src/apps/site.ts";
import { newsroomOf, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { sendDueMail } from "../src/capabilities/organization/send-mail.ts";
import { composeMail } from "../src/capabilities/site/compose-mail.ts";
import { isDeadAddress, whenToTell } from "../src/capabilities/site/following/following.ts";
import { followingOf } from "../src/capabilities/site/following/following-queries.ts";
import { hearOfNews } from "../src/capabilities/site/following/hear-of-news.ts";
import { settleMails } from "../src/capabilities/site/following/settle-mails.ts";
import { stopAddress } from "../src/capabilities/site/following/stop-address.ts";
import { tellReaders } from "../src/capabilities/site/following/tell-readers.ts";
import { answerReport } from "../src/capabilities/site/reports/answer-report.ts";
import { forgetAddresses } from "../src/capabilities/site/reports/forget-addresses.ts";
import { lightOf, pagePath } from "../src/capabilities/site/reports/page-report.ts";
import { listReports } from "../src/capabilities/site/reports/report-queries.ts";
import { votesOfPages } from "../src/capabilities/site/reports/vote-queries.ts";
import { watchReports } from "../src/capabilities/site/reports/watch-reports.ts";
import { confirmSection } from "../src/capabilities/site/sections/confirm-section.ts";
import { lookAfterSection } from "../src/capabilities/site/sections/look-after-section.ts";
import { putTextInSection } from "../src/capabilities/site/sections/put-text-in-section.ts";
import { remindOfSections } from "../src/capabilities/site/sections/remind-of-sections.ts";
import { requiredSections, stateOfSection } from "../src/capabilities/site/sections/required-sections.ts";
import { sectionStanding } from "../src/capabilities/site/sections/section-queries.ts";
import { setEnglishName } from "../src/capabilities/site/sections/set-english-name.ts";
import { takeTextOutOfSection } from "../src/capabilities/site/sections/take-text-out-of-section.ts";
import { setSiteRule } from "../src/capabilities/site/set-site-rule.ts";

const ORIGIN = "https://so-mau.example.vn";
const READER = "doc-gia@mau.example";
const folder = mkdtempSync(join(tmpdir(), "site-"));
const config = readConfig({
  GANDAN_DATA: folder,
  GANDAN_BASE_URL: ORIGIN,
  SMTP_URL: "smtp://127.0.0.1:2525?from=cong@mau.example",
});
const { auth: secret } = readSecrets(config.secretFile);

let db: TestDatabase;
let site: Hono;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(folder);
  openSecret(config);
  site = createSite({ database: db.database, config }, (error) => {
    throw error;
  });
});
afterAll(() => {
  openSecret(null);
  vi.useRealTimers();
});
const { as } = newsroomOf(() => db.database);
const { editor, auditor, administrator } = people;

const open = async (path: string) => {
  const answer = await site.request(path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const send = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await site.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
  });
  return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
};
const fieldIn = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
/** A form as a person sends it: opened, read for some seconds, sent. */
async function formAt(path: string): Promise<string> {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { text } = await open(path);
  vi.setSystemTime(Date.now() + 20_000);
  return fieldIn(text, "ma");
}
async function mails(): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const outside = { baseUrl: ORIGIN, secret, secretFile: config.secretFile };
  await sendDueMail(
    db.database,
    async (mail) => sent.push(mail),
    async (q, id) => composeMail(q, id, outside),
  );
  return sent;
}

test("the clock of a report, and which addresses are pages of the portal", () => {
  const on = (dueOn: string, answeredOn: string | null = null) =>
    lightOf({ dueOn, answeredOn }, "2026-11-30", 2);
  expect([on("2026-12-03"), on("2026-12-02"), on("2026-11-30"), on("2026-11-29")]).toEqual([
    ...["open", "near", "near", "overdue"],
  ]);
  expect([on("2026-11-29", "2026-11-29"), on("2026-11-29", "2026-11-30")]).toEqual(["in-time", "late"]);
  expect(["/", "/tin-tuc/a?b=c"].map(pagePath)).toEqual(["/", "/tin-tuc/a?b=c"]);
  expect(["", "//x.vn", "/\\x.vn", "https://x.vn/", "/a b", "/a\\b"].map(pagePath)).toEqual(
    Array(6).fill(null),
  );
});

test("a reader says whether a page helped: one click, counted once a day, no trace of who; a forged page is none", async () => {
  const { text, headers } = await open("/gioi-thieu");
  expect(headers.get("set-cookie")).toBeNull();
  expect(text).toContain("Trang này có hữu ích không?");
  const form = { trang: fieldIn(text, "trang"), dau: fieldIn(text, "dau") };
  expect((await send("/y-kien", { ...form, "y-kien": "co" })).to).toBe("/y-kien/cam-on?trang=%2Fgioi-thieu");
  expect((await send("/y-kien", { ...form, "y-kien": "khong" })).to).toBe(
    "/bao-loi?trang=%2Fgioi-thieu&vi=thieu",
  );
  expect((await send("/y-kien", { ...form, trang: "/bia-dat", "y-kien": "co" })).status).toBe(404);
  expect((await send("/y-kien", form, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await send("/y-kien", form, { origin: "https://la.example" })).status).toBe(403);
  const found = await votesOfPages(db.database, auditor, 30, new Date());
  expect(found.pages).toEqual([{ path: "/gioi-thieu", useful: 1, notUseful: 0 }]);
});

test("a report of wrong information is taken once, with nothing asked but the words, and its sender sees it by a code", async () => {
  const mark = await formAt("/bao-loi?trang=%2Fgioi-thieu");
  const form = {
    ma: mark,
    trang: `${ORIGIN}/gioi-thieu`,
    dieu: "outdated",
    "noi-dung-bao": "Số máy <b>cũ</b>",
  };
  const lacking = await send("/bao-loi", { ...form, dieu: "", "noi-dung-bao": " ", thu: "khong-phai-thu" });
  expect(lacking.status).toBe(422);
  for (const words of [
    "Chọn điều bạn thấy.",
    "Ghi chỗ nào, đúng ra là gì.",
    "Địa chỉ thư chưa đúng",
    "khong-phai-thu",
  ])
    expect(lacking.text).toContain(words);
  expect(fieldIn(lacking.text, "ma")).toBe(mark);
  expect((await send("/bao-loi", { ...form, ma: `${mark}x` })).status).toBe(422);
  expect((await send("/bao-loi", { ...form, "trang-web": "http://quang.cao" })).status).toBe(422);
  const { text: fresh } = await open("/bao-loi");
  expect((await send("/bao-loi", { ...form, ma: fieldIn(fresh, "ma") })).text).toContain("gửi quá nhanh");
  const first = await send("/bao-loi", form);
  expect(first.status).toBe(303);
  expect((await send("/bao-loi", form)).to).toBe(first.to);
  const { text, headers } = await open(first.to!);
  expect(text).toContain("Cơ quan đã nhận báo lỗi của bạn");
  expect(text).toContain("Số máy &lt;b&gt;cũ&lt;/b&gt;");
  expect(headers.get("cache-control")).toBe("no-store");
  expect((await open("/bao-loi/KHONGCOMANAY")).status).toBe(404);
  const { reports, counts } = await listReports(db.database, editor, { page: 1 }, new Date());
  expect(reports).toMatchObject([{ path: "/gioi-thieu", sort: "outdated", wantsMail: false, light: "open" }]);
  expect(counts).toMatchObject({ open: 1, overdue: 0 });
});

test("the answer goes once by mail where that was wished, and then the address is gone; the clock warns once, then the leadership", async () => {
  const mark = await formAt("/bao-loi");
  const sent = await send("/bao-loi", {
    ...{ ma: mark, trang: "/ke-hoach", dieu: "wrong", "noi-dung-bao": "Hạn sai" },
    thu: READER,
  });
  const all = async () =>
    (await db.pool.query("select r::text as row from page_report r")).rows.map(({ row }) => row).join();
  expect(await all()).not.toContain(READER);
  const { reports } = await listReports(db.database, editor, { page: 1, q: "hạn SAI" }, new Date());
  const { id, dueOn } = reports[0]!;
  const told = async () =>
    (await db.pool.query("select cause from notice where cause like $1", [`page-report-%${id}`])).rows.length;
  await watchReports(db.database, new Date(`${dueOn}T05:00:00Z`));
  const warned = await told();
  expect(warned).toBeGreaterThan(0);
  await watchReports(db.database, new Date(`${dueOn}T08:00:00Z`));
  expect(await told()).toBe(warned);
  const answer = {
    id,
    outcome: "corrected",
    answer: "Đã sửa hạn ở mục 2.",
    correctedPath: "/ke-hoach",
  } as const;
  await expect(as(auditor, (w) => answerReport(w, answer))).rejects.toThrow(Forbidden);
  await expect(as(administrator, (w) => answerReport(w, answer))).rejects.toThrow(Forbidden);
  await as(editor, (w) => answerReport(w, answer));
  await expect(as(editor, (w) => answerReport(w, answer))).rejects.toThrow(/đã được trả lời/);
  await forgetAddresses(db.database);
  const [mail, ...others] = (await mails()).filter(({ to }) => to === READER);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: READER, sealed: true });
  for (const words of ["Hạn sai", "Đã sửa hạn ở mục 2.", `${ORIGIN}/ke-hoach`, ORIGIN + sent.to!])
    expect(mail!.text).toContain(words);
  expect(await forgetAddresses(db.database)).toBe(1);
  expect(
    (await db.pool.query("select m::text as row from mail m")).rows.map(({ row }) => row).join(),
  ).not.toContain(READER);
  expect((await db.pool.query("select from page_report where address_sealed is not null")).rows).toEqual([]);
  expect((await open(sent.to!)).text).toContain("Đã sửa hạn ở mục 2.");
  expect(await mails()).toEqual([]);
});

test("a digest is due at seven of the next day, or of the next Monday; only a mailbox that is none stops the letters", () => {
  const due = (pace: "daily" | "weekly", heard: string) => whenToTell(pace, new Date(heard)).toISOString();
  expect(due("daily", "2026-11-29T23:59:59.000Z")).toBe("2026-11-30T00:00:00.000Z");
  expect(due("daily", "2026-11-30T00:00:00.000Z")).toBe("2026-12-01T00:00:00.000Z");
  expect(due("weekly", "2026-11-29T23:00:00.000Z")).toBe("2026-11-30T00:00:00.000Z");
  expect(due("weekly", "2026-11-30T01:00:00.000Z")).toBe("2026-12-07T00:00:00.000Z");
  const dead = [
    "550 5.1.1 no such user",
    "551 user not local",
    "550 mailbox unavailable",
    "x 5.2.1 disabled",
  ];
  const alive = ["550 5.7.1 blocked as spam", "452 4.2.2 full", "connect ECONNREFUSED", null];
  expect([...dead, ...alive].map(isDeadAddress)).toEqual([
    ...dead.map(() => true),
    ...alive.map(() => false),
  ]);
});

test("nothing is sent before the owner of the address pressed the button; then each text once, and one click ends it", async () => {
  const { rows } = await db.pool.query(
    `select i.id, r.title, coalesce(r.primary_theme, r.themes[1]) as theme from content_item i
     join content_revision r on r.id = i.live_revision_id
     where i.state = 'published' and i.agency_id = $1 and (r.primary_theme is not null or r.themes <> '{}') limit 2`,
    [editor.agencyId],
  );
  const [text, other] = rows as { id: string; title: string; theme: string }[];
  const hear = (id: string) =>
    hearOfNews(db.database, { itemId: id, agencyId: editor.agencyId, isFirst: true });
  const ask = async (part: Record<string, string> = {}) =>
    send("/theo-doi", {
      ma: await formAt("/theo-doi"),
      "chu-de": `theme:${text!.theme}`,
      nhip: "at-once",
      thu: READER,
      ...part,
    });
  expect((await ask({ "chu-de": "theme:bia-dat" })).text).toContain("Chọn ít nhất một điều");
  expect((await ask({ thu: "sai" })).status).toBe(422);
  expect((await ask()).to).toBe("/theo-doi/da-gui");
  await hear(text!.id);
  expect(await tellReaders(db.database)).toBe(0);
  const [letter] = await mails();
  expect(letter).toMatchObject({ to: READER, subject: "Xác nhận nhận tin qua thư" });
  const link = new URL(/https:\S+xac-nhan\/\S+/.exec(letter!.text)![0]).pathname;
  const { text: asked } = await open(link);
  expect(asked).toContain("Xác nhận</button>");
  expect(asked).toContain('/bao-loi?trang=%2Ftheo-doi"');
  expect(await followingOf(db.database, auditor, new Date())).toMatchObject({ readers: 0, sendsMail: true });
  expect((await send(link, {})).to).toBe(link);
  expect((await send(link, {})).to).toBe(link);
  expect((await open(link)).text).toContain("<h1>Đã xác nhận</h1>");
  expect(await followingOf(db.database, auditor, new Date())).toMatchObject({ readers: 1 });
  const kept = await db.pool.query(
    "select (select string_agg(s::text, '') from reader_subscription s) || (select string_agg(f::text, '') from follow_request f) as all",
  );
  expect(kept.rows[0].all).not.toContain(READER);

  // One address, two of whose topics name the same text, is told once; heard of again not at all.
  await ask({ "chu-de": "news", nhip: "weekly" });
  const [second] = await mails();
  await send(new URL(/https:\S+xac-nhan\/\S+/.exec(second!.text)![0]).pathname, {});
  await hear(text!.id);
  await hear(text!.id);
  expect(await tellReaders(db.database)).toBe(1);
  expect(await tellReaders(db.database)).toBe(0);
  const [news, ...more] = await mails();
  expect(more).toEqual([]);
  expect(news).toMatchObject({ to: READER, subject: text!.title });
  expect(news!.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  const own = new URL(/<(.*)>/.exec(news!.headers!["List-Unsubscribe"]!)![1]!).pathname;
  expect((await open(own)).text).toContain("Thôi nhận tất cả");
  expect(await followingOf(db.database, auditor, new Date())).toMatchObject({ readers: 1, mails: 1 });

  // What waits when the reader leaves is not sent.
  await hear(other!.id);
  await tellReaders(db.database, new Date(Date.now() + 8 * 24 * 3_600_000));
  expect((await send(`${own}x`, { "List-Unsubscribe": "One-Click" })).status).toBe(404);
  expect((await send(own, { "List-Unsubscribe": "One-Click" })).status).toBe(303);
  expect((await open(own)).text).toContain("Bạn không theo dõi gì");
  expect(await mails()).toEqual([]);
  expect(await followingOf(db.database, auditor, new Date())).toMatchObject({ readers: 0, left: 1 });
  const sealed = await db.pool.query("select from reader_subscription where address_sealed is not null");
  expect(sealed.rows).toEqual([]);
});

test("an unused link expires in words, a fourth letter a day is not written, a mailbox that is none is written to no more", async () => {
  const address = "khac@mau.example";
  const ask = async () =>
    send("/theo-doi", { ma: await formAt("/theo-doi"), "chu-de": "news", nhip: "at-once", thu: address });
  for (let n = 0; n < 4; n += 1) await ask();
  const letters = (await mails()).filter(({ to }) => to === address);
  expect(letters).toHaveLength(3);
  const link = (letter: OutgoingMail) => new URL(/https:\S+xac-nhan\/\S+/.exec(letter.text)![0]).pathname;
  await send(link(letters[0]!), {});
  vi.setSystemTime(Date.now() + 49 * 3_600_000);
  const late = await open(link(letters[1]!));
  expect(late.status).toBe(404);
  expect(late.text).toContain("Liên kết đã hết hạn");
  await send(link(letters[1]!), {});
  expect(await followingOf(db.database, auditor, new Date())).toMatchObject({ readers: 1 });
  const { rows } = await db.pool.query(
    "select id from content_item where state = 'published' and agency_id = $1 limit 1",
    [editor.agencyId],
  );
  await hearOfNews(db.database, { itemId: rows[0].id, agencyId: editor.agencyId, isFirst: true });
  await tellReaders(db.database);
  const outside = { baseUrl: ORIGIN, secret, secretFile: config.secretFile };
  await sendDueMail(
    db.database,
    async () => {
      throw Object.assign(new Error("550 5.1.1 no such user"), { responseCode: 550 });
    },
    async (q, id) => composeMail(q, id, outside),
  );
  expect(await settleMails(db.database)).toBe(1);
  expect(await followingOf(db.database, auditor, new Date())).toMatchObject({ readers: 0, returned: 1 });
  await expect(as(auditor, (w) => stopAddress(w, { address }))).rejects.toThrow(Forbidden);
  expect(await as(editor, (w) => stopAddress(w, { address }))).toBe(0);
});

test("a section that must be public stands as it is: empty, filled, elsewhere, absent, or not looked over in time", () => {
  const on = (part: Partial<Parameters<typeof stateOfSection>[0]>) =>
    stateOfSection({ elsewhere: null, absentReason: null, count: 0, reviewBy: null, ...part }, "2026-11-30");
  expect(on({})).toBe("empty");
  expect(on({ count: 1, reviewBy: "2026-11-30" })).toBe("filled");
  expect(on({ count: 1, reviewBy: "2026-11-29" })).toBe("stale");
  expect(on({ elsewhere: "https://vbpl.vn/" })).toBe("elsewhere");
  expect(on({ absentReason: "Không ký", reviewBy: "2026-11-29" })).toBe("stale");
  expect(new Set(requiredSections.map(({ slug }) => slug)).size).toBe(requiredSections.length);
});

test("who keeps the sections fills them with public texts, says where else they stand, looks them over; readers see it at once", async () => {
  vi.useRealTimers();
  const standing = async (slug: string, at = new Date()) =>
    (await sectionStanding(db.database, editor.agencyId, slug, at))!;
  expect((await open("/thong-tin-cong-khai/lay-y-kien")).text).toContain("Mục này đang được cập nhật");
  const { rows } = await db.pool.query(
    "select i.id, i.slug, r.title from content_item i join content_revision r on r.id = i.live_revision_id where i.state = 'published' and i.agency_id = $1 limit 1",
    [editor.agencyId],
  );
  const text = rows[0] as { id: string; slug: string; title: string };
  const put = { slug: "lay-y-kien", address: `${ORIGIN}/tin-tuc/${text.slug}` };
  await expect(as(auditor, (w) => putTextInSection(w, put))).rejects.toThrow(Forbidden);
  await expect(
    as(editor, (w) => putTextInSection(w, { ...put, address: "/tin-tuc/khong-co" })),
  ).rejects.toThrow(Unacceptable);
  await expect(as(editor, (w) => putTextInSection(w, { ...put, slug: "bia-dat" }))).rejects.toThrow(NotFound);
  await as(editor, (w) => putTextInSection(w, put));
  await as(editor, (w) => putTextInSection(w, put));
  expect(await standing("lay-y-kien")).toMatchObject({
    state: "filled",
    count: 1,
    texts: [{ title: text.title }],
  });
  const { reviewBy } = await standing("lay-y-kien");
  const after = new Date(`${Temporal.PlainDate.from(reviewBy!).add({ days: 1 })}T05:00:00Z`);
  expect((await standing("lay-y-kien", after)).state).toBe("stale");
  const told = async () =>
    (await db.pool.query("select from notice where cause like 'section-due:lay-y-kien:%'")).rows.length;
  await remindOfSections(db.database, after);
  const first = await told();
  await remindOfSections(db.database, after);
  expect([first > 0, await told()]).toEqual([true, first]);
  await as(editor, (w) => confirmSection(w, { slug: "lay-y-kien" }), after);
  expect(await standing("lay-y-kien", after)).toMatchObject({ state: "filled" });
  await as(editor, (w) => takeTextOutOfSection(w, { slug: "lay-y-kien", itemId: text.id }));
  const care = {
    slug: "lay-y-kien",
    ownerUnitId: null,
    reviewDays: 90,
    elsewhere: "https://mau.example/du-thao",
    absentReason: null,
  };
  await expect(as(editor, (w) => lookAfterSection(w, { ...care, absentReason: "Không" }))).rejects.toThrow(
    Unacceptable,
  );
  await as(editor, (w) => lookAfterSection(w, care));
  expect((await open("/thong-tin-cong-khai/lay-y-kien")).text).toContain("mau.example");
  expect((await open("/thong-tin-cong-khai/bia-dat")).status).toBe(404);
  await as(editor, (w) => setEnglishName(w, { unitId: null, name: "Department of Samples" }));
  expect((await open("/en")).text).toContain("Department of Samples");
  await as(editor, (w) => setEnglishName(w, { unitId: null, name: "" }));
  expect((await open("/en")).text).not.toContain("Department of Samples");
});

test("others take our data and our news: CSV, JSON, DCAT, a fragment, and a frame on the sites that are named alone", async () => {
  const csv = await open("/du-lieu-mo/tin-bai.csv");
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(csv.text.startsWith("Tiêu đề,Thể loại")).toBe(true);
  const bytes = new Uint8Array(await (await site.request("/du-lieu-mo/tin-bai.csv")).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { rows } = JSON.parse((await open("/du-lieu-mo/tin-bai.json")).text) as { rows: { url: string }[] };
  expect(csv.text.split(`${ORIGIN}/tin-tuc/`)).toHaveLength(rows.length + 1);
  const catalog = JSON.parse((await open("/du-lieu-mo/catalog.jsonld")).text);
  for (const { "dcat:distribution": files } of catalog["dcat:dataset"])
    for (const file of files) expect((await open(new URL(file["@id"]).pathname)).status).toBe(200);
  expect((await open("/du-lieu-mo/bia-dat.csv")).status).toBe(404);
  const fragment = await open("/nhung/tin-moi.html?so=2");
  expect(fragment.text.match(/<li>/g)).toHaveLength(2);
  expect(fragment.text).not.toMatch(/<script|<style|class=|style=/);
  const shut = await open("/nhung/tin-moi");
  expect(shut.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(shut.headers.get("x-frame-options")).toBe("DENY");
  const rule = { answerDays: 10, warnDays: 2, basis: "", frameHosts: ["https://cong.mau.example"] };
  await expect(as(editor, (w) => setSiteRule(w, rule))).rejects.toThrow(Forbidden);
  await as(administrator, (w) => setSiteRule(w, rule));
  const framed = await open("/nhung/tin-moi");
  expect(framed.headers.get("content-security-policy")).toContain("frame-ancestors https://cong.mau.example");
  expect(framed.headers.get("x-frame-options")).toBeNull();
  expect(framed.text).not.toContain("<script");
  expect((await open("/")).headers.get("x-frame-options")).toBe("DENY");
});
