import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { documentsRoutes } from "./routes.ts";

let db: TestDatabase;
const handler = new OpenAPIHandler<ApiContext>({ documents: documentsRoutes });
const actor = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const clerk = actor("office", "office");
const auditor = actor("auditor", "auditor");

async function call(who: Actor | null, method: string, path: string, body?: unknown): Promise<Response> {
  const request = new Request(`http://localhost/api${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const { response } = await handler.handle(request, {
    prefix: "/api",
    context: { database: db.database, actor: who, address: "127.0.0.1", headers: request.headers },
  });
  return response!;
}
const json = async (response: Promise<Response>) => (await response).json();
const first = async (q: string) =>
  (await json(call(auditor, "GET", `/documents?q=${encodeURIComponent(q)}`))).documents[0];
const exactly = async (wanted: string) =>
  (await json(call(auditor, "GET", "/documents"))).documents.find(
    ({ number }: { number: string | null }) => number === wanted,
  );

beforeAll(async () => {
  db = await testDatabase("sample");
});

describe("giao diện lập trình của sổ văn bản", () => {
  test("sổ mẫu có văn bản pháp luật với hiệu lực, văn bản thay thế, và báo cáo đã ban hành là văn bản đi", async () => {
    expect(await first("61/2018")).toMatchObject({
      force: "ended",
      replacedBy: { number: "118/2025/NĐ-CP" },
      toConfirm: false,
    });
    expect(await exactly("118/2025/NĐ-CP")).toMatchObject({ force: "in-force", effectiveFrom: "2025-07-01" });
    expect(await first("152/bc")).toMatchObject({
      outgoing: true,
      keptBy: "report",
      may: { correct: { allowed: false } },
    });
  });

  test("tìm không dấu, lọc theo loại và năm", async () => {
    expect(await first("tuyen truyen cai cach hanh chinh tinh")).toMatchObject({ number: "36/KH-UBND" });
    const { documents } = await json(call(auditor, "GET", "/documents?type=B%C3%A1o%20c%C3%A1o&year=2026"));
    expect(documents.map(({ number }: { number: string }) => number)).toEqual(["152/BC-SVHTTDL"]);
  });

  test("ghi, sửa có lý do, xác nhận; câu trả lời nêu người gọi còn làm được gì", async () => {
    const made = await json(
      call(clerk, "POST", "/documents", {
        number: "5/QĐ-UBND",
        type: "Quyết định",
        issuedOn: "2026-01-06",
        issuer: "UBND tỉnh Bắc Ninh",
        abstract: "Danh mục thủ tục",
      }),
    );
    const { id, may } = made;
    expect(may.correct.allowed).toBe(true);
    const description = {
      number: "5/QĐ-UBND",
      type: "Quyết định",
      issuedOn: "2026-01-07",
      issuer: null,
      abstract: null,
    };
    const noReason = await call(clerk, "PUT", `/documents/${id}`, { ...description, reason: " " });
    expect(noReason.status).toBe(400);
    const corrected = await json(
      call(clerk, "PUT", `/documents/${id}`, { ...description, reason: "Sai ngày" }),
    );
    expect(corrected).toMatchObject({ id, issuedOn: "2026-01-07" });
    const waiting = await first("30/2020");
    expect(waiting.toConfirm).toBe(true);
    expect(await json(call(clerk, "POST", `/documents/${waiting.id}/confirm`, {}))).toMatchObject({
      toConfirm: false,
      confirmed: { by: "Hoàng Thị Mẫu" },
    });
    expect(await json(call(clerk, "POST", "/documents/load-instruments", {}))).toEqual({
      added: 0,
      completed: 0,
    });
  });

  test("không đăng nhập 401, không có quyền 403, văn bản của báo cáo 403, không có 404, sai trạng thái 409, ngày ngược 422", async () => {
    const description = { number: "1/A", type: "Công văn", issuedOn: null, issuer: null, abstract: null };
    expect((await call(null, "GET", "/documents")).status).toBe(401);
    for (const [method, path, body] of [
      ["POST", "/documents", description],
      ["PUT", `/documents/${uuidv7()}`, { ...description, reason: "x" }],
      ["POST", `/documents/${uuidv7()}/confirm`, {}],
      ["POST", "/documents/load-instruments", {}],
    ] as const)
      expect((await call(auditor, method, path, body)).status, path).toBe(403);
    const report = await first("152/BC");
    expect(
      (await call(clerk, "PUT", `/documents/${report.id}`, { ...description, reason: "x" })).status,
    ).toBe(403);
    expect((await call(auditor, "GET", `/documents/${uuidv7()}`)).status).toBe(404);
    expect((await call(clerk, "POST", `/documents/${uuidv7()}/confirm`, {})).status).toBe(404);
    expect((await call(clerk, "POST", `/documents/${report.id}/confirm`, {})).status).toBe(409);
    const wrong = { ...description, effectiveFrom: "2026-02-01", effectiveTo: "2026-01-01" };
    expect((await call(clerk, "POST", "/documents", wrong)).status).toBe(422);
  });

  test("cơ quan khác không thấy sổ này", async () => {
    const stranger = { ...clerk, agencyId: uuidv7() };
    expect((await json(call(stranger, "GET", "/documents"))).documents).toEqual([]);
    const report = await first("152/BC");
    expect((await call(stranger, "GET", `/documents/${report.id}`)).status).toBe(404);
  });

  test("văn bản đi giữ ai đã ký, theo quyết định nào; nhiều người được ký thì phải chọn; văn bản đến không có", async () => {
    const byOrder = uuidv7();
    await db.pool.query(
      `insert into signing_authority (id, agency_id, person_id, form, head_title, own_title, scope, from_date, to_date, decision_number, decided_on, recorded_at)
     values ($1, $2, $3, 'TL', 'Giám đốc', 'Chánh Văn phòng', 'document', '2026-06-01', $4, '07/QĐ-SM', '2026-06-01', now())`,
      [byOrder, SAMPLE_AGENCY_ID, samplePersonId("office"), "2026-09-30"],
    );
    const letter = {
      number: "501/SVHTTDL",
      type: "Công văn",
      issuedOn: "2026-10-05",
      issuer: null,
      abstract: null,
    };
    const enter = async (more: object) =>
      call(clerk, "POST", "/documents", { ...letter, outgoing: true, ...more });
    expect((await json(enter({}))).signedAs).toMatchObject({ name: "Trần Thị Mẫu" });
    expect((await json(enter({ number: "37/CV-X", outgoing: false }))).signedAs).toBe(null);
    // Before anybody's authority began nobody is asked for.
    expect((await json(enter({ issuedOn: "2025-12-12" }))).signedAs).toBe(null);
    const both = { number: "502/SVHTTDL", issuedOn: "2026-08-05" };
    const several = await enter(both);
    expect([several.status, (await several.json()).data.issues[0].field]).toEqual([422, "authorityId"]);
    expect((await enter({ ...both, issuedOn: "2026-10-06", authorityId: byOrder })).status).toBe(422);
    const { id, ...entered } = await json(enter({ ...both, authorityId: byOrder }));
    expect(entered.signedAs).toMatchObject({ name: "Hoàng Thị Mẫu", decisionNumber: "07/QĐ-SM" });
    const correct = async (more: object) =>
      json(
        call(clerk, "PUT", `/documents/${id}`, {
          ...letter,
          ...both,
          outgoing: true,
          reason: "Bổ sung",
          ...more,
        }),
      );
    expect((await correct({ abstract: "Mời họp" })).signedAs).toMatchObject({ name: "Hoàng Thị Mẫu" });
    const audit = await db.pool.query(
      "select after ->> 'signedAs' as told from audit_entry where object_id = $1",
      [id],
    );
    expect(audit.rows[0].told).toContain("Hoàng Thị Mẫu: TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG");
    expect((await correct({ outgoing: false })).signedAs).toBe(null);
  });
});
