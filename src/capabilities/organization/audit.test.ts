import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnAuditWords } from "#platform/work/audit-words.ts";
import { sealAudit } from "#platform/work/seal-audit.ts";
import { auditWords } from "./audit-words.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "./seed.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator, auditor, editor } = people;
beforeAll(async () => {
  learnAuditWords(auditWords);
  db = await testDatabase("sample");
});

const write = (entry: {
  at?: string;
  act?: string;
  kind?: string;
  object?: string;
  agency?: string;
  person?: string | null;
  before?: object | null;
  after?: object | null;
  reason?: string;
}) =>
  db.pool.query(
    "insert into audit_entry (id, at, agency_id, person_id, person_name, act, object_kind, object_id, before, after, reason) values (gen_random_uuid(), $1, $2, $3, 'Người Mẫu', $4, $5, $6, $7, $8, $9)",
    [
      entry.at ?? "2026-03-01T00:00:00Z",
      entry.agency ?? SAMPLE_AGENCY_ID,
      entry.person ?? null,
      entry.act ?? "update-person",
      entry.kind ?? "person",
      entry.object ?? "object",
      entry.before ?? null,
      entry.after ?? null,
      entry.reason ?? null,
    ],
  );
interface Entry {
  objectId: string;
  actName: string;
  objectName: string;
  changes: object[];
  kept: object[];
}
const audit = async (query: Record<string, string>) =>
  (await call(auditor, "GET", `/audit?${new URLSearchParams(query)}`)).json as {
    entries: Entry[];
    next: string | null;
    counted: { total: number; isMore: boolean } | null;
  };
const objects = async (query: Record<string, string>) =>
  (await audit(query)).entries.map(({ objectId }) => objectId);

describe("the audit", () => {
  test("tells in words what an act changed: field, old, new; names for ids, days as they are written here", async () => {
    const id = samplePersonId("head");
    await write({
      object: id,
      before: {
        name: "Cũ",
        role: "head",
        unitId: sampleUnitId("khtc"),
        toDate: null,
        active: true,
        phone: "1",
      },
      after: {
        name: "Mới",
        role: "editor",
        unitId: sampleUnitId("van-phong"),
        toDate: "2026-12-31",
        active: false,
        phone: "1",
      },
    });
    const [entry] = (await audit({ objectId: id })).entries;
    expect(entry).toMatchObject({ actName: "Sửa người dùng", objectName: "Người dùng: Phạm Văn Mẫu" });
    expect(entry!.changes).toEqual([
      { field: "Họ và tên", before: "Cũ", after: "Mới" },
      { field: "Tài khoản đang dùng", before: "Có", after: "Không" },
      { field: "Vai trò", before: "Trưởng đơn vị", after: "Biên tập" },
      { field: "Đơn vị", before: "Phòng Tài chính - Kế hoạch", after: "Văn phòng Sở" },
      { field: "Đến ngày", before: null, after: "31/12/2026" },
    ]);
    // What stayed as it was has its name where everything is shown.
    expect(entry!.kept).toContainEqual({ field: "Điện thoại", before: "1", after: "1" });
  });

  test("is read by the auditor and administrators, of their own agency alone", async () => {
    expect((await call(administrator, "GET", "/audit")).status).toBe(200);
    for (const path of ["/audit", "/audit/choices", "/audit/table"])
      expect((await call(editor, "GET", path)).status, path).toBe(403);
    const elsewhere = "01999999-0000-7000-8000-000000000001";
    await write({ agency: elsewhere, object: "of-another-agency", act: "act-of-another" });
    expect(await objects({ objectId: "of-another-agency" })).toEqual([]);
    const { acts } = (await call(auditor, "GET", "/audit/choices")).json;
    expect(acts.map(({ id }: { id: string }) => id)).not.toContain("act-of-another");
  });

  test("is narrowed by person, act, kind of object and object", async () => {
    // Who only reads has done nothing in the sample.
    const person = samplePersonId("auditor");
    await write({ object: "narrow", person, act: "close-unit", kind: "unit" });
    expect(await objects({ personId: person })).toEqual(["narrow"]);
    expect(await objects({ act: "close-unit" })).toEqual(["narrow"]);
    expect(await objects({ objectKind: "unit", objectId: "narrow" })).toEqual(["narrow"]);
    expect(await objects({ objectKind: "agency", objectId: "narrow" })).toEqual([]);
    expect((await call(auditor, "GET", "/audit?personId=ai-do")).status).toBe(400);
  });

  test("is narrowed by whole days of Việt Nam, first and last included", async () => {
    await write({ object: "last-minute", at: "2026-03-14T23:59:59+07:00", act: "day" });
    await write({ object: "midnight", at: "2026-03-15T00:00:00+07:00", act: "day" });
    await write({ object: "day-after", at: "2026-03-16T00:00:00+07:00", act: "day" });
    expect(await objects({ act: "day", from: "2026-03-14", to: "2026-03-14" })).toEqual(["last-minute"]);
    expect(await objects({ act: "day", from: "2026-03-15", to: "2026-03-15" })).toEqual(["midnight"]);
  });

  test("goes on where a page ended, also among entries of the same moment", async () => {
    const names = Array.from({ length: 130 }, (_, index) => `same-${index}`);
    for (const object of names) await write({ object, act: "same-moment", at: "2026-04-01T00:00:00Z" });
    const first = await audit({ act: "same-moment" });
    const rest = await audit({ act: "same-moment", after: first.next! });
    expect([first.counted, rest.counted]).toEqual([{ total: 130, isMore: false }, null]);
    expect([first.entries.length, rest.entries.length, rest.next]).toEqual([100, 30, null]);
    const seen = [...first.entries, ...rest.entries].map(({ objectId }) => objectId);
    expect(seen.toSorted()).toEqual(names.toSorted());
  });
});

test("the audit tells how far it is sealed, of one's own agency alone", async () => {
  await sealAudit(db.database);
  const sealed = async () => (await call(auditor, "GET", "/audit")).json.sealed;
  const before = await sealed();
  await write({ object: "unsealed-yet" });
  await write({ object: "elsewhere", agency: "01999999-0000-7000-8000-000000000001" });
  expect(await sealed()).toEqual({ last: before.last, waiting: 1 });
  await sealAudit(db.database);
  const [entry] = (await call(auditor, "GET", "/audit?objectId=unsealed-yet")).json.entries;
  expect(entry.seal.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await sealed()).toEqual({ last: { position: entry.seal.position, at: entry.seal.at }, waiting: 0 });
});

describe("the audit as a table", () => {
  const table = async (query: string) => {
    const { OpenAPIHandler } = await import("@orpc/openapi/fetch");
    const { organizationRoutes } = await import("./routes.ts");
    const request = new Request(`http://localhost/api/audit/table?${query}`);
    const { response } = await new OpenAPIHandler({ organization: organizationRoutes }).handle(request, {
      prefix: "/api",
      context: { database: db.database, actor: auditor, address: "127.0.0.1", headers: request.headers },
    });
    return {
      type: response!.headers.get("content-type"),
      bytes: new Uint8Array(await response!.arrayBuffer()),
    };
  };

  test("opens in Excel with Vietnamese letters, a line for each field, and no cell that becomes a formula", async () => {
    await write({
      object: "csv",
      act: "update-unit",
      kind: "unit",
      before: { name: 'Phòng "A"' },
      after: { name: "=HYPERLINK(1)", shortName: "PA" },
      reason: "Sửa, bổ sung",
    });
    expect(new TextDecoder().decode((await table("objectId=csv")).bytes)).toContain('"Chờ niêm phong","",""');
    await sealAudit(db.database);
    const {
      entries: [{ seal: made }],
    } = (await call(auditor, "GET", "/audit?objectId=csv")).json;
    const seal = `"${made.position}","${made.hash}","${formatDateTime(made.at)}"`;
    const { type, bytes } = await table("objectId=csv");
    expect(type).toContain("text/csv");
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split("\r\n");
    expect(lines.slice(4)).toEqual([
      '"Cách chọn","Giá trị"',
      '"Đối tượng","Đơn vị: =HYPERLINK(1)"',
      '"Số việc","1"',
      expect.stringMatching(/^"Lấy số liệu lúc","\d\d:\d\d, \d\d\/\d\d\/\d{4}"$/),
      "",
    ]);
    expect(lines.slice(0, 4)).toEqual([
      '"Lúc","Ai","Việc","Đối tượng","Mục","Cũ","Mới","Lý do","Số niêm phong","Mã niêm phong","Niêm phong lúc"',
      `"07:00, 01/03/2026","Người Mẫu","Sửa đơn vị","Đơn vị: =HYPERLINK(1)","Tên đơn vị","Phòng ""A""","'=HYPERLINK(1)","Sửa, bổ sung",${seal}`,
      `"07:00, 01/03/2026","Người Mẫu","Sửa đơn vị","Đơn vị: =HYPERLINK(1)","Viết tắt","","PA","Sửa, bổ sung",${seal}`,
      "",
    ]);
  });

  test("is itself an act in the audit, with what it was narrowed by", async () => {
    await table("act=close-unit");
    const [entry] = (await audit({ act: "export-audit" })).entries;
    expect(entry).toMatchObject({ actName: "Tải nhật ký về máy", objectKind: "audit" });
    expect(entry!.changes).toContainEqual({ field: "Việc", before: null, after: "Ngừng hoạt động đơn vị" });
  });

  test("of more lines than a table should have is refused with what to do", async () => {
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    for (const [from, to] of [
      [1, 2000],
      [2001, 50001],
    ]) {
      await owner.query(
        "insert into audit_entry (id, at, agency_id, person_name, act, object_kind, object_id) select gen_random_uuid(), now(), $1, 'Máy', 'many', 'unit', n::text from generate_series($2::int, $3::int) n",
        [SAMPLE_AGENCY_ID, from, to],
      );
      // What the database knows of a small table would have it look through all of it for each line of a large one.
      await owner.query("analyze audit_entry");
    }
    await owner.end();
    const refused = await call(auditor, "GET", "/audit/table?act=many");
    expect([refused.status, refused.json.message]).toEqual([
      422,
      "Có hơn 50.000 dòng; hãy chọn khoảng ngày ngắn hơn rồi tải lại.",
    ]);
  });
});
