import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { samplePersonId, sampleUnitId } from "#organization";
import { coverage, obligationsProvedBy, plansInForce, sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { linksOfItem } from "../content-queries.ts";
import { reopenTip } from "../intake/reopen-tip.ts";
import { sendTip } from "../intake/send-tip.ts";
import { presentTip } from "../intake/tip-queries.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { exportGoodPractices } from "./export-good-practices.ts";
import { PRACTICE_PROOF } from "./good-practice.ts";
import { dropSpread, noteSpread } from "./note-spread.ts";
import { listPractices, type PracticeFilter, practicesToldBy, presentPractice } from "./practice-queries.ts";
import { proveByGoodPractice } from "./prove-by-good-practice.ts";
import { recogniseGoodPractice } from "./recognise-good-practice.ts";
import { changeGoodPractice, registerGoodPractice } from "./register-good-practice.ts";
import { acceptGoodPractice, endGoodPractice, refuseGoodPractice } from "./settle-good-practice.ts";
import { tellOfGoodPractice, writeFromGoodPractice } from "./tell-of-good-practice.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, draft } = newsroomOf(() => db.database);
const { writer, head, editor, clerk, auditor } = people;
const unitA = sampleUnitId("phong-mau-a");
const unitB = sampleUnitId("phong-mau-b");
const ofUnitB: Actor = {
  ...writer,
  personId: samplePersonId("head"),
  appointments: [{ role: "contributor", unitId: unitB }],
};

const fields = {
  kind: "practice" as const,
  title: "Trả kết quả tại nhà văn hóa thôn",
  authors: "Tổ một cửa",
  what: "Mỗi tuần một buổi, cán bộ mang kết quả về thôn.",
  result: "",
  proofUrl: null,
  proofNote: null,
  begunOn: null,
};
const register = (who: Actor, part: object = {}) =>
  as(who, (w) => registerGoodPractice(w, { id: uuidv7(), unitId: unitA, ...fields, ...part }));
const shown = (id: string, who = editor) => presentPractice(db.database, who, id);
const listed = async (who: Actor, filter: PracticeFilter) =>
  (await listPractices(db.database, who, filter)).practices.map(({ id }) => id);
const told = async (who: Actor, cause: string) =>
  (
    await db.pool.query<{ title: string }>(
      "select title from notice where person_id = $1 and cause like $2",
      [who.personId, `${cause}%`],
    )
  ).rows.map(({ title }) => title);

describe("the register of good practices and initiatives", () => {
  test("a unit proposes its own, once; the editors put it in or say why not; other units see what is in it", async () => {
    const id = uuidv7();
    await register(writer, { id });
    expect(await register(writer, { id })).toBe(id);
    expect(await told(editor, `practice-proposed:${id}`)).toHaveLength(1);
    expect((await shown(id)).state).toBe("proposed");
    await expect(shown(id, ofUnitB)).rejects.toThrow(Forbidden);
    expect(await listed(ofUnitB, {})).not.toContain(id);
    await expect(register(ofUnitB)).rejects.toThrow(Forbidden);
    await expect(register(auditor)).rejects.toThrow(Forbidden);
    await as(writer, (w) => changeGoodPractice(w, { id, ...fields, result: "Bớt một lần đi lại." }));
    await expect(as(head, (w) => acceptGoodPractice(w, { id }))).rejects.toThrow(Forbidden);
    await expect(as(editor, (w) => refuseGoodPractice(w, { id, reason: " " }))).rejects.toThrow(Unacceptable);
    await as(editor, (w) => refuseGoodPractice(w, { id, reason: "Chưa có số liệu" }));
    expect(await told(writer, `practice-decided:${id}:refused`)).toEqual([
      `Không ghi vào sổ (Chưa có số liệu): ${fields.title}`,
    ]);
    await as(editor, (w) => acceptGoodPractice(w, { id }));
    expect(await listed(ofUnitB, {})).toContain(id);
    await expect(as(writer, (w) => changeGoodPractice(w, { id, ...fields }))).rejects.toThrow(
      "đã được quyết định",
    );
    await as(editor, (w) => endGoodPractice(w, { id, reason: "Đã có cách mới" }));
    expect(await shown(id, ofUnitB)).toMatchObject({ state: "ended", reason: "Đã có cách mới" });
  });

  test("what has no name, no words or a wrong address is refused", async () => {
    await expect(register(writer, { title: " \u200b" })).rejects.toThrow("Hãy ghi tên");
    await expect(register(writer, { what: "" })).rejects.toThrow("Hãy ghi cách làm");
    await expect(register(writer, { proofUrl: "javascript:alert(1)" })).rejects.toThrow("http://");
  });

  test("is recognised by a decision with its number", async () => {
    const id = await register(editor);
    const recognise = (number: string | null, on: string | null, who = clerk) =>
      as(who, (w) => recogniseGoodPractice(w, { id, number, on, by: null }));
    await expect(recognise(null, "2026-03-01")).rejects.toThrow("Hãy ghi số quyết định");
    await expect(recognise("12/QĐ-UBND", "2999-01-01")).rejects.toThrow("ở tương lai");
    await expect(recognise("12/QĐ-UBND", null, head)).rejects.toThrow(Forbidden);
    await recognise("12/QĐ-UBND", "2026-03-01");
    expect(await listed(auditor, { mark: "recognised", unitId: unitA })).toEqual([id]);
  });

  test("a unit says that it took it over, once, for itself alone; places elsewhere are noted by the keepers", async () => {
    const id = await register(editor);
    const spread = (who: Actor, unitId: string | null, place: string | null = null) =>
      as(who, (w) => noteSpread(w, { id, unitId, place, since: null, note: null }));
    await spread(ofUnitB, unitB);
    await expect(spread(ofUnitB, unitB)).rejects.toThrow(Conflict);
    await expect(spread(writer, unitA)).rejects.toThrow("Đây là đơn vị có");
    await expect(spread(writer, unitB)).rejects.toThrow(Forbidden);
    await expect(spread(writer, null, "Xã Mẫu")).rejects.toThrow("do biên tập, Văn phòng ghi");
    await expect(spread(editor, null)).rejects.toThrow(Unacceptable);
    await spread(editor, null, "Xã Mẫu");
    const found = await shown(id, writer);
    expect(found.spread.map(({ name, mayDrop }) => [name, mayDrop])).toEqual([
      ["Phòng Mẫu B (thể thao, du lịch)", false],
      ["Xã Mẫu", false],
    ]);
    expect(await listed(auditor, { mark: "spread", unitId: unitA })).toEqual([id]);
    const [ofB] = found.spread;
    await expect(as(writer, (w) => dropSpread(w, { id, spreadId: ofB!.id }))).rejects.toThrow(Forbidden);
    await as(ofUnitB, (w) => dropSpread(w, { id, spreadId: ofB!.id }));
    expect((await shown(id)).spread).toHaveLength(1);
  });

  test("a text begun from it serves the plan's obligations on it; which texts tell of it is seen from both sides", async () => {
    const id = await register(editor, { kind: "initiative", result: "Giảm 3 ngày." });
    const itemId = await as(writer, (w) => writeFromGoodPractice(w, { id, kind: "news" }));
    const { obligationIds } = await linksOfItem(db.database, itemId);
    expect(obligationIds.toSorted()).toEqual(["II.5-a", "II.2-c"].map(sampleObligationId).toSorted());
    const other = await draft("Bài cũ về mô hình");
    await as(editor, (w) => tellOfGoodPractice(w, { id, itemId: other }));
    expect((await shown(id)).texts.map((text) => text.id)).toEqual([itemId, other]);
    expect(await practicesToldBy(db.database, auditor, other)).toEqual([{ id, title: fields.title }]);
    expect(await listed(auditor, { mark: "untold" })).toContain(id);
    await expect(as(editor, (w) => tellOfGoodPractice(w, { id, itemId: uuidv7() }))).rejects.toThrow(
      NotFound,
    );
    await expect(as(ofUnitB, (w) => writeFromGoodPractice(w, { id, kind: "news" }))).rejects.toThrow(
      Forbidden,
    );
  });

  test("put into the register it proves what the plan asks of its unit, from the day on which it was told, and no text's obligation", async () => {
    const id = uuidv7();
    await register(writer, { id });
    const [prompt, ofTexts] = ["V.1-d", "II.5-a"].map(sampleObligationId);
    expect((await shown(id)).suggestedIds).toEqual([prompt]);
    const [plan] = await plansInForce(db.database, editor.agencyId);
    const onBoard = async () => {
      const question = { id: plan!.id, kind: "quarter", basis: "calendar", by: "clause" } as const;
      const { rows } = await coverage(db.database, editor.agencyId, question);
      const { cells } = rows.find(({ path }) => path === "V.1")!;
      const sum = (what: "evidence" | "products") => cells.reduce((all, cell) => all + cell[what], 0);
      return { evidence: sum("evidence"), products: sum("products") };
    };
    const before = await onBoard();
    const prove = (who: Actor, obligationIds: string[]) =>
      as(who, (w) => proveByGoodPractice(w, { id, obligationIds }));
    await expect(prove(editor, [prompt!])).rejects.toThrow(Forbidden);
    const promised = async () =>
      (await obligationsProvedBy(db.database, editor.agencyId, PRACTICE_PROOF, [id])).get(id) ?? [];
    await as(editor, (w) => acceptGoodPractice(w, { id, obligationIds: [prompt!] }));
    expect(await promised()).toEqual([prompt]);
    expect(await onBoard()).toEqual({ ...before, evidence: before.evidence + 1 });
    expect(await shown(id)).toMatchObject({
      proves: [{ id: prompt }],
      suggestedIds: [],
      state: "registered",
    });
    const { registeredAt } = await shown(id);
    const [proof] = (await db.pool.query("select label, url, at from evidence where source_id = $1", [id]))
      .rows;
    expect(proof).toEqual({ label: `Mô hình, cách làm hay: ${fields.title}`, url: null, at: registeredAt });
    await expect(prove(writer, [prompt!])).rejects.toThrow(Forbidden);
    await expect(prove(editor, [uuidv7()])).rejects.toThrow("Hãy chọn nghĩa vụ");
    await prove(clerk, [ofTexts!, prompt!]);
    expect((await promised()).toSorted()).toEqual([prompt, ofTexts].toSorted());
    await as(editor, (w) => endGoodPractice(w, { id, reason: "Đã có cách mới" }));
    expect(await promised()).toHaveLength(2);
  });

  test("made from a tip uses it: its sender is told, and it is once in the register", async () => {
    const tipId = await as(writer, (w) =>
      sendTip(w, {
        id: uuidv7(),
        unitId: unitA,
        kind: "practice",
        words: "Cách làm hay của phòng",
        media: [],
      }),
    );
    await expect(register(writer, { tipId })).rejects.toThrow(Forbidden);
    const id = await register(editor, { tipId });
    expect(await presentTip(db.database, writer, tipId)).toMatchObject({
      state: "used",
      practice: { id, title: fields.title },
    });
    expect(await told(writer, `tip-used:${tipId}:${id}`)).toHaveLength(1);
    await expect(register(editor, { tipId })).rejects.toThrow(Conflict);
    await as(editor, (w) => reopenTip(w, { id: tipId }));
    expect((await presentTip(db.database, writer, tipId)).state).toBe("taken");
  });

  test("is found without diacritics and taken along with how it was narrowed", async () => {
    const id = await register(editor, { title: "Chợ phiên số vùng cao", kind: "initiative" });
    expect(await listed(auditor, { q: "cho phien SO" })).toEqual([id]);
    const bytes = await as(auditor, (w) => exportGoodPractices(w, { q: "chợ phiên", unitId: unitA }));
    const [rows, how] = (await readXlsx(bytes)).sheets.map((sheet) => sheet.rows);
    expect(rows!.slice(1).map((row) => row[0])).toEqual(["Chợ phiên số vùng cao"]);
    expect(how).toEqual(
      expect.arrayContaining([
        ["Tìm", "chợ phiên"],
        ["Đơn vị", expect.stringContaining("Phòng Mẫu A")],
        ["Loại", "Tất cả"],
      ]),
    );
  });
});
