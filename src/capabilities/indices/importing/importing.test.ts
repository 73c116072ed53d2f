import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { listIndices, presentIndex } from "../index-queries.ts";
import { publicIndices } from "../publishing/public-indices.ts";
import { publishIndex } from "../publishing/publish-index.ts";
import { saveResult } from "../save-result.ts";
import { listResultImports } from "./import-queries.ts";
import { importResults } from "./import-results.ts";
import { judgeResults } from "./judge-results.ts";
import { readResults } from "./read-results.ts";
import { undoResultImport } from "./undo-import.ts";

let db: TestDatabase;
const as = (role: Role, agencyId = SAMPLE_AGENCY_ID): Actor => ({
  ...{ personId: samplePersonId("office"), name: "Người Mẫu", agencyId },
  appointments: [{ role, unitId: null }],
});
const office = as("office");
const act = <T>(actor: Actor, run: (current: Work) => Promise<T>) =>
  work(db.database, actor, run, { at: new Date("2026-11-15T09:00:00+07:00") });
const read = (csv: string) => readResults(new TextEncoder().encode(csv));
const bring = async (csv: string, reason = "", actor = office) => {
  const written = await read(csv);
  return act(actor, (current) => importResults(current, { written, fileName: "ket-qua.csv", reason }));
};
const tried = async (csv: string) =>
  judgeResults(db.database, {
    ...{ agencyId: SAMPLE_AGENCY_ID, today: "2026-11-15", written: await read(csv) },
  });
const resultsOf = async (shortName: string) => {
  const { indices } = await listIndices(db.database, office);
  const { id } = indices.find((one) => one.shortName === shortName)!;
  return (await presentIndex(db.database, office, id)).results;
};
// The index as a whole first.
const inYear = async (shortName: string, year: number) =>
  (await resultsOf(shortName))
    .filter(({ edition }) => edition === year)
    .toSorted((a, b) => Number(a.componentId !== null) - Number(b.componentId !== null));

const heads = "Chỉ số,Đơn vị,Năm đánh giá,Thành phần,Điểm,Hạng,Ngày công bố,Nguồn,Đường dẫn";
const AFTER = "Tỉnh Bắc Ninh sau sáp nhập";
const sheet = [
  heads,
  `PAR INDEX,${AFTER},2025,,"90,10%",thứ 5/34,10/4/2026,Quyết định mẫu,https://mau.gandan.vn/qd`,
  `par index,${AFTER.toUpperCase()},Năm 2025,1,"8,50",,10/4/2026,Quyết định mẫu,`,
  `SIPAS,${AFTER},2025,,"84,00",7/34,10/4/2026,Quyết định mẫu,`,
].join("\n");

beforeAll(async () => {
  db = await testDatabase("sample");
});
afterAll(() => db.close());

test("each line of a sheet tells what would become of it, faults in the order of the sheet", async () => {
  const lines = await tried(
    [
      heads,
      `PAR INDEX,${AFTER},2025,,"90,10",5/34,10/4/2026,Nguồn mẫu,`,
      `Chỉ số lạ,${AFTER},2025,,"90,10",5/34,10/4/2026,Nguồn mẫu,`,
      `PAR INDEX,${AFTER},2025,,"90,20",5/34,10/4/2026,Nguồn mẫu,`,
      `PAR INDEX,Tỉnh Không Có,2025,,"90,20",5/34,10/4/2026,Nguồn mẫu,`,
      `PAR INDEX,${AFTER},2023,,"90,20",5/34,31/2/2026,,javascript:1`,
      `PAR INDEX,${AFTER},2026,,"0,91",40/34,,Nguồn mẫu,`,
      `PAR INDEX,${AFTER},2024,,"91",4/34,,Nguồn mẫu,`,
      `PCI,${AFTER},2025,Không có thành phần này,"6,1",,,Nguồn mẫu,`,
    ].join("\n"),
  );
  expect(lines.map(({ line, state }) => [line, state])).toEqual([
    [2, "new"],
    ...[3, 4, 5, 6, 7, 8, 9].map((line) => [line, "bad"]),
  ]);
  expect(lines[0]!.after).toBe("90,10%, thứ 5/34");
  expect(lines.slice(1).map(({ errors }) => errors)).toEqual([
    [expect.stringContaining("“Chỉ số lạ”")],
    ["Kết quả này đã có ở dòng 2."],
    [expect.stringContaining("“Tỉnh Không Có”")],
    ["Ngày công bố không có thật.", "Chưa ghi nguồn.", expect.stringContaining("Đường dẫn chưa đúng")],
    [expect.stringContaining("nhỏ hơn 1%")],
    [expect.stringContaining("không có trong năm 2024")],
    ["PCI không có thành phần “Không có thành phần này”."],
  ]);
  await expect(bring(`${heads}\nPAR INDEX,${AFTER},sang năm,,1,,,Nguồn,`)).rejects.toThrow(
    /Có 1 dòng chưa đúng nên chưa nhập dòng nào. Dòng 2/,
  );
  await expect(read("Tên,Ghi chú\nA,B")).rejects.toThrow(/“Chỉ số”/);
  await expect(bring(heads)).rejects.toThrow(Unacceptable);
});

test("a sheet comes in once; what it says otherwise later is a correction with its reason; both are taken back whole", async () => {
  expect(await bring(sheet)).toEqual({ added: 3, changed: 0, unchanged: 0 });
  expect(await bring(sheet)).toEqual({ added: 0, changed: 0, unchanged: 3 });
  expect(await inYear("PAR INDEX", 2025)).toMatchObject([
    { score: "90.10", rank: 5, ranked: 34, publishedOn: "2026-04-10", url: "https://mau.gandan.vn/qd" },
    { score: "8.50", componentId: expect.any(String) },
  ]);
  // A spreadsheet keeps 90.10 as 90.1: the same, not a correction.
  expect(await bring(sheet.replace("90,10%", "90.1"))).toMatchObject({ changed: 0, unchanged: 3 });
  const corrected = sheet.replace("90,10%", "90,15");
  await expect(bring(corrected)).rejects.toThrow("Bảng sửa 1 kết quả đã ghi; hãy ghi lý do.");
  expect(await bring(corrected, "Nơi công bố đính chính")).toEqual({ added: 0, changed: 1, unchanged: 2 });
  expect((await inYear("PAR INDEX", 2025))[0]!.score).toBe("90.15");

  const { imports } = await listResultImports(db.database, office);
  expect(imports.map(({ left, undoneAt }) => [left, undoneAt])).toEqual([
    [1, null],
    [3, null],
  ]);
  const [second, first] = imports;
  const undo = (id: string, actor = office) => act(actor, (current) => undoResultImport(current, { id }));
  await expect(undo(first!.id, as("auditor"))).rejects.toThrow(Forbidden);
  await expect(undo(uuidv7())).rejects.toThrow(NotFound);
  expect(await undo(second!.id)).toEqual({ undone: 1, left: 0 });
  expect((await inYear("PAR INDEX", 2025))[0]!.score).toBe("90.10");
  await expect(undo(second!.id)).rejects.toThrow(Conflict);

  // Corrected by hand since: it stays when the import goes.
  const [sipas] = await inYear("SIPAS", 2025);
  const { recordedBy: _, recordedAt: __, agencyId: ___, ...fields } = sipas!;
  await act(office, (current) => saveResult(current, { ...fields, score: "84,5", reason: "Ghi nhầm" }));
  expect(await undo(first!.id)).toEqual({ undone: 2, left: 1 });
  expect(await inYear("PAR INDEX", 2025)).toEqual([]);
  expect(await inYear("SIPAS", 2025)).toMatchObject([{ score: "84.5" }]);
});

test("who may not keep indices brings nothing in", async () => {
  await expect(bring(sheet, "", as("auditor"))).rejects.toThrow(Forbidden);
});

test("an index stands on the portal by an act, with what is certain of it only", async () => {
  const { indices } = await listIndices(db.database, office);
  const { id } = indices.find((one) => one.shortName === "PAPI")!;
  const shown = async () =>
    (await publicIndices(db.database, SAMPLE_AGENCY_ID)).find(({ slug }) => slug === "papi");
  const before = await shown();
  expect(before!.results.length).toBeGreaterThan(0);
  expect(before!.uncertain).toBeGreaterThan(0);
  const uncertain = (await resultsOf("PAPI")).filter(({ isCertain }) => !isCertain);
  expect(
    before!.results.map(({ entityId, edition, component }) => [entityId, edition, component]),
  ).not.toContainEqual([uncertain[0]!.entityId, uncertain[0]!.edition, null]);
  const publish = (isPublic: boolean, actor = office) =>
    act(actor, (current) => publishIndex(current, { id, isPublic }));
  await expect(publish(false, as("auditor"))).rejects.toThrow(Forbidden);
  await expect(publish(true)).rejects.toThrow(Conflict);
  await publish(false);
  expect(await shown()).toBeUndefined();
  await publish(true);
  expect(await shown()).toEqual({ ...before, changedAt: expect.any(Date) });
});
