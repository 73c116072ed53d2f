import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { docxFile, p } from "#platform/official-document/read/docx.fixture.ts";
import { type Identity, identity } from "#platform/official-document/signatures/identity.fixture.ts";
import { samplePdf } from "#platform/official-document/signatures/pdf.fixture.ts";
import { signPdf } from "#platform/official-document/signatures/sign-pdf.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { plug } from "../plug.ts";
import { keepMissingWords } from "../searching/keep-words.ts";
import { documentFileWords } from "../tables.ts";
import { checkSignaturesAgain } from "./check-again.ts";

let db: TestDatabase;
let folder: string;
let root: Identity;
let signed: Buffer;
let documentId: string;
const handler = new OpenAPIHandler<ApiContext>({ documents: plug.routes! });
const actor = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const clerk = actor("office", "office");
const administrator = actor("administrator", "administrator");

async function call(who: Actor, method: string, path: string, body?: object | FormData) {
  const isForm = body instanceof FormData;
  const request = new Request(`http://localhost/api${path}`, {
    method,
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
    ...(body && !isForm && { headers: { "content-type": "application/json" } }),
  });
  const { response } = await handler.handle(request, {
    prefix: "/api",
    context: { database: db.database, actor: who, address: "127.0.0.1", headers: request.headers },
  });
  return { status: response!.status, body: await response!.json() };
}
const form = (bytes: Uint8Array, name: string, more: Record<string, string> = {}) => {
  const made = new FormData();
  made.set("file", new File([new Uint8Array(bytes)], name));
  for (const [key, value] of Object.entries(more)) made.set(key, value);
  return made;
};
const attach = (bytes: Uint8Array, name: string, who = clerk) =>
  call(who, "POST", `/documents/${documentId}/files`, form(bytes, name));
const states = async () => {
  const { body } = await call(clerk, "GET", `/documents/${documentId}/files`);
  return body.files[0].signatures.signatures.map(({ state }: { state: string }) => state);
};

beforeAll(async () => {
  db = await testDatabase("sample");
  folder = await mkdtemp(join(tmpdir(), "document-files-"));
  keepFilesIn(folder);
  root = await identity("Gốc Mẫu", { ca: true });
  const signer = await identity("Nguyễn Thị Mẫu", { issuer: root });
  signed = await signPdf(samplePdf(), { signer });
  const { body } = await call(clerk, "GET", "/documents?q=118/2025");
  documentId = body.documents[0].id;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("tệp được giữ nguyên từng byte, một tệp một lần; chữ ký được nói rõ; ai chỉ đọc sổ thì không đính được", async () => {
  const { body } = await attach(signed, "Nghị định đã ký.pdf");
  expect(body.files).toMatchObject([
    {
      fileName: "Nghị định đã ký.pdf",
      bytes: signed.length,
      signatures: { signatures: [{ state: "unverified", name: "Nguyễn Thị Mẫu", organization: "Sở Mẫu" }] },
    },
  ]);
  expect(Buffer.from((await readFile(body.files[0].id))!).equals(signed)).toBe(true);
  expect(await attach(signed, "lại.pdf")).toMatchObject({ status: 409 });
  expect(await attach(Buffer.from("MZ"), "ma.exe")).toMatchObject({ status: 422 });
  expect(await attach(Buffer.from("không phải"), "giả.pdf")).toMatchObject({ status: 422 });
  expect(await attach(samplePdf("khác"), "khác.pdf", actor("auditor", "auditor"))).toMatchObject({
    status: 403,
  });
});

test("chứng thư gốc do quản trị chọn; thêm thì kiểm tra lại, bỏ thì không còn tin cậy ngay từ lúc bỏ", async () => {
  const add = (who: Actor, pem: string) => call(who, "POST", "/trusted-certificates", { pem });
  expect(await add(clerk, root.pem)).toMatchObject({ status: 403 });
  expect(await add(administrator, "không phải")).toMatchObject({ status: 422 });
  const leaf = await identity("Không phải nơi cấp");
  expect(await add(administrator, leaf.pem)).toMatchObject({ status: 422 });
  const { body } = await add(administrator, root.pem);
  expect(body.certificates).toMatchObject([{ name: "Gốc Mẫu" }]);
  expect(await add(administrator, root.pem)).toMatchObject({ status: 409 });
  expect(await checkSignaturesAgain(db.database)).toBe(1);
  expect(await states()).toEqual(["trusted"]);
  const { id } = body.certificates[0];
  const removed = await call(administrator, "POST", `/trusted-certificates/${id}/remove`, { reason: "Thử" });
  expect(removed.body.certificates).toEqual([]);
  expect(await states()).toEqual(["unverified"]);
  expect(await checkSignaturesAgain(db.database)).toBe(1);
  expect([await states(), await checkSignaturesAgain(db.database)]).toEqual([["unverified"], 0]);
});

test("thay, gỡ có lý do; tệp trước còn trong lịch sử; gỡ lần nữa thì không còn", async () => {
  const list = await call(clerk, "GET", `/documents/${documentId}/files`);
  const [{ id }] = list.body.files;
  const base = `/documents/${documentId}/files`;
  expect(await call(clerk, "POST", `${base}/${id}/withdraw`, { reason: " " })).toMatchObject({ status: 400 });
  const replaced = await call(
    clerk,
    "POST",
    `${base}/${id}/replace`,
    form(samplePdf(), "bản đúng.pdf", { reason: "Nhầm bản" }),
  );
  expect(replaced.body.files).toMatchObject([
    { fileName: "bản đúng.pdf", signatures: { signatures: [] }, endedAt: null },
    { id, endedReason: "Nhầm bản", replacedBy: replaced.body.files[0].id },
  ]);
  expect(await call(clerk, "POST", `${base}/${id}/withdraw`, { reason: "Lần nữa" })).toMatchObject({
    status: 404,
  });
  const gone = await call(clerk, "POST", `${base}/${replaced.body.files[0].id}/withdraw`, {
    reason: "Gỡ hẳn",
  });
  expect(gone.body.files.filter(({ endedAt }: { endedAt: string | null }) => endedAt === null)).toEqual([]);
});

test("sổ tìm trong chữ của tệp đang dùng, cả văn bản chưa công khai: đúng dấu trước, có đoạn trích; tệp gỡ thì thôi", async () => {
  const make = async (number: string, issuedOn: string) => {
    const described = { type: "Kế hoạch", number, issuedOn, issuer: "Sở Mẫu", abstract: null };
    return (await call(clerk, "POST", "/documents", described)).body.id as string;
  };
  const put = async (id: string, ...lines: string[]) =>
    (
      await call(
        clerk,
        "POST",
        `/documents/${id}/files`,
        form(await docxFile(lines.map((line) => p(line)).join("")), "bản chữ.docx"),
      )
    ).body.files[0].id as string;
  const find = async (q: string, who = clerk) =>
    (await call(who, "GET", `/document-file-texts?q=${encodeURIComponent(q)}`)).body;
  const [newer, older] = [await make("301/KH-THU", "2026-02-01"), await make("302/KH-THU", "2026-01-01")];
  const fileId = await put(newer, "Thu tuc hanh chinh go khong dau");
  await put(older, "Hành chính công,", "đổi mới thủ tục");
  const numbers = async (q: string) => (await find(q)).hits.map(({ number }: { number: string }) => number);
  expect(await numbers("thu tuc hanh chinh")).toEqual(["301/KH-THU", "302/KH-THU"]);
  // As typed before what only reads so without diacritics, though that is newer and stands side by side.
  expect(await numbers("thủ tục hành chính")).toEqual(["302/KH-THU", "301/KH-THU"]);
  const both = await find("đổi mới thủ tục");
  expect(both).toMatchObject({ total: 1, isMore: false });
  expect(both.hits[0].passage).toContainEqual({ text: "đổi mới thủ tục", marked: true });
  expect(await find("thu tuc chua tung co")).toEqual({ total: 0, isMore: false, hits: [] });
  expect((await find("':* | & \\ !")).hits).toEqual([]);
  const stranger = { ...clerk, agencyId: "00000000-0000-7000-8000-000000000009" };
  expect((await find("thu tuc hanh chinh", stranger)).total).toBe(0);
  // What was attached before there were words is gone through once.
  await db.database.delete(documentFileWords);
  expect((await find("thu tuc hanh chinh")).total).toBe(0);
  expect([await keepMissingWords(db.database), await keepMissingWords(db.database)]).toEqual([
    expect.any(Number),
    0,
  ]);
  expect((await find("thu tuc hanh chinh")).total).toBe(2);
  await call(clerk, "POST", `/documents/${newer}/files/${fileId}/withdraw`, { reason: "Nhầm" });
  expect((await find("thu tuc hanh chinh")).hits).toHaveLength(1);
});

test("một việc chạm tới hơn 300 văn bản đang công khai: mọi trang được vẽ lại, tên trang đi trong nhiều tin báo", async () => {
  const COUNT = 320;
  const listener = new pg.Client({ connectionString: db.ownerUrl });
  await listener.connect();
  await listener.query(
    `with made as (
       insert into official_document (id, agency_id, number, type, issued_on, slug, published_at, published_by)
       select uuidv7(), $1, n || '/QĐ-NHIEU', 'Quyết định', '2026-01-02', 'nhieu-' || n, now(), $2
       from generate_series(1, $3::int) n returning id)
     insert into document_file (id, agency_id, document_id, file_name, content_type, bytes, sha256, added_at, added_by, signatures, checked_at)
     select uuidv7(), $1, id, 'a.pdf', 'application/pdf', 1, repeat('0', 64), now(), $2, '{"unreadable":null,"signatures":[]}', now()
     from made`,
    [SAMPLE_AGENCY_ID, clerk.personId, COUNT],
  );
  const wanted = (
    await listener.query<{ id: string }>("select id from official_document where slug like 'nhieu-%'")
  ).rows.map(({ id }) => `document:${id}`);
  const heard: string[][] = [];
  listener.on("notification", ({ payload }) => heard.push(JSON.parse(payload!)));
  await listener.query("listen page_invalidated");
  const missing = async () => {
    await listener.query("select 1");
    const told = new Set(heard.flat());
    const missed = wanted.filter((tag) => !told.has(tag));
    const parts = heard.splice(0).length;
    return { missed, inParts: parts > 1 };
  };
  const other = await identity("Gốc Khác", { ca: true });
  const { body, status } = await call(administrator, "POST", "/trusted-certificates", { pem: other.pem });
  expect([status, await missing()]).toEqual([200, { missed: [], inParts: true }]);
  expect(await checkSignaturesAgain(db.database)).toBeGreaterThanOrEqual(COUNT);
  expect((await missing()).missed).toEqual([]);
  const { id } = body.certificates.find(({ name }: { name: string }) => name === "Gốc Khác");
  await call(administrator, "POST", `/trusted-certificates/${id}/remove`, { reason: "Thử" });
  expect((await missing()).missed).toEqual([]);
  await listener.end();
});
