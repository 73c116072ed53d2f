import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters, whySettled } from "#platform/work/notice-matters.ts";
import { work } from "#platform/work/work.ts";
import { noticeMatters } from "../notice-matters.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { clausesOf } from "../plan-queries.ts";
import { removeClause } from "../remove-clause.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { acknowledgeGuidance } from "./acknowledge-guidance.ts";
import { answerGuidanceQuestion } from "./answer-guidance-question.ts";
import { askAboutGuidance } from "./ask-about-guidance.ts";
import { guidanceOf } from "./guidance-queries.ts";
import { inheritGuidance } from "./inherit-guidance.ts";
import { remindUnits } from "./remind-units.ts";
import { reviseGuidance } from "./revise-guidance.ts";
import { sendGuidance } from "./send-guidance.ts";
import { withdrawGuidance } from "./withdraw-guidance.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  learnNoticeMatters(noticeMatters);
});
const { as } = plansOn(() => db.database);
const { editor, head, contributor, clerk, finance, leadership, administrator } = people;
const [unitA, office, money] = [sampleUnitId("phong-mau-a"), sampleUnitId("van-phong"), sampleUnitId("khtc")];

const fields = {
  title: "Cách viết tin ngắn",
  text: "Mỗi tin không quá 200 chữ.",
  planId: null as string | null,
  clauseId: null as string | null,
  unitIds: [unitA, office] as string[] | null,
};
const send = (changed: Partial<typeof fields> = {}, actor = editor) =>
  as(actor, (w) => sendGuidance(w, { ...fields, ...changed }));
const revise = (id: string, edition: number, text = "Mỗi tin không quá 300 chữ.", actor = editor) =>
  as(actor, (w) =>
    reviseGuidance(w, { id, edition, title: fields.title, text, changed: "Tăng lên 300 chữ" }),
  );
const acknowledge = (actor: Actor, id: string, unitId: string, edition = 1) =>
  as(actor, (w) => acknowledgeGuidance(w, { id, unitId, edition }));
const ask = (actor: Actor, id: string, unitId: string, question = "Tính cả tiêu đề không?") =>
  as(actor, (w) => askAboutGuidance(w, { id, unitId, question }));
const answer = (id: string, toAll: boolean, actor = editor) =>
  as(actor, (w) => answerGuidanceQuestion(w, { id, answer: "Không tính tiêu đề.", toAll }));
const withdraw = (id: string) => as(editor, (w) => withdrawGuidance(w, { id, reason: "Thay bằng quy chế" }));
const seen = async (id: string, actor: Actor = editor, now?: Date) =>
  (await guidanceOf(db.database, actor, now)).find((note) => note.id === id)!;
const waitingFor = async (id: string) =>
  (await seen(id)).receipts
    .filter(({ acknowledgedAt }) => acknowledgedAt === null)
    .map(({ unitName, edition }) => `${edition} ${unitName}`)
    .toSorted();
const told = async (account: string) =>
  (
    await db.pool.query<{ title: string }>(
      "select title from notice where person_id = $1 and kind = 'guidance' order by at, id",
      [samplePersonId(account)],
    )
  ).rows.map(({ title }) => title);

describe("guidance", () => {
  test("is sent to chosen units, whose people are told and acknowledge it once, each for the own unit", async () => {
    const id = await send({ planId: SAMPLE_PLAN_ID });
    expect(await told("head")).toEqual([
      "Hướng dẫn “Cách viết tin ngắn” được gửi đến đơn vị bạn, hãy xác nhận đã nhận",
    ]);
    expect(await told("finance")).toEqual([]);
    await expect(acknowledge(clerk, id, unitA)).rejects.toThrow(Forbidden);
    await expect(acknowledge(finance, id, money)).rejects.toThrow(NotFound);
    await acknowledge(head, id, unitA);
    await expect(acknowledge(contributor, id, unitA)).rejects.toThrow("Đơn vị đã xác nhận");
    const note = await seen(id, contributor);
    expect(note.planTitle).toBeTruthy();
    expect(
      note.receipts.map((row) => [row.unitId, row.acknowledgedByName, row.may.acknowledge.allowed]),
    ).toEqual(
      expect.arrayContaining([
        [unitA, expect.any(String), false],
        [office, null, false],
      ]),
    );
    expect((await seen(id, clerk)).receipts.filter(({ may }) => may.acknowledge.allowed)).toHaveLength(1);
  });

  test("to all goes to every unit but the office's own and the leadership", async () => {
    const id = await send({ unitIds: null });
    const units = (await seen(id)).receipts.map(({ unitId }) => unitId);
    expect(units).toHaveLength(5);
    expect(units).not.toContain(sampleUnitId("ttbcxb"));
    expect(units).not.toContain(sampleUnitId("lanh-dao"));
  });

  test("is the office's to send, to units and about things of its agency", async () => {
    await expect(send({}, leadership)).rejects.toThrow(Forbidden);
    await expect(send({ unitIds: [unitA, sampleUnitId("lanh-dao")] })).rejects.toThrow(Unacceptable);
    await expect(send({ unitIds: [unitA] }, stranger)).rejects.toThrow(Unacceptable);
    await expect(send({ planId: SAMPLE_PLAN_ID }, stranger)).rejects.toThrow(NotFound);
    const [clause] = (await clausesOf(db.database, SAMPLE_PLAN_ID)).toReversed();
    const id = await send({ clauseId: clause!.id });
    expect((await seen(id)).about).toMatch(/^Mục /);
    expect((await seen(id)).planId).toBe(SAMPLE_PLAN_ID);
    await expect(as(editor, (w) => removeClause(w, { id: clause!.id, reason: "Thừa" }))).rejects.toThrow(
      "hướng dẫn đã gửi đơn vị",
    );
  });

  test("in a later edition is acknowledged anew, while texts and acknowledgements before it stay", async () => {
    const id = await send();
    await acknowledge(head, id, unitA);
    await expect(revise(id, 1, fields.text)).rejects.toThrow(Unacceptable);
    await revise(id, 1);
    await expect(revise(id, 1, "Khác nữa")).rejects.toThrow("vừa được sửa");
    expect((await told("head")).at(-1)).toMatch(/^Bản 2 của hướng dẫn “Cách viết tin ngắn”/);
    await expect(acknowledge(clerk, id, office, 1)).rejects.toThrow("bản mới hơn");
    await acknowledge(clerk, id, office, 2);
    const note = await seen(id);
    expect(note.current).toMatchObject({ edition: 2, changed: "Tăng lên 300 chữ" });
    expect(note.earlier).toMatchObject([{ edition: 1, text: fields.text, changed: null }]);
    expect(
      note.receipts.map(({ edition, unitId, acknowledgedAt }) => [edition, unitId, acknowledgedAt !== null]),
    ).toEqual(
      expect.arrayContaining([
        [2, unitA, false],
        [2, office, true],
        [1, unitA, true],
        [1, office, false],
      ]),
    );
    await expect(revise(id, 2, "Của nơi khác", stranger)).rejects.toThrow(NotFound);
  });

  test("that is withdrawn stays to be read with the reason, and asks for nothing any more", async () => {
    const id = await send();
    const question = await ask(head, id, unitA);
    await withdraw(id);
    expect((await told("office")).at(-1)).toBe("Hướng dẫn “Cách viết tin ngắn” đã được rút");
    const note = await seen(id, clerk);
    expect(note).toMatchObject({ withdrawnReason: "Thay bằng quy chế", askFor: [] });
    expect(note.current.text).toBe(fields.text);
    expect(note.receipts.filter(({ may }) => may.acknowledge.allowed)).toEqual([]);
    await expect(acknowledge(clerk, id, office)).rejects.toThrow("đã được rút");
    await expect(ask(clerk, id, office)).rejects.toThrow(Conflict);
    await expect(revise(id, 1)).rejects.toThrow(Conflict);
    await expect(withdraw(id)).rejects.toThrow(Conflict);
    await answer(question, false);
  });

  test("waits for the heir of a unit that is no more, once", async () => {
    const [one, both] = [await send({ unitIds: [unitA] }), await send({ unitIds: [unitA, office] })];
    const done = await send({ unitIds: [unitA] });
    await acknowledge(head, done, unitA);
    await as(administrator, (w) => inheritGuidance(w, { unitId: unitA, heirId: office }));
    expect([await waitingFor(one), await waitingFor(both)]).toEqual([["1 Văn phòng Sở"], ["1 Văn phòng Sở"]]);
    expect((await seen(done)).receipts).toMatchObject([{ unitId: unitA }]);
  });
});

describe("a question about guidance", () => {
  test("is asked by people of a unit addressed and shown to the office with its days", async () => {
    const id = await send();
    await expect(ask(finance, id, money)).rejects.toThrow(NotFound);
    await expect(ask(finance, id, unitA)).rejects.toThrow(Forbidden);
    const asked = await work(
      db.database,
      contributor,
      (w) => askAboutGuidance(w, { id, unitId: unitA, question: "Tính cả tiêu đề không?" }),
      { at: new Date("2026-11-02T23:30:00+07:00") },
    );
    expect((await told("editor")).at(-1)).toBe(
      "Phòng Mẫu A (văn hóa) hỏi về hướng dẫn: Tính cả tiêu đề không?",
    );
    const [question] = (await seen(id, editor, new Date("2026-11-05T00:30:00+07:00"))).questions;
    expect(question).toMatchObject({ id: asked, waitingDays: 3, answer: null });
    expect(question!.may.answer.allowed).toBe(true);
    expect((await seen(id, head)).questions).toHaveLength(1);
    expect((await seen(id, clerk)).questions).toEqual([]);
  });

  test("is answered once by the office, for every unit addressed or for the asker's alone", async () => {
    const id = await send();
    const [open, own] = [await ask(head, id, unitA), await ask(contributor, id, unitA, "Ảnh thì sao?")];
    await expect(answer(open, true, leadership)).rejects.toThrow(Forbidden);
    await expect(answer(open, true, stranger)).rejects.toThrow(NotFound);
    await answer(open, true);
    await answer(own, false);
    await expect(answer(own, true)).rejects.toThrow("đã được trả lời");
    expect((await told("office")).at(-1)).toContain("Tính cả tiêu đề không?");
    expect((await told("contributor")).at(-1)).toContain("Ảnh thì sao?");
    const read = async (actor: Actor) => (await seen(id, actor)).questions.map((row) => row.id);
    expect(await read(head)).toEqual([open, own]);
    expect(await read(clerk)).toEqual([open]);
    expect(await read(finance)).toEqual([]);
    expect(await read(leadership)).toEqual([open, own]);
    expect((await seen(id)).questions[0]).toMatchObject({ waitingDays: null, toAll: true });
  });
});

test("a notice of it is needed no more once the unit has acknowledged, a later edition came, or it was answered", async () => {
  const id = await send();
  const settled = (cause: string, recipient: Actor) => whySettled(db.database, cause, recipient);
  const [first, second] = [`guidance-sent:${id}:${unitA}:1`, `guidance-sent:${id}:${unitA}:2`];
  expect(await settled(first, head)).toBeNull();
  expect(await settled(first, clerk)).toContain("Chỉ người của đơn vị");
  await revise(id, 1);
  expect(await settled(first, head)).toContain("bản mới hơn");
  expect(await settled(second, head)).toBeNull();
  await acknowledge(head, id, unitA, 2);
  expect(await settled(second, head)).toContain("đã xác nhận");
  const question = await ask(head, id, unitA);
  expect(await settled(`guidance-asked:${question}`, editor)).toBeNull();
  await answer(question, true);
  expect(await settled(`guidance-asked:${question}`, editor)).toContain("đã được trả lời");
  expect(await settled(`guidance-answered:${question}`, head)).toBeNull();
  await withdraw(id);
  expect(await settled(`guidance-withdrawn:${id}`, head)).toBeNull();
});

test("the sample shows one with a unit that acknowledged and a question", async () => {
  const [note] = (await guidanceOf(db.database, editor)).filter(
    ({ agencyId, current }) =>
      agencyId === SAMPLE_AGENCY_ID && current.title.startsWith("Cách ghi minh chứng"),
  );
  expect(note!.receipts.filter(({ acknowledgedAt }) => acknowledgedAt !== null)).toHaveLength(1);
  expect(note!.questions).toMatchObject([{ answer: null }]);
});

test("is sent by the sender's own authority where it is named so, and says by which decision", async () => {
  const id = uuidv7();
  await db.pool.query(
    `insert into signing_authority (id, agency_id, person_id, form, head_title, own_title, scope, from_date, to_date, decision_number, decided_on, recorded_at)
     values ($1, $2, $3, 'TL', 'Giám đốc', 'Chánh Văn phòng', 'guidance', '2026-06-01', $4, '07/QĐ-SM', '2026-06-01', now())`,
    [id, SAMPLE_AGENCY_ID, editor.personId, null],
  );
  const sent = await as(editor, (w) => sendGuidance(w, { ...fields, authorityId: id }));
  const noteOf = async () => (await guidanceOf(db.database, contributor)).find((note) => note.id === sent)!;
  expect((await noteOf()).current.signedAs).toMatchObject({
    lines: ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"],
    decisionNumber: "07/QĐ-SM",
  });
  await revise(sent, 1);
  expect([(await noteOf()).current.signedAs, (await noteOf()).earlier[0]!.signedAs?.authorityId]).toEqual([
    null,
    id,
  ]);
  const { rows } = await db.pool.query("select id from signing_authority where person_id = $1", [
    samplePersonId("leadership"),
  ]);
  await expect(as(editor, (w) => sendGuidance(w, { ...fields, authorityId: rows[0].id }))).rejects.toThrow(
    Unacceptable,
  );
});

test("units that have not acknowledged are reminded by hand, each once a day, until they have or it is withdrawn", async () => {
  const id = await send({ title: "Nhắc xác nhận" });
  await acknowledge(clerk, id, office);
  const remind = (actor: Actor, at?: Date) =>
    work(db.database, actor, (current) => remindUnits(current, { id }), at && { at });
  await expect(remind(head)).rejects.toThrow(Forbidden);
  await remind(editor);
  await expect(remind(editor)).rejects.toThrow("Hôm nay đã nhắc");
  await remind(editor, new Date(Date.now() + 24 * 3_600_000));
  const receipts = (await seen(id)).receipts;
  expect(receipts.map(({ unitId, remindedTimes }) => [unitId, remindedTimes]).toSorted()).toEqual(
    [
      [unitA, 2],
      [office, 0],
    ].toSorted(),
  );
  const reminded = (await told("head")).filter((title) => title.startsWith("Nhắc: "));
  expect(reminded).toHaveLength(2);
  const [{ cause }] = (
    await db.pool.query("select cause from notice where cause like $1 limit 1", [`guidance-reminded:${id}:%`])
  ).rows;
  expect(await whySettled(db.database, cause, head)).toBeNull();
  await acknowledge(head, id, unitA);
  expect(await whySettled(db.database, cause, head)).toBe("Đơn vị đã xác nhận nhận hướng dẫn.");
  await expect(remind(editor)).rejects.toThrow("Mọi đơn vị đã xác nhận");
  const gone = await send({ title: "Rút rồi" });
  await withdraw(gone);
  await expect(as(editor, (w) => remindUnits(w, { id: gone }))).rejects.toThrow("đã được rút");
});
