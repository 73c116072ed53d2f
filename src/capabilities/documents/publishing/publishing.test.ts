import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { PortalAgency, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { findTexts } from "#platform/search/find-texts.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { plug } from "../plug.ts";
import { answerDocument } from "../portal/document.page.tsx";
import { answerDocumentList } from "../portal/document-list.page.tsx";
import { documentFile } from "../tables.ts";
import { documentsChanged } from "./document-changed.ts";
import { workingDaysBetween } from "./working-days.ts";

let db: TestDatabase;
const found = async (query: string) => {
  const asking = { agencyId: SAMPLE_AGENCY_ID, kind: "document", query, limit: 10 };
  return (await findTexts(db.database, asking)).hits.map(({ address }) => address);
};
const handler = new OpenAPIHandler<ApiContext>({ documents: plug.routes! });
const actor = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const clerk = actor("office", "office");

async function call(method: string, path: string, body?: object, who = clerk) {
  const request = new Request(`http://localhost/api${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const { response } = await handler.handle(request, {
    prefix: "/api",
    context: { database: db.database, actor: who, address: "127.0.0.1", headers: request.headers },
  });
  return { status: response!.status, body: await response!.json() };
}
const portalCall = (more: Partial<PortalCall>): PortalCall => ({
  database: db.database,
  agency: { id: SAMPLE_AGENCY_ID, name: "Sở Mẫu", base: "" } as PortalAgency,
  origin: "https://so.mau",
  host: "https://so.mau",
  now: new Date("2026-11-30T03:00:00Z"),
  params: {},
  query: {},
  ...more,
});
const htmlOf = async (page: unknown) => String(await (page as PortalPage).body);
const page = async (slug: string) => {
  const found = (await answerDocument(portalCall({ params: { slug } }))) as PortalPage;
  return { ...found, html: found ? await htmlOf(found) : "" };
};
const list = async (query: Record<string, string>) => htmlOf(await answerDocumentList(portalCall({ query })));
const make = async (number: string, more: object = {}) =>
  (
    await call("POST", "/documents", {
      number,
      type: "Quy hoạch",
      issuedOn: "2026-11-02",
      issuer: "Ủy ban nhân dân tỉnh Mẫu",
      abstract: `Quy hoạch mạng lưới thư viện ${number}`,
      topic: "Thư viện",
      effectiveFrom: "2026-11-10",
      ...more,
    })
  ).body.id as string;

let first: string;
let second: string;

beforeAll(async () => {
  db = await testDatabase("sample");
  first = await make("21/QH-UBND");
  second = await make("22/QH-UBND");
});

test("đưa lên cổng là một việc của người; chưa đủ số, ngày hoặc chờ đối chiếu thì chưa; lên hai lần, người chỉ xem bị từ chối", async () => {
  const bare = await make("23/QH-UBND", { issuedOn: null });
  expect((await call("POST", `/documents/${bare}/publish`)).status).toBe(403);
  expect(
    (await call("POST", `/documents/${first}/publish`, undefined, actor("auditor", "auditor"))).status,
  ).toBe(403);
  expect(await answerDocument(portalCall({ params: { slug: "quy-hoach-21-qh-ubnd" } }))).toBeNull();
  const { body } = await call("POST", `/documents/${first}/publish`);
  expect(body).toMatchObject({ slug: "quy-hoach-21-qh-ubnd", takenOffAt: null });
  expect(body.workingDays).toBeGreaterThan(0);
  expect((await call("POST", `/documents/${first}/publish`)).status).toBe(409);
  const { html } = await page("quy-hoach-21-qh-ubnd");
  expect(html).toMatch(/Quy hoạch mạng lưới thư viện 21.*Còn hiệu lực.*ngày làm việc kể từ ngày ban hành/su);
});

test("danh sách lọc theo loại, năm, lĩnh vực, hiệu lực, từ không dấu; tham số sai thì không có trang", async () => {
  await call("POST", `/documents/${second}/publish`);
  for (const [name, value] of [
    ["loai", "Quy hoạch"],
    ["nam", "2026"],
    ["linh-vuc", "Thư viện"],
    ["hieu-luc", "in-force"],
  ] as const)
    expect(await list({ [name]: value })).toMatch(/22\/QH-UBND.*21\/QH-UBND|21\/QH-UBND.*22\/QH-UBND/su);
  expect(await list({ q: "thu vien 22" })).not.toContain("21/QH-UBND");
  expect(await list({ q: "<script>" })).toContain("Không có văn bản nào như vậy");
  expect(await list({ "hieu-luc": "ended" })).not.toContain("21/QH-UBND");
  for (const query of [{ nam: "x" }, { "hieu-luc": "x" }, { trang: "99" }, { trang: "-1" }] as Record<
    string,
    string
  >[])
    expect(await answerDocumentList(portalCall({ query }))).toBeNull();
  expect((await found("mạng lưới thư viện")).toSorted()).toEqual([
    "/van-ban/quy-hoach-21-qh-ubnd",
    "/van-ban/quy-hoach-22-qh-ubnd",
  ]);
});

test("danh sách tìm cả trong toàn văn, có dấu hay không, và đánh dấu chỗ tìm thấy; gõ gì cũng không lỗi", async () => {
  const at = new Date("2026-11-20T03:00:00Z");
  await db.database.insert(documentFile).values({
    ...{ id: uuidv7(), agencyId: SAMPLE_AGENCY_ID, documentId: first, fileName: "quy-hoach.pdf" },
    ...{ contentType: "application/pdf", bytes: 10, sha256: "0".repeat(64), addedAt: at, checkedAt: at },
    ...{ addedBy: samplePersonId("office"), fullText: "Điều 3. Mỗi huyện có một xe thư viện lưu động." },
  });
  await db.database.transaction((tx) => documentsChanged({ tx }, [first]));
  for (const q of ["xe thu vien luu dong", "lưu động xe", "Xe Thư viện"]) {
    const html = await list({ q });
    expect(html, q).toContain("21/QH-UBND");
    expect(html, q).not.toContain("22/QH-UBND");
    expect(html, q).toMatch(/<mark>[^<]*xe[^<]*<\/mark>/iu);
  }
  expect(await list({ q: "xe thu vien", loai: "Đề án" })).toContain("Không có văn bản nào như vậy");
  for (const q of ["'--", "& | ! :*", "🙂", "(((", "%", "xe".repeat(100)])
    expect(await list({ q }), q).toContain("<h1>Văn bản</h1>");
});

test("sửa đổi, thay thế dẫn hai chiều; không sửa đổi lẫn nhau, không thay thế vòng; bãi bỏ vẫn đọc được, có báo", async () => {
  const amend = (id: string, byId: string, fromDay = "2026-11-20") =>
    call("POST", `/documents/${id}/amendments`, { byId, fromDay });
  expect((await amend(first, first)).status).toBe(422);
  expect((await amend(first, second, "2026-10-01")).status).toBe(422);
  expect((await amend(first, second)).body.amendedBy).toMatchObject([
    { number: "22/QH-UBND", fromDay: "2026-11-20" },
  ]);
  expect((await amend(first, second)).status).toBe(409);
  expect((await amend(second, first)).status).toBe(409);
  expect((await page("quy-hoach-21-qh-ubnd")).html).toMatch(
    /đã được sửa đổi.*van-ban\/quy-hoach-22-qh-ubnd/su,
  );
  expect((await page("quy-hoach-22-qh-ubnd")).html).toMatch(
    /Sửa đổi văn bản.*van-ban\/quy-hoach-21-qh-ubnd/su,
  );
  expect((await page("quy-hoach-22-qh-ubnd")).tags).toContain(`document:${first}`);
  const removed = await call("POST", `/documents/${first}/amendments/${second}/remove`, { reason: "Nhầm" });
  expect(removed.body.amendedBy).toEqual([]);
  const correct = async (id: string, replacedBy: string) => {
    const { body } = await call("GET", `/documents/${id}`);
    const { number, type, issuedOn, issuer, abstract, topic, effectiveFrom } = body;
    const described = { number, type, issuedOn, issuer, abstract, topic, effectiveFrom };
    return call("PUT", `/documents/${id}`, { ...described, replacedBy, reason: "Thay thế" });
  };
  expect((await correct(first, second)).status).toBe(200);
  expect((await correct(second, first)).status).toBe(422);
  expect((await page("quy-hoach-21-qh-ubnd")).html).toMatch(
    /đã hết hiệu lực.*Được thay thế bởi.*quy-hoach-22-qh-ubnd/su,
  );
  expect(await list({ "hieu-luc": "ended" })).toContain("21/QH-UBND");
});

test("rút có lý do: địa chỉ nói đã rút (410), không còn trong danh sách và ô tìm; đưa lại thì địa chỉ cũ", async () => {
  expect(
    (await call("POST", `/documents/${first}/take-off`, { reason: "Đăng nhầm bản" })).body,
  ).toMatchObject({
    publishedAt: null,
    takenOffReason: "Đăng nhầm bản",
  });
  expect((await call("POST", `/documents/${first}/take-off`, { reason: "Lần nữa" })).status).toBe(409);
  expect(await page("quy-hoach-21-qh-ubnd")).toMatchObject({
    status: 410,
    html: expect.stringContaining("Đăng nhầm bản"),
  });
  expect(await list({})).not.toContain("21/QH-UBND");
  expect(await found("21 qh ubnd")).not.toContain("/van-ban/quy-hoach-21-qh-ubnd");
  expect((await call("POST", `/documents/${first}/publish`)).body.slug).toBe("quy-hoach-21-qh-ubnd");
});

test("ngày làm việc đếm sau ngày ban hành tới hết ngày công khai", () => {
  const weekend = (day: string) => [6, 7].includes(Temporal.PlainDate.from(day).dayOfWeek);
  for (const [from, to, count] of [
    ["2026-11-02", "2026-11-02", 0],
    ["2026-11-02", "2026-11-03", 1],
    ["2026-11-06", "2026-11-09", 1],
    ["2026-11-02", "2026-11-16", 10],
    ["2026-11-10", "2026-11-02", 0],
    ["1945-09-02", "2026-11-02", null],
  ] as const)
    expect(workingDaysBetween(weekend, from, to)).toBe(count);
});
