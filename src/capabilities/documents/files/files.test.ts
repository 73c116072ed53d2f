import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { type Identity, identity } from "#platform/official-document/signatures/identity.fixture.ts";
import { samplePdf } from "#platform/official-document/signatures/pdf.fixture.ts";
import { signPdf } from "#platform/official-document/signatures/sign-pdf.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { plug } from "../plug.ts";
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
