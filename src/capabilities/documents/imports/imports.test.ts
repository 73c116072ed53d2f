import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden } from "#platform/auth/policy.ts";
import { readXlsx } from "#platform/official-document/read/read-xlsx.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { amendDocument } from "../amendments/amend-document.ts";
import { removeAmendment } from "../amendments/remove-amendment.ts";
import { correctDocument } from "../correct-document.ts";
import { documentsOfAgency } from "../document-queries.ts";
import { documentAmendment } from "../tables.ts";
import { importDocuments } from "./import-documents.ts";
import { importsOfAgency } from "./import-queries.ts";
import { faultyDocumentLines, tryDocuments } from "./try-documents.ts";
import { undoDocumentImport } from "./undo-document-import.ts";
import { writeRelations } from "./write-relations.ts";

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

const relationHeads = [
  ...["Số ký hiệu", "Loại", "Ngày ban hành", "Cơ quan", "Trích yếu", "Lĩnh vực", "Ngày hiệu lực"],
  ...["Ngày hết hiệu lực", "Tình trạng hiệu lực", "Thay thế", "Được thay thế bởi", "Sửa đổi, bổ sung"],
];
/** A row by its number, its day, and what else it says by head. */
const row = (number: string, day: string, more: Partial<Record<string, string>> = {}) =>
  relationHeads.map((head) =>
    head === "Số ký hiệu"
      ? number
      : head === "Loại"
        ? "Quyết định"
        : head === "Ngày ban hành"
          ? day
          : (more[head] ?? ""),
  );
const one = async (number: string, issuedOn?: string) =>
  (await inRegister(number)).find(
    (found) => found.number === number && (!issuedOn || found.issuedOn === issuedOn),
  )!;
const notesOf = async (bytes: typeof table) =>
  (await look(bytes)).lines.map(({ notes }) => notes.join(" | "));

test("danh sách nêu thay thế, sửa đổi theo thứ tự nào cũng được; nhập lại chỉ thêm quan hệ còn thiếu; lấy lại trả đúng như trước", async () => {
  const bare = list(relationHeads, row("91/QĐ-UBND", "01/02/2020"), row("92/QĐ-UBND", "01/02/2021"));
  const first = await bring(bare);
  const related = list(
    relationHeads,
    row("93/QĐ-UBND", "01/02/2022", {
      "Thay thế": "Quyết định số 91/QĐ-UBND ngày 01/02/2020 của UBND tỉnh; 94/QĐ-UBND",
    }),
    row("91/QĐ-UBND", "01/02/2020", { "Được thay thế bởi": "93/QĐ-UBND" }),
    row("94/QĐ-UBND", "01/02/2019", { "Ngày hiệu lực": "10/02/2019", "Sửa đổi, bổ sung": "-" }),
    row("95/QĐ-UBND", "05/02/2021", { "Sửa đổi, bổ sung": "92/QĐ-UBND; 91/qđ–ubnd" }),
  );
  const trial = await look(related);
  expect(trial.lines.map(({ state, relations }) => [state, relations.map(({ as }) => as)])).toEqual([
    ["new", ["replaces", "replaces"]],
    ["present", []],
    ["new", []],
    ["new", ["amends", "amends"]],
  ]);
  expect(trial.lines[3]!.relations[0]).toMatchObject({
    document: "Quyết định 92/QĐ-UBND ngày 01/02/2021",
    fromDay: "2021-02-05",
  });
  const second = await bring(related);
  expect(second).toMatchObject({ added: 3, related: 4 });
  const successor = await one("93/QĐ-UBND");
  expect([(await one("91/QĐ-UBND")).replacedBy, (await one("94/QĐ-UBND")).replacedBy]).toEqual([
    successor.id,
    successor.id,
  ]);
  await expect(bring(related)).rejects.toThrow("quan hệ nào mới");
  const third = await bring(
    list(relationHeads, row("93/QĐ-UBND", "01/02/2022", { "Sửa đổi, bổ sung": "92/QĐ-UBND" })),
  );
  expect(third).toMatchObject({ added: 0, related: 1 });
  // Somebody has built on the second and on the first.
  await expect(as(clerk, (w) => undoDocumentImport(w, { id: second.importId }))).rejects.toThrow(
    "93/QĐ-UBND",
  );
  await expect(as(clerk, (w) => undoDocumentImport(w, { id: first.importId }))).rejects.toThrow(
    "đã ghi sửa đổi",
  );
  const older = await one("92/QĐ-UBND");
  await as(clerk, (w) => removeAmendment(w, { id: older.id, byId: successor.id, reason: "Thử" }));
  await expect(as(clerk, (w) => undoDocumentImport(w, { id: third.importId }))).rejects.toThrow(
    "đã được đổi",
  );
  await as(clerk, (w) => amendDocument(w, { id: older.id, byId: successor.id, fromDay: "2022-02-01" }));
  await expect(as(clerk, (w) => undoDocumentImport(w, { id: third.importId }))).rejects.toThrow(
    "đã được đổi",
  );
  await as(clerk, (w) => removeAmendment(w, { id: older.id, byId: successor.id, reason: "Thử" }));
  await as(clerk, (w) => undoDocumentImport(w, { id: second.importId }));
  expect([(await one("91/QĐ-UBND")).replacedBy, await inRegister("93/QĐ-UBND")]).toEqual([null, []]);
  expect(await db.database.$count(documentAmendment)).toBe(0);
  await as(clerk, (w) => undoDocumentImport(w, { id: first.importId }));
  expect(await inRegister("92/QĐ-UBND")).toEqual([]);
});

test("số không rõ, trùng, vòng, ngày ngược, tình trạng trái với sổ: dòng được giữ và nói vì sao chưa ghi quan hệ", async () => {
  const bytes = list(
    relationHeads,
    row("61/QĐ-UBND", "01/02/2018", { "Thay thế": "62/QĐ-UBND" }),
    row("62/QĐ-UBND", "01/02/2018", { "Thay thế": "61/QĐ-UBND" }),
    row("63/QĐ-UBND", "01/02/2017", { "Thay thế": "61/QĐ-UBND ngày 31/02/2018; 404/QĐ-UBND; văn bản cũ" }),
    row("64/QĐ-UBND", "01/02/2019", { "Thay thế": "65/QĐ-UBND" }),
    row("65/QĐ-UBND", "01/02/2016"),
    row("65/QĐ-UBND", "01/02/2017"),
    row("66/QĐ-UBND", "01/02/2015", { "Thay thế": "65/QĐ-UBND ngày 01 tháng 02 năm 2017" }),
    row("67/QĐ-UBND", "01/02/2019", { "Thay thế": "65/QĐ-UBND ngày 1/2/2016" }),
    row("68/QĐ-UBND", "01/02/2019", {
      "Thay thế": "65/QĐ-UBND ngày 1/2/2016",
      "Sửa đổi, bổ sung": "69/QĐ-UBND",
    }),
    row("69/QĐ-UBND", "01/02/2019", { "Sửa đổi, bổ sung": "68/QĐ-UBND", "Thay thế": "69/QĐ-UBND" }),
    row("70/QĐ-UBND", "01/02/2019", {
      "Lĩnh vực": "Thư viện",
      "Ngày hiệu lực": "01/03/2019",
      "Tình trạng hiệu lực": "Hết hiệu lực",
      "Sửa đổi, bổ sung": "118/2025/NĐ-CP",
    }),
    row("76/QĐ-UBND", "01/02/2019", { "Tình trạng hiệu lực": "Còn hiệu lực" }),
  );
  const trial = await look(bytes);
  expect(trial.lines.map(({ state }) => state)).toEqual(trial.lines.map(() => "new"));
  const notes = await notesOf(bytes);
  const said = [
    [0, "thành vòng"],
    [1, "thành vòng"],
    [2, "không có trong lịch"],
    [2, "“404/QĐ-UBND” chưa có trong sổ"],
    [2, "chưa đọc được số, ký hiệu trong “văn bản cũ”"],
    [3, "có 2 văn bản số “65/QĐ-UBND”"],
    [6, "ban hành trước văn bản được thay thế"],
    [7, "2 văn bản cùng thay thế"],
    [8, "2 văn bản cùng thay thế"],
    [8, "sửa đổi lẫn nhau"],
    [9, "sửa đổi lẫn nhau"],
    [9, "không thể nêu chính nó"],
    [10, "Danh sách ghi “Hết hiệu lực” nhưng"],
    [11, "không có lĩnh vực"],
  ] as const;
  for (const [index, words] of said) expect(notes[index]).toContain(words);
  expect(trial.lines.flatMap(({ relations }) => relations.map(({ document }) => document))).toEqual([
    "Nghị định 118/2025/NĐ-CP",
  ]);
  const { importId, added, related } = await bring(bytes);
  expect({ added, related }).toEqual({ added: 12, related: 1 });
  await as(clerk, (w) => undoDocumentImport(w, { id: importId }));
  expect(await db.database.$count(documentAmendment)).toBe(0);
});

test("người khác vừa ghi văn bản thay thế sau khi đã xét danh sách: không ghi đè, chưa nhập gì", async () => {
  await bring(list(relationHeads, row("51/QĐ-UBND", "01/02/2020"), row("52/QĐ-UBND", "01/02/2021")));
  const [older, newer] = [await one("51/QĐ-UBND"), await one("52/QĐ-UBND")];
  const relation = { documentId: older.id, byId: newer.id };
  const write = (kind: "replaced" | "amended") => {
    const relations = [{ ...relation, kind, fromDay: kind === "amended" ? "2021-02-01" : null }];
    return as(clerk, (w) => writeRelations(w, { importId: newer.id, fileName: "a", relations }));
  };
  const { number, type, issuedOn, issuer, abstract } = older;
  const described = { number, type, issuedOn, issuer, abstract, reason: "Sửa" };
  await as(clerk, (w) => correctDocument(w, { id: older.id, ...described, replacedBy: newer.id }));
  await as(clerk, (w) => amendDocument(w, { id: older.id, byId: newer.id, fromDay: "2022-02-01" }));
  for (const kind of ["replaced", "amended"] as const)
    await expect(write(kind)).rejects.toBeInstanceOf(Conflict);
  // Days in the wrong order are refused by the single act as by the list.
  await expect(
    as(clerk, (w) =>
      correctDocument(w, {
        ...described,
        id: newer.id,
        number: newer.number,
        issuedOn: newer.issuedOn,
        replacedBy: older.id,
      }),
    ),
  ).rejects.toThrow("ban hành trước");
});
