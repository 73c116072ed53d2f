import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { readXlsx } from "#platform/official-document/read/read-xlsx.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { guessFields } from "#platform/sheets/list-fields.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { work } from "#platform/work/work.ts";
import { appointPerson } from "../appoint-person.ts";
import { people } from "../organization.fixture.ts";
import { SAMPLE_AGENCY_ID } from "../seed.ts";
import { importRoster } from "./import-roster.ts";
import { rosterWords } from "./roster-fields.ts";
import { rosterImportsOf } from "./roster-import-queries.ts";
import { faultyRosterLines, rosterTemplate } from "./roster-sheets.ts";
import { tryRoster } from "./try-roster.ts";
import { undoRosterImport } from "./undo-roster-import.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { administrator, auditor } = people;
const stranger: Actor = { ...administrator, agencyId: "01970000-0000-7000-8000-00000000000b" };
const heads = ["Họ tên", "Email", "Phòng ban", "Vai trò", "Chức vụ", "Viết tắt", "Loại"];
const csv = (rows: string[][], mark = ",") =>
  Buffer.from([heads, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(mark)).join("\r\n"));
const tried = (bytes: Uint8Array) => tryRoster(db.database, SAMPLE_AGENCY_ID, { bytes });
const bring = async (bytes: Uint8Array, actor = administrator) => {
  const { seen } = await tried(bytes);
  return work(db.database, actor, (w) => importRoster(w, { bytes, fileName: "ds.csv", seen }));
};
const undo = (id: string, actor = administrator) =>
  work(db.database, actor, (w) => undoRosterImport(w, { id }));
const counted = async (table: string) => (await db.pool.query(`select id from ${table}`)).rowCount!;
const plainMark = (mark: string) => unaccent(mark).toLowerCase();
/** A unit and two people of it, one with two roles, the first of them above the unit's own line. */
const roster = (mark: string) => [
  [
    `Lê Thị ${mark}`,
    `${plainMark(mark)}.mot@mau.gandan.vn`,
    `Phòng Thử ${mark}`,
    "Trưởng đơn vị; Biên tập",
    "Trưởng phòng",
    "",
    "",
  ],
  ["", "", `Phòng Thử ${mark}`, "", "", `PT${mark}`, ""],
  [`Trần Văn ${mark}`, `${plainMark(mark)}.HAI@mau.gandan.vn`, `PT${mark}`, "đầu mối", "", "", ""],
];

describe("a list of units and people", () => {
  test("is read from .xlsx and from CSV as Excel writes it in Việt Nam and elsewhere", async () => {
    const text = csv(roster("Đọc"), ";").toString();
    const utf16 = (order: "le" | "be") => {
      const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
      return order === "le" ? bytes : bytes.swap16();
    };
    const xlsx = await writeXlsx([
      {
        name: "Danh sách",
        columns: heads.map((header) => ({ header, width: 9, kind: "text" as const })),
        rows: roster("Đọc"),
      },
    ]);
    for (const bytes of [
      xlsx,
      utf16("le"),
      utf16("be"),
      utf16("le").subarray(2),
      Buffer.from(`\ufeff${text}`),
      csv(roster("Đọc"), "\t"),
      csv(roster("Đọc")),
    ]) {
      const { lines, columns } = await tried(bytes);
      expect(columns.map(({ field }) => field)).toEqual([
        "name",
        "email",
        "unit",
        "role",
        "jobTitle",
        "shortName",
        "unitKind",
      ]);
      expect(lines.map(({ line, state, what }) => [line, state, what])).toEqual([
        [2, "new", "person"],
        [3, "new", "unit"],
        [4, "new", "person"],
      ]);
      expect(lines[0]!.item).toMatchObject({
        roles: ["head", "editor"],
        unit: { name: "Phòng Thử Đọc", line: 3 },
      });
      expect(lines[1]!.item).toMatchObject({ shortName: "PTĐọc", kind: "division" });
    }
    const [sheet] = await readXlsx(await rosterTemplate(db.database, SAMPLE_AGENCY_ID));
    const filled = [...sheet!.rows[0]!.cells.values()].map((cell) => cell.text);
    expect(guessFields(rosterWords, filled)).not.toContain(null);
    await expect(tried(Buffer.from("<html><td>a,b</td></html>"))).rejects.toMatchObject({
      issues: [{ field: "file", message: expect.stringContaining(".xlsx") }],
    });
  });

  test("is told line by line what to mend, and the faulty lines alone are read again", async () => {
    const bytes = csv([
      ["", "khong.ten@mau.gandan.vn", "Văn phòng Sở", "Biên tập", "", "", ""],
      ["Người Một", "khong phai thu", "Phòng Mẫu Z", "Biên tậm viên", "", "", ""],
      ["Người Hai", "hai@mau.gandan.vn", "", "Đầu mối đơn vị", "", "", ""],
      ["Người Ba", "BA@mau.gandan.vn", "Cả cơ quan", "Kiểm tra", "", "", ""],
      ["Người Bốn", "ba@mau.gandan.vn", "", "Kiểm tra", "", "", ""],
      ["Quản Trị", "administrator@mau.gandan.vn", "", "Biên tập", "", "", ""],
      ["", "", "VĂN PHÒNG  SỞ", "", "", "", ""],
      ["", "", "Phòng Chưa Gọn", "", "", "", "Tổ"],
      ["=HYPERLINK(A1)", "nam@mau.gandan.vn", "", "Kiểm tra", "", "", ""],
    ]);
    const { lines } = await tried(bytes);
    expect(lines.map(({ state }) => state)).toEqual([
      "bad",
      "bad",
      "bad",
      "new",
      "bad",
      "present",
      "present",
      "bad",
      "bad",
    ]);
    const [noName, wrong, noUnit, , twin, present, , unit, formula] = lines.map(({ errors, notes }) =>
      [...errors, ...notes].join("\n"),
    );
    expect(noName).toBe("Chưa có họ và tên; hãy ghi họ và tên.");
    expect(wrong).toContain("“khong phai thu” chưa đúng; hãy ghi dạng");
    expect(wrong).toContain("không có đơn vị “Phòng Mẫu Z”; gần nhất là “Phòng Mẫu");
    expect(wrong).toContain("Không có vai trò “Biên tậm viên”; gần nhất là “Biên tập”");
    expect(noUnit).toContain("cần một đơn vị");
    expect(twin).toContain("Trùng thư điện tử với dòng 5");
    expect(present).toContain("phân công ở trang Người dùng");
    expect(unit).toContain("chưa có tên viết tắt");
    expect(unit).toContain("Không có loại đơn vị “Tổ”");
    expect(formula).toContain("công thức chưa được tính");
    const again = await tried(await faultyRosterLines(db.database, SAMPLE_AGENCY_ID, { bytes }));
    expect(again.lines).toHaveLength(6);
  });

  test("comes in one act by administrators alone, without mail, and a second time adds nothing", async () => {
    const bytes = csv(roster("Vào"));
    const mails = await counted("mail");
    await expect(bring(bytes, auditor)).rejects.toBeInstanceOf(Forbidden);
    const { seen } = await tried(bytes);
    const { importId, ...brought } = await bring(bytes);
    expect(brought).toMatchObject({
      units: 1,
      people: 2,
      invitations: [{ email: "vao.mot@mau.gandan.vn" }, { email: "vao.hai@mau.gandan.vn" }],
    });
    expect(await counted("mail")).toBe(mails);
    const { rows } = await db.pool.query(
      "select p.name, a.role, u.name as unit from appointment a join person p on p.id = a.person_id left join unit u on u.id = a.unit_id where p.name like '% Vào' order by 1, 2",
    );
    expect(rows).toEqual([
      { name: "Lê Thị Vào", role: "editor", unit: "Phòng Thử Vào" },
      { name: "Lê Thị Vào", role: "head", unit: "Phòng Thử Vào" },
      { name: "Trần Văn Vào", role: "contributor", unit: "Phòng Thử Vào" },
    ]);
    expect((await tried(bytes)).lines.map(({ state }) => state)).toEqual(["present", "present", "present"]);
    await expect(bring(bytes)).rejects.toBeInstanceOf(Conflict);
    const stale = { bytes, fileName: "ds.csv", seen };
    await expect(work(db.database, administrator, (w) => importRoster(w, stale))).rejects.toThrow(
      "từ lúc xem thử",
    );
    expect((await rosterImportsOf(db.database, SAMPLE_AGENCY_ID))[0]).toMatchObject({
      id: importId,
      left: 3,
      people: 2,
    });
  });
});

describe("an import of units and people is taken back whole", () => {
  test("with accounts and links while nobody has used it, and then comes again", async () => {
    const tables = ["person", "unit", "appointment", "auth_user", "auth_account", "auth_verification"];
    const before = await Promise.all(tables.map(counted));
    const { importId } = await bring(csv(roster("Lui")));
    await expect(undo(importId, auditor)).rejects.toBeInstanceOf(Forbidden);
    await expect(undo(importId, stranger)).rejects.toBeInstanceOf(NotFound);
    await undo(importId);
    expect(await Promise.all(tables.map(counted))).toEqual(before);
    await expect(undo(importId)).rejects.toThrow("đã được lấy lại");
    expect((await bring(csv(roster("Lui")))).people).toBe(2);
  });

  test("or not at all: who has been in, was appointed otherwise or given work is named", async () => {
    const { importId } = await bring(csv(roster("Giữ")));
    const idOf = async (email: string) =>
      (await db.pool.query("select id, user_id from person where email = $1", [email])).rows[0];
    const first = await idOf("giu.mot@mau.gandan.vn");
    const second = await idOf("giu.hai@mau.gandan.vn");
    await db.pool.query(
      "insert into auth_session (id, user_id, token, expires_at) values ('giu', $1, 'giu', now() + interval '1 hour')",
      [first.user_id],
    );
    await work(db.database, administrator, (w) =>
      appointPerson(w, {
        id: second.id,
        role: "finance",
        unitId: null,
        fromDate: "2026-01-01",
        toDate: null,
      }),
    );
    await db.pool.query(
      "update task set responsible_person_id = $1, lead_unit_id = (select id from unit where short_name = 'PTGiữ'), all_units = false where id = (select id from task limit 1)",
      [second.id],
    );
    const { message } = (await undo(importId).catch((error: unknown) => error)) as Conflict;
    expect(message).toContain("3 trong 3");
    expect(message).toContain("“Lê Thị Giữ”: đã đăng nhập");
    expect(message).toContain("“Trần Văn Giữ”: đã được phân công khác; được giao nhiệm vụ");
    expect(message).toContain("“Phòng Thử Giữ”: được giao nhiệm vụ");
    expect(await idOf("giu.mot@mau.gandan.vn")).toBeDefined();
    await expect(db.pool.query("select take_back_roster($1)", [importId])).rejects.toThrow("has been in");
  });
});
