import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { samplePdf, signedPdf } from "#platform/official-document/signatures/pdf.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { reportsRoutes } from "./routes.ts";

let db: TestDatabase;
const handler = new OpenAPIHandler<ApiContext>({ reports: reportsRoutes });

const actor = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const editor = actor("editor", "editor");
const auditor = actor("auditor", "auditor");

async function call(who: Actor | null, method: string, path: string, body?: unknown): Promise<Response> {
  const isForm = body instanceof FormData;
  const request = new Request(`http://localhost/api${path}`, {
    method,
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(body === undefined || isForm ? {} : { headers: { "content-type": "application/json" } }),
  });
  const { response } = await handler.handle(request, {
    prefix: "/api",
    context: { database: db.database, actor: who, address: "127.0.0.1", headers: request.headers },
  });
  return response!;
}
const signedFile = new Uint8Array(signedPdf("bản đã ký"));
const json = async (response: Promise<Response>) => (await response).json();

let finished: { id: string; planId: string };
beforeAll(async () => {
  db = await testDatabase("sample");
  const { reports } = await json(call(auditor, "GET", "/reports"));
  finished = reports.find(({ state }: { state: string }) => state === "submitted");
});

describe("giao diện lập trình của báo cáo", () => {
  test("đơn vị mẫu có một báo cáo đã ban hành với số, ngày", async () => {
    expect(await json(call(auditor, "GET", `/reports/${finished.id}`))).toMatchObject({
      state: "submitted",
      periodLabel: "Tháng 11 năm 2026",
      issuedNumber: "152",
      issuedOn: "2026-11-17",
      issues: [],
    });
  });

  test("mỗi số liệu mở ra đúng những dòng cộng lại thành nó", async () => {
    const { figures } = await json(call(auditor, "GET", `/reports/${finished.id}`));
    expect(figures.length).toBeGreaterThan(10);
    for (const { key, numerator } of figures) {
      const { rows } = await json(
        call(auditor, "GET", `/reports/${finished.id}/figures/${encodeURIComponent(key)}`),
      );
      const sum = rows.reduce((whole: number, { amount = 1 }: { amount?: number }) => whole + amount, 0);
      expect(sum, key).toBe(numerator);
    }
  });

  test("tải được .docx, .pdf, .xlsx, .json; phụ lục liệt kê đủ 105 nội dung theo mã", async () => {
    const types = {
      docx: "wordprocessingml",
      pdf: "application/pdf",
      xlsx: "spreadsheetml",
      json: "application/json",
    };
    for (const [format, type] of Object.entries(types)) {
      const response = await call(auditor, "GET", `/reports/${finished.id}/files/${format}`);
      expect(response.status, format).toBe(200);
      expect(response.headers.get("content-type"), format).toContain(type);
      expect(response.headers.get("content-disposition"), format).toBe(
        `attachment; filename="bao-cao-2026-11.${format}"`,
      );
      expect(response.headers.get("x-content-type-options"), format).toBe("nosniff");
      const again = await call(auditor, "GET", `/reports/${finished.id}/files/${format}`);
      expect(
        Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await response.arrayBuffer())),
        format,
      ).toBe(true);
    }
    const sheet = await call(auditor, "GET", `/reports/${finished.id}/files/xlsx`);
    const { sheets } = await readXlsx(new Uint8Array(await sheet.arrayBuffer()));
    const told = new Map(sheets.at(-1)!.rows.map(([name, value]) => [name, value]));
    expect(told.get("Kỳ báo cáo")).toBe("Tháng 11 năm 2026 (15/10/2026 – 14/11/2026)");
    expect(told.get("Số liệu chốt lúc")).toBe("08:12, 16/11/2026");
    const [head, ...rows] = sheets[0]!.rows;
    expect(head![0]).toBe("Mã");
    expect(rows).toHaveLength(105);
    expect(new Set(rows.map(([code]) => code)).size).toBe(105);
    for (const row of rows) {
      expect(Number(row[9]) > 0 || row[10], String(row[0])).toBeTruthy();
      expect(row[11], String(row[0])).toContain(`/bao-cao/${finished.id}/phu-luc?ma=${row[0]}`);
    }
  });

  test("phụ lục trên màn hình và trong .json có đúng 105 nội dung ấy; mỗi nội dung đi ngược được tới minh chứng", async () => {
    const { lines } = await json(call(auditor, "GET", `/reports/${finished.id}/annex`));
    expect(lines).toHaveLength(105);
    const file = await json(call(auditor, "GET", `/reports/${finished.id}/files/json`));
    expect(file.annex).toEqual(lines);
    const known = new Set(file.chain.evidence.map(({ id }: { id: string }) => id));
    const proven = lines.filter(({ state }: { state: string }) => state === "proven");
    expect(proven.length).toBeGreaterThan(0);
    for (const { code, evidence, tasks } of proven) {
      expect(tasks.length, code).toBeGreaterThan(0);
      for (const { id } of evidence) expect(known.has(id), code).toBe(true);
    }
    const count = (state: string) => lines.filter((line: { state: string }) => line.state === state).length;
    const figure = (key: string) => file.figures.find((one: { key: string }) => one.key === key).numerator;
    expect([count("proven"), count("explained"), count("not-due"), count("open")]).toEqual(
      ["with-evidence", "with-reason", "not-due", "open"].map((name) => figure(`obligations.${name}`)),
    );
  });

  test("kế hoạch tải được kèm phụ lục giao nhiệm vụ", async () => {
    for (const format of ["docx", "pdf"])
      expect((await call(auditor, "GET", `/plans/${finished.planId}/files/${format}`)).status).toBe(200);
  });

  test("mở báo cáo, chốt, lập dự thảo; câu trả lời nêu người gọi còn làm được gì", async () => {
    const opened = await json(call(editor, "POST", "/reports", { period: "2026-Q3" }));
    expect(opened).toMatchObject({ state: "collecting", basis: "decree", periodFrom: "2026-06-15" });
    expect(opened.may.freeze.allowed).toBe(true);
    await call(editor, "POST", `/reports/${opened.id}/freeze`);
    const drafted = await json(call(editor, "POST", `/reports/${opened.id}/draft`));
    expect(drafted.state).toBe("drafted");
    expect(drafted.may.review).toMatchObject({
      allowed: false,
      why: expect.stringContaining("người khác soát"),
    });
    const saved = await json(
      call(editor, "PUT", `/reports/${opened.id}/text`, {
        saveId: uuidv7(),
        baseId: drafted.text.id,
        text: { ...drafted.text.content, addressees: ["UBND tỉnh Bắc Ninh", ""] },
      }),
    );
    expect(saved.text.content.addressees).toEqual(["UBND tỉnh Bắc Ninh"]);
    expect(await json(call(editor, "GET", `/reports/${opened.id}/differences`))).toEqual({
      figures: [],
      rows: [],
    });
  });

  test("soát, ký duyệt, ghi số kèm bản PDF đã ký; tải lại đúng tệp ấy", async () => {
    const { id } = await json(call(editor, "POST", "/reports", { period: "2026-Q1" }));
    await call(editor, "POST", `/reports/${id}/freeze`);
    const { text } = await json(call(editor, "POST", `/reports/${id}/draft`));
    const sections = text.content.sections.map((section: { text: string }) => ({
      ...section,
      text: section.text.replace(/\[Bổ sung:[^\]]*\]/u, "Không có."),
    }));
    await call(editor, "PUT", `/reports/${id}/text`, {
      saveId: uuidv7(),
      baseId: text.id,
      text: { ...text.content, sections },
    });
    await call(actor("editor2", "editor"), "POST", `/reports/${id}/review`, { version: 2 });
    const signed = await json(
      call(actor("leadership", "leadership"), "POST", `/reports/${id}/sign-off`, { version: 2 }),
    );
    expect(signed.state).toBe("signed-off");
    await db.pool.query("update report set signed_off_at = '2026-03-15T03:00:00Z' where id = $1", [id]);
    const form = new FormData();
    form.set("number", "31");
    form.set("issuedOn", "2026-03-16");
    form.set("signedCopy", new File([signedFile], "da-ky.pdf", { type: "application/pdf" }));
    const issued = await json(call(actor("office", "office"), "POST", `/reports/${id}/submit`, form));
    expect(issued).toMatchObject({
      state: "submitted",
      issuedNumber: "31",
      signedCopies: [{ fileName: "da-ky.pdf" }],
    });
    const copy = await call(auditor, "GET", `/reports/${id}/signed-copy`);
    expect(copy.headers.get("content-disposition")).toBe('attachment; filename="da-ky-bao-cao-2026-Q1.pdf"');
    expect(copy.headers.get("content-security-policy")).toContain("sandbox");
    expect(new Uint8Array(await copy.arrayBuffer())).toEqual(signedFile);
    const corrected = await json(
      call(actor("office", "office"), "POST", `/reports/${id}/correct-issue`, {
        number: "32",
        issuedOn: "2026-03-17",
        reason: "Gõ nhầm",
      }),
    );
    expect(corrected).toMatchObject({ issuedNumber: "32", issuedOn: "2026-03-17" });
    expect(await json(call(auditor, "GET", `/documents/${issued.documentId}/uses`))).toMatchObject({
      report: { id },
      plans: [],
    });
    const better = new FormData();
    better.set("signedCopy", new File([new Uint8Array(samplePdf("đúng"))], "dung.pdf"));
    const again = await json(call(actor("office", "office"), "POST", `/reports/${id}/signed-copy`, better));
    expect(again.signedCopies.map(({ fileName }: { fileName: string }) => fileName)).toEqual([
      "dung.pdf",
      "da-ky.pdf",
    ]);
  });

  test("các bản của văn bản: danh sách, từng bản, khôi phục thành bản mới", async () => {
    const { id } = await json(call(editor, "POST", "/reports", { period: "2026-H1" }));
    await call(editor, "POST", `/reports/${id}/freeze`);
    const { text } = await json(call(editor, "POST", `/reports/${id}/draft`));
    const changed = { ...text.content, abstract: "" };
    const saved = await json(
      call(editor, "PUT", `/reports/${id}/text`, { saveId: uuidv7(), baseId: text.id, text: changed }),
    );
    expect(saved.issues).toContainEqual({ field: "abstract", message: "Chưa ghi trích yếu." });
    const stale = await call(editor, "PUT", `/reports/${id}/text`, {
      saveId: uuidv7(),
      baseId: text.id,
      text: { ...changed, abstract: "Cũ" },
    });
    expect(stale.status).toBe(409);
    expect((await stale.json()).data.current).toMatchObject({ version: 2, content: { abstract: "" } });
    const { versions } = await json(call(auditor, "GET", `/reports/${id}/versions`));
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(await json(call(auditor, "GET", `/reports/${id}/versions/1`))).toMatchObject({
      content: text.content,
    });
    expect((await call(auditor, "GET", `/reports/${id}/versions/7`)).status).toBe(404);
    const restored = await json(
      call(editor, "POST", `/reports/${id}/versions/1/restore`, { baseId: saved.text.id }),
    );
    expect(restored.text).toMatchObject({ version: 3, content: text.content });
  });

  test("văn bản được dẫn: căn cứ của kế hoạch, hoặc chưa ai dẫn", async () => {
    const { rows } = await db.pool.query("select id from official_document where number = '36/KH-UBND'");
    expect(await json(call(auditor, "GET", `/documents/${rows[0].id}/uses`))).toMatchObject({
      plans: [{ id: finished.planId, role: "basis" }],
      report: null,
    });
    expect((await call(auditor, "GET", `/documents/${uuidv7()}/uses`)).status).toBe(404);
  });

  test("mỗi bước: người chỉ xem bị 403, báo cáo đã ban hành thì bị 409", async () => {
    const leader = actor("leadership", "leadership");
    const signedCopy = new FormData();
    signedCopy.set("signedCopy", new File([signedFile], "a.pdf"));
    const issue = { number: "1", issuedOn: "2026-03-16" };
    const text = {
      saveId: uuidv7(),
      baseId: uuidv7(),
      text: {
        abstract: "",
        addressees: [],
        signer: { authority: [], name: null },
        recipients: [],
        sections: [{ level: 1, heading: "A", text: "", figures: [] }],
      },
    };
    const steps: [string, string, unknown, Actor][] = [
      ["POST", "freeze", {}, editor],
      ["POST", "reopen", {}, editor],
      ["POST", "draft", {}, editor],
      ["PUT", "text", text, editor],
      ["POST", "versions/1/restore", { baseId: uuidv7() }, editor],
      ["POST", "accepted-numbers", { place: "0.0", written: "12", reason: "x" }, editor],
      ["POST", "review", { version: 2 }, actor("head", "head")],
      ["POST", "return", { reason: "x" }, leader],
      ["POST", "sign-off", { version: 2 }, leader],
      ["POST", "submit", issue, editor],
    ];
    for (const [method, path, body, who] of steps) {
      const address = `/reports/${finished.id}/${path}`;
      expect((await call(auditor, method, address, body)).status, path).toBe(403);
      const refused = await call(who, method, address, body);
      expect(refused.status, path).toBe(409);
      expect((await refused.json()).message, path).toContain("Đã ban hành");
    }
    const open = await json(call(editor, "POST", "/reports", { period: "2025-Q2" }));
    for (const [path, body] of [
      ["correct-issue", { ...issue, reason: "x" }],
      ["signed-copy", signedCopy],
    ] as const) {
      expect((await call(auditor, "POST", `/reports/${open.id}/${path}`, body)).status, path).toBe(403);
      expect((await call(editor, "POST", `/reports/${open.id}/${path}`, body)).status, path).toBe(409);
    }
  });

  test("không đăng nhập thì 401, không có quyền thì 403, sai trạng thái 409, không có 404, kỳ sai 422", async () => {
    expect((await call(null, "GET", "/reports")).status).toBe(401);
    expect((await call(null, "GET", `/reports/${finished.id}/files/json`)).status).toBe(401);
    expect((await call(auditor, "POST", "/reports", { period: "2026-Q1" })).status).toBe(403);
    expect((await call(editor, "POST", `/reports/${finished.id}/freeze`)).status).toBe(409);
    expect((await call(editor, "GET", "/reports/01970000-0000-7000-8000-00000000dead")).status).toBe(404);
    expect((await call(editor, "POST", "/reports", { period: "2026-Q9" })).status).toBe(422);
    expect((await call(editor, "GET", `/reports/${finished.id}/figures/khong-co`)).status).toBe(404);
    expect((await call(editor, "GET", `/reports/${finished.id}/signed-copy`)).status).toBe(404);
  });

  test("cơ quan khác không thấy báo cáo này", async () => {
    const stranger = { ...editor, agencyId: "01970000-0000-7000-8000-00000000beef" };
    expect(await json(call(stranger, "GET", "/reports"))).toMatchObject({ reports: [] });
    for (const path of [
      "",
      "/annex",
      "/versions",
      "/versions/1",
      "/files/json",
      "/differences",
      "/signed-copy",
    ])
      expect((await call(stranger, "GET", `/reports/${finished.id}${path}`)).status).toBe(404);
  });
});
