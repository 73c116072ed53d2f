import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden } from "#platform/auth/policy.ts";
import { readXlsx } from "#platform/official-document/read/read-xlsx.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { correctDocument } from "../correct-document.ts";
import { documentsOfAgency } from "../document-queries.ts";
import { importDocuments } from "./import-documents.ts";
import { importsOfAgency } from "./import-queries.ts";
import { faultyDocumentLines, tryDocuments } from "./try-documents.ts";
import { undoDocumentImport } from "./undo-document-import.ts";

let db: TestDatabase;
const actor = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const clerk = actor("office", "office");
const as = <T>(who: Actor, act: Parameters<typeof work<T>>[2]) => work(db.database, who, act);
const list = (...rows: string[][]) => Buffer.from(rows.map((row) => row.join("\t")).join("\n"));
const heads = [
  "STT",
  "Số ký hiệu",
  "Hình thức văn bản",
  "Ngày ký",
  "Nơi ban hành",
  "Trích yếu nội dung",
  "Lĩnh vực",
  "Ngày hiệu lực",
  "Hết hiệu lực",
];
const table = list(
  heads,
  [
    "1",
    "71/QĐ-UBND",
    "Quyết định",
    "5/1/2026",
    "UBND tỉnh Mẫu",
    "Phê duyệt đề án thư viện",
    "Thư viện",
    "2026-01-10",
    "",
  ],
  ["2", "72/KH-UBND", "Kế hoạch", "45678", "UBND tỉnh Mẫu", "Kế hoạch năm", "", "", ""],
  ["3", "73/QĐ-UBND", "Quyết định", "31/02/2026", "UBND tỉnh Mẫu", "Ngày không có", "", "", ""],
  ["4", "", "Đề án", "", "", "Thiếu số", "", "", ""],
  ["5", "71/qđ-ubnd", "Quyết định", "05/01/2026", "ubnd TỈNH mẫu", "Trùng", "", "", ""],
  [
    "6",
    "74/QĐ-UBND",
    "Quyết định",
    "06/01/2026",
    "UBND tỉnh Mẫu",
    "Ngày ngược",
    "Thư viện",
    "10/02/2026",
    "01/02/2026",
  ],
  ["7", "118/2025/NĐ-CP", "Nghị định", "", "", "Sổ đã có", "", "", ""],
);
const look = (bytes = table, who = clerk) => tryDocuments(db.database, who, { bytes });
const bring = async (bytes = table) => {
  const { seen } = await look(bytes);
  return as(clerk, (w) => importDocuments(w, { bytes, fileName: "so.xlsx", seen }));
};
const inRegister = async (q: string) => documentsOfAgency(db.database, SAMPLE_AGENCY_ID, { q });

beforeAll(async () => {
  db = await testDatabase("sample");
});

test("xem thử nói từng dòng mới, đã có, chưa đúng và vì sao; tải riêng dòng chưa đúng; chưa ghi gì", async () => {
  const { lines, columns } = await look();
  expect(columns.map(({ field }) => field)).toEqual([
    null,
    "number",
    "type",
    "issuedOn",
    "issuer",
    "abstract",
    "topic",
    "effectiveFrom",
    "effectiveTo",
  ]);
  expect(lines.map(({ state }) => state)).toEqual(["new", "new", "bad", "bad", "bad", "bad", "present"]);
  expect(lines[0]!.item).toMatchObject({
    issuedOn: "2026-01-05",
    effectiveFrom: "2026-01-10",
    topic: "Thư viện",
  });
  expect(lines[1]!.item).toMatchObject({ issuedOn: "2025-01-21" });
  expect(lines.flatMap(({ errors }) => errors).join("\n")).toMatch(
    /31\/02\/2026.*Chưa có “Số, ký hiệu”.*Trùng với dòng 2.*Ngày hết hiệu lực đứng trước/su,
  );
  const [sheet] = await readXlsx(await faultyDocumentLines(db.database, clerk, { bytes: table }));
  expect(sheet!.rows).toHaveLength(5);
  expect(await inRegister("71/QĐ-UBND")).toEqual([]);
  await expect(look(table, actor("auditor", "auditor"))).rejects.toBeInstanceOf(Forbidden);
});

test("nhập một lần; lần hai không thêm; có thay đổi thì không lấy lại được, không thì lấy lại cả lần", async () => {
  const { importId, added } = await bring();
  expect(added).toBe(2);
  await expect(bring()).rejects.toBeInstanceOf(Conflict);
  const [document] = await inRegister("72/KH-UBND");
  const { number, type, issuedOn, issuer } = document!;
  const correct = (abstract: string) =>
    as(clerk, (w) =>
      correctDocument(w, { id: document!.id, number, type, issuedOn, issuer, abstract, reason: "Sửa" }),
    );
  await correct("Kế hoạch năm 2025");
  expect((await look()).lines[1]!.state).toBe("present");
  await expect(as(clerk, (w) => undoDocumentImport(w, { id: importId }))).rejects.toThrow(
    "72/KH-UBND”: đã được sửa",
  );
  await correct("Kế hoạch năm");
  const stale = (await look(list(heads, ["1", "75/QĐ-UBND", "Quyết định"]))).seen;
  await as(clerk, (w) => undoDocumentImport(w, { id: importId }));
  expect([await inRegister("71/QĐ-UBND"), await inRegister("72/KH-UBND")]).toEqual([[], []]);
  await expect(as(clerk, (w) => undoDocumentImport(w, { id: importId }))).rejects.toThrow("đã được lấy lại");
  expect((await importsOfAgency(db.database, SAMPLE_AGENCY_ID)).map(({ left }) => left)).toEqual([0]);
  await expect(
    as(clerk, (w) => importDocuments(w, { bytes: table, fileName: "a", seen: stale })),
  ).rejects.toThrow("từ lúc xem thử");
  expect((await bring()).added).toBe(2);
});

test("cách ghép cột mà một người đã sửa được nhớ cho cơ quan, lần sau khỏi ghép lại", async () => {
  const odd = (number: string) =>
    list(["TT", "Văn bản số", "Kiểu", "Ngày ký"], ["1", number, "Quyết định", "07/01/2026"]);
  const columns: ("" | "number" | "type" | "issuedOn")[] = ["", "number", "type", "issuedOn"];
  const said = { bytes: odd("81/QĐ-UBND"), columns, headerLine: 1 };
  const { seen } = await tryDocuments(db.database, clerk, said);
  await as(clerk, (w) => importDocuments(w, { ...said, fileName: "le.csv", seen }));
  const again = await look(odd("82/QĐ-UBND"));
  expect(again.columns.map(({ field }) => field)).toEqual([null, "number", "type", "issuedOn"]);
  expect(again.lines.map(({ state }) => state)).toEqual(["new"]);
});
