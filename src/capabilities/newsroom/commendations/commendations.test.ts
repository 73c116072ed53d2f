import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters, whySettled } from "#platform/work/notice-matters.ts";
import { approveContent } from "../approve-content.ts";
import { linksOfItem } from "../content-queries.ts";
import { correctContent, decideCorrection } from "../correct-content.ts";
import { fields as contentFields, newsroomOf, people } from "../newsroom.fixture.ts";
import { noticeMatters } from "../notice-matters.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { saveContent } from "../save-content.ts";
import { scheduleContent, scheduleUrgently } from "../schedule-content.ts";
import { submitForReview } from "../submit-for-review.ts";
import { removeContent } from "../withdraw-content.ts";
import { type CommendationFilter, listCommendations, presentCommendation } from "./commendation-queries.ts";
import { exportCommendations } from "./export-commendations.ts";
import { changeCommendation, dropCommendation, noteCommendation } from "./note-commendation.ts";
import { praiseInText, sayUnnamed, unpraiseInText, writeCommendation } from "./praise-in-text.ts";
import { recordConsent } from "./record-consent.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  learnNoticeMatters(noticeMatters);
});
const { as, exact, draft, item } = newsroomOf(() => db.database);
const { writer, head, editor, clerk, leader, auditor } = people;
const unitA = sampleUnitId("phong-mau-a");
const NAME = "Trịnh Thị Thí Dụ";
const ofUnitB: Actor = {
  ...writer,
  personId: samplePersonId("head"),
  appointments: [{ role: "contributor", unitId: sampleUnitId("phong-mau-b") }],
};
const inTwoMinutes = () => new Date(Date.now() + 120_000);

const fields = {
  unitId: unitA,
  name: NAME,
  jobTitle: null,
  achievement: "Ba năm liền không để hồ sơ nào trễ.",
  decisionNumber: null,
  decisionOn: null,
  decisionBy: null,
};
const note = (part: object = {}, who = writer) =>
  as(who, (w) => noteCommendation(w, { id: uuidv7(), subject: "person", ...fields, ...part }));
const given = {
  askedById: null,
  askedOn: "2026-11-02",
  how: "written" as const,
  keptAt: "Phiếu số 4",
  coversPicture: false,
  channels: ["portal"],
};
const agree = (id: string, part: object = {}, who = writer) =>
  as(who, (w) => recordConsent(w, { id, ...given, ...part }));
const withdraw = (id: string) => as(head, (w) => withdrawConsent(w, { id, note: "Gọi điện báo" }));
const join = (id: string, itemId: string, pictured = false) =>
  as(writer, (w) => praiseInText(w, { id, itemId, pictured }));
const unnamed = async (id: string, itemId: string) =>
  as(writer, async (w) => sayUnnamed(w, { id, itemId, revisionId: (await exact(itemId)).revisionId }));
const shown = (id: string) => presentCommendation(db.database, auditor, id);
const listed = async (filter: CommendationFilter) =>
  (await listCommendations(db.database, auditor, filter)).commendations.map(({ id }) => id);

/** An approved text that names the person. */
async function approvedPraise(title = `Gương sáng ${NAME}`) {
  const itemId = await draft(title);
  const { revisionId } = await exact(itemId);
  await as(writer, (w) => submitForReview(w, { id: itemId, revisionId }));
  const reviewed = await exact(itemId);
  await as(editor, (w) => approveContent(w, reviewed));
  return itemId;
}
const schedule = (id: string) => as(clerk, (w) => scheduleContent(w, { id, at: null }));
async function publishedPraise(id: string) {
  const itemId = await approvedPraise();
  await join(id, itemId);
  await schedule(itemId);
  await publishDueContent(db.database, inTwoMinutes());
  expect((await item(itemId)).state).toBe("published");
  return itemId;
}

describe("a person who is praised", () => {
  test("is not named before agreeing: not planned, not at once, not past the acts; then it goes out", async () => {
    const id = await note();
    const itemId = await approvedPraise();
    await join(id, itemId);
    await expect(schedule(itemId)).rejects.toThrow(Unacceptable);
    const urgent = await draft(`Khen ${NAME}`);
    await join(id, urgent);
    const { revisionId } = await exact(urgent);
    await expect(
      as(leader, (w) => scheduleUrgently(w, { id: urgent, revisionId, reason: "Cần ngay" })),
    ).rejects.toThrow(Unacceptable);
    await expect(
      db.pool.query(
        "update content_item set state = 'published', slug = 'x-praise', published_at = now(), live_revision_id = current_revision_id where id = $1",
        [itemId],
      ),
    ).rejects.toThrow("content_item_praises_with_consent");
    await agree(id, { channels: ["radio"] });
    await expect(schedule(itemId)).rejects.toThrow(Unacceptable);
    await withdraw(id);
    await agree(id);
    await join(id, itemId, true);
    await expect(schedule(itemId)).rejects.toThrow(Unacceptable);
    await join(id, itemId);
    await schedule(itemId);
    await publishDueContent(db.database, inTwoMinutes());
    expect((await item(itemId)).state).toBe("published");
  });

  test("who takes the consent back before the hour holds the text back", async () => {
    const id = await note();
    await agree(id);
    const itemId = await approvedPraise();
    await join(id, itemId);
    await schedule(itemId);
    await withdraw(id);
    await publishDueContent(db.database, inTwoMinutes());
    expect((await item(itemId)).state).toBe("approved");
  });

  test("who takes it back later: what is public is listed and told until it is corrected", async () => {
    const id = await note();
    await agree(id);
    const itemId = await publishedPraise(id);
    expect(await listed({ mark: "outstanding" })).toEqual([]);
    await withdraw(id);
    expect(await listed({ mark: "outstanding" })).toEqual([id]);
    expect(await shown(id)).toMatchObject({
      consent: "withdrawn",
      consents: [{ withdrawnNote: "Gọi điện báo" }],
      texts: [{ isOutstanding: true }],
    });
    const notices = await db.pool.query<{ cause: string }>(
      "select cause from notice where person_id = $1 and cause like $2",
      [editor.personId, `commendation-consent-lost:${id}:%`],
    );
    expect(notices.rows).toHaveLength(1);
    const { cause } = notices.rows[0]!;
    expect(await whySettled(db.database, cause, editor)).toBeNull();
    await expect(as(writer, (w) => unpraiseInText(w, { id, itemId }))).rejects.toThrow(Conflict);
    await expect(unnamed(id, itemId)).rejects.toThrow("còn nêu tên");
    const { revisionId: baseRevisionId } = await exact(itemId);
    await as(writer, (w) =>
      saveContent(w, {
        id: itemId,
        saveId: uuidv7(),
        baseRevisionId,
        fields: contentFields("Gương sáng một cửa"),
      }),
    );
    const correct = () => as(writer, (w) => correctContent(w, { id: itemId, note: "Bỏ tên theo yêu cầu" }));
    await expect(correct()).rejects.toThrow(Unacceptable);
    await unnamed(id, itemId);
    await correct();
    expect(await listed({ mark: "outstanding" })).toEqual([id]);
    const corrected = await exact(itemId);
    await as(editor, (w) => decideCorrection(w, { ...corrected, accepted: true, reason: "" }));
    expect(await listed({ mark: "outstanding" })).toEqual([]);
    expect(await whySettled(db.database, cause, editor)).not.toBeNull();
  });

  test("a correction approved after the consent is gone does not go out; what is taken down is settled", async () => {
    const id = await note();
    await agree(id);
    const itemId = await publishedPraise(id);
    const { revisionId: baseRevisionId } = await exact(itemId);
    await as(writer, (w) =>
      saveContent(w, {
        id: itemId,
        saveId: uuidv7(),
        baseRevisionId,
        fields: contentFields(`Lại khen ${NAME}`),
      }),
    );
    await as(writer, (w) => correctContent(w, { id: itemId, note: "Sửa tiêu đề" }));
    await withdraw(id);
    const corrected = await exact(itemId);
    await expect(
      as(editor, (w) => decideCorrection(w, { ...corrected, accepted: true, reason: "" })),
    ).rejects.toThrow(Unacceptable);
    await as(leader, (w) => removeContent(w, { id: itemId, reason: "Người được nêu tên rút đồng ý" }));
    expect(await listed({ mark: "outstanding" })).toEqual([]);
  });

  test("agrees with who asked, when and how; once at a time; groups need none", async () => {
    const id = await note();
    await expect(agree(id, { channels: [] })).rejects.toThrow("ít nhất một kênh");
    await expect(agree(id, { keptAt: " " })).rejects.toThrow("nơi lưu");
    await expect(agree(id, { askedOn: "2999-01-01" })).rejects.toThrow("tương lai");
    await expect(agree(id, {}, ofUnitB)).rejects.toThrow(Forbidden);
    await agree(id, { how: "spoken", keptAt: null });
    await expect(agree(id)).rejects.toThrow(Conflict);
    const group = await note({ subject: "group", name: "Tổ một cửa" });
    await expect(agree(group)).rejects.toThrow(Forbidden);
    const itemId = await approvedPraise("Tổ một cửa được khen");
    await join(group, itemId);
    await schedule(itemId);
    expect((await shown(group)).consent).toBe("not-needed");
  });

  test("a text begun from the entry serves the plan's obligation on praise and is joined to it", async () => {
    const id = await note({ decisionNumber: "9/QĐ-SM" });
    const itemId = await as(writer, (w) => writeCommendation(w, { id, kind: "news" }));
    expect((await linksOfItem(db.database, itemId)).obligationIds).toEqual([sampleObligationId("II.5-e")]);
    expect((await shown(id)).texts).toMatchObject([{ id: itemId, isBlocked: true, isOutstanding: false }]);
    await expect(as(writer, (w) => dropCommendation(w, { id }))).rejects.toThrow(Conflict);
  });

  test("is noted by the own unit, found without diacritics, changed, dropped and taken along with the filters", async () => {
    await expect(note({}, ofUnitB)).rejects.toThrow(Forbidden);
    await expect(note({ name: "\u200b " })).rejects.toThrow("Hãy ghi tên");
    await expect(note({ decisionOn: "2026-01-01" })).rejects.toThrow("Hãy ghi số quyết định");
    const id = await note({ name: "Đặng Văn Giả Định" });
    expect(await listed({ q: "dang van gia DINH" })).toEqual([id]);
    expect(await listed({ mark: "missing", q: "giả định" })).toEqual([id]);
    const bytes = await as(auditor, (w) => exportCommendations(w, { q: "giả định", mark: "missing" }));
    const [rows, how] = (await readXlsx(bytes)).sheets.map((sheet) => sheet.rows);
    expect(rows!.slice(1).map((row) => row[0])).toEqual(["Đặng Văn Giả Định"]);
    expect(how).toEqual(expect.arrayContaining([["Sự đồng ý", "Chưa có đồng ý"]]));
    await as(editor, (w) => changeCommendation(w, { id, ...fields, name: "Đặng Văn Mẫu" }));
    await as(writer, (w) => dropCommendation(w, { id }));
    expect(await listed({ q: "dang van" })).toEqual([]);
  });
});
