import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { evidenceBetween, plansInForce, sampleObligationId } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { announceEvent } from "../announce-event.ts";
import { approveCommitment } from "../commitments/approve-commitment.ts";
import { commitmentInWords, commitmentsOf } from "../commitments/commitment-queries.ts";
import { dropCommitment, makeCommitment } from "../commitments/make-commitment.ts";
import { approveResult, writeResult } from "../commitments/tell-result.ts";
import { eventsBetween } from "../events-between.ts";
import { eventsToDecide } from "../events-to-decide.ts";
import { holdEvent } from "../holding/hold-event.ts";
import { postponeEvent } from "../postpone-event.ts";
import { saveEvent } from "../save-event.ts";
import { declineQuestion } from "./decline-question.ts";
import { publicAnswersOf, questionsOf } from "./dialogue-queries.ts";
import { draftAnswer } from "./draft-answer.ts";
import { forgetQuestions } from "./forget-questions.ts";
import { keepMinutes } from "./keep-minutes.ts";
import { enterQuestion, sendQuestion } from "./receive-question.ts";
import { approveAnswer, returnAnswer, withdrawAnswer } from "./settle-answer.ts";
import { writeMinutes } from "./write-minutes.ts";

let db: TestDatabase;
const person = (email: string, role: Role, unit: string | null): Actor => ({
  ...{ personId: samplePersonId(email), name: "Người Mẫu", agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: unit && sampleUnitId(unit) }],
});
const writer = person("contributor", "contributor", "phong-mau-a");
const leader = person("leadership", "leadership", "lanh-dao");
const clerk = person("office", "office", "van-phong");
const HELD = "2026-10-21T09:00:00+07:00";
const act = <T>(who: Actor, run: (current: Work) => Promise<T>, at = "2026-10-05T09:00:00+07:00") =>
  work(db.database, who, run, { at: new Date(at) });
const words = "Hồ sơ nộp trực tuyến có phải nộp thêm bản giấy không?";

async function dialogue(): Promise<string> {
  const id = uuidv7();
  const { changedAt } = await act(writer, (current) =>
    saveEvent(current, {
      ...{ id, kind: "dialogue", title: "Đối thoại mẫu về thủ tục", summary: "Lời giới thiệu.", reason: "" },
      ...{
        place: "Hội trường",
        audience: "Người dân",
        expected: null,
        reformPart: "Giải đáp thủ tục.",
        items: [],
      },
      startsAt: new Date("2026-10-20T08:00:00+07:00"),
      endsAt: new Date("2026-10-20T11:00:00+07:00"),
      questionsUntil: new Date("2026-10-19T17:00:00+07:00"),
      leadUnitId: sampleUnitId("phong-mau-a"),
      obligationIds: [sampleObligationId("III.4-b")],
    }),
  );
  await act(leader, (current) => announceEvent(current, { id, changedAt }));
  return id;
}
const send = (eventId: string, at: string, id = uuidv7()) =>
  sendQuestion(
    db.database,
    { agencyId: SAMPLE_AGENCY_ID, eventId, id, words, asker: "citizen" },
    new Date(at),
  );
const answerOf = async (id: string, questionId: string) =>
  (await questionsOf(db.database, id)).find(({ question }) => question.id === questionId)!.answer!;
const drafted = (id: string, questionId: string, change: object = {}) => ({
  ...{
    id,
    questionId,
    question: words,
    answer: "Không phải nộp thêm bản giấy.",
    basis: "",
    kept: [],
    send: true,
  },
  unitId: sampleUnitId("phong-mau-a"),
  ...change,
});

beforeAll(async () => {
  db = await testDatabase("sample");
});

describe("a question", () => {
  test("is taken once, until its hour, while the event stands", async () => {
    const id = await dialogue();
    const form = uuidv7();
    const first = await send(id, "2026-10-10T09:00:00+07:00", form);
    expect(first!.code).toMatch(/^CH-[2-9A-HJ-NP-Z]{8}$/);
    expect((await send(id, "2026-10-10T09:01:00+07:00", form))!.code).toBe(first!.code);
    expect(await questionsOf(db.database, id)).toHaveLength(1);
    expect(await send(id, "2026-10-19T17:00:01+07:00")).toBeNull();
    await act(leader, (current) => postponeEvent(current, { id, reason: "Mưa bão." }));
    expect(await send(id, "2026-10-10T10:00:00+07:00")).toBeNull();
    const other = person("contributor", "contributor", "phong-mau-b");
    const entered = { id, questionId: uuidv7(), words, asker: "firm" as const };
    await expect(act(other, (current) => enterQuestion(current, entered))).rejects.toThrow("đơn vị khác");
    await expect(act(writer, (current) => enterQuestion(current, entered))).rejects.toThrow(Conflict);
  });

  test("is answered in public only by two people, without personal data, as it was read", async () => {
    const id = await dialogue();
    const question = (await send(id, "2026-10-10T09:00:00+07:00"))!;
    const named = { id, questionId: question.id };
    const personal = drafted(id, question.id, { answer: "Hãy gọi số 0912345678 để được hướng dẫn." });
    await expect(act(writer, (current) => draftAnswer(current, personal))).rejects.toThrow(Unacceptable);
    await act(writer, (current) => draftAnswer(current, { ...personal, kept: ["0912345678"] }));
    expect(await publicAnswersOf(db.database, id)).toEqual([]);
    await expect(act(writer, (current) => draftAnswer(current, drafted(id, question.id)))).rejects.toThrow(
      "đang chờ",
    );
    await act(leader, (current) => returnAnswer(current, { ...named, reason: "Bỏ số điện thoại." }));
    await expect(act(leader, (current) => draftAnswer(current, drafted(id, question.id)))).rejects.toThrow(
      Forbidden,
    );
    await act(writer, (current) => draftAnswer(current, drafted(id, question.id)), HELD);
    const { draftedAt } = await answerOf(id, question.id);
    const approve = (who: Actor, seen = draftedAt) =>
      act(who, (current) => approveAnswer(current, { ...named, draftedAt: seen }));
    const writerAsHead = {
      ...writer,
      appointments: [{ role: "head" as const, unitId: sampleUnitId("phong-mau-a") }],
    };
    await expect(approve(writer)).rejects.toThrow(Forbidden);
    await expect(approve(writerAsHead)).rejects.toThrow("người khác phải duyệt");
    await expect(approve(leader, new Date(0))).rejects.toThrow(Conflict);
    const waiting = async (who: Actor) =>
      (await eventsToDecide(db.database, who)).answers.find(({ code }) => code === question.code);
    expect([await waiting(leader), await waiting(writerAsHead)]).toMatchObject([
      { eventId: id, isMine: true },
      { eventId: id, isMine: false },
    ]);
    await approve(leader);
    expect(await waiting(leader)).toBeUndefined();
    expect(await publicAnswersOf(db.database, id)).toMatchObject([
      { code: question.code, state: "published" },
    ]);
    const { rows } = await db.pool.query("select shown from search_text where object_id = $1", [id]);
    expect(rows[0].shown).toContain("Không phải nộp thêm bản giấy.");
    await act(leader, (current) => withdrawAnswer(current, { ...named, reason: "Trả lời chưa đúng." }));
    expect(await publicAnswersOf(db.database, id)).toMatchObject([
      { withdrawalReason: "Trả lời chưa đúng." },
    ]);
  });

  test("may get no answer for a reason, and its words are forgotten", async () => {
    const id = await dialogue();
    const question = (await send(id, "2026-10-10T09:00:00+07:00"))!;
    const named = { id, questionId: question.id };
    await act(writer, (current) => declineQuestion(current, { ...named, decline: "off-topic" }));
    await expect(act(writer, (current) => draftAnswer(current, drafted(id, question.id)))).rejects.toThrow(
      Conflict,
    );
    await expect(
      act(writer, (current) => declineQuestion(current, { id, questionId: uuidv7(), decline: "same" })),
    ).rejects.toThrow(NotFound);
    await forgetQuestions(db.database, new Date("2026-12-01T00:00:00Z"));
    expect((await questionsOf(db.database, id))[0]!.question.words).toBe(words);
    await forgetQuestions(db.database, new Date("2027-02-01T00:00:00Z"));
    expect((await questionsOf(db.database, id))[0]!.question).toMatchObject({
      words: null,
      decline: "off-topic",
    });
  });
});

describe("a commitment", () => {
  const promise = (id: string, change: object = {}) => ({
    ...{
      id,
      commitmentId: uuidv7(),
      answerId: null,
      words: "Bỏ yêu cầu nộp bản giấy (mẫu)",
      dueOn: "2026-11-20",
    },
    unitId: sampleUnitId("phong-mau-a"),
    ...change,
  });

  test("becomes a task of the plan, and its result is public and proves it", async () => {
    const id = await dialogue();
    const given = promise(id);
    const named = { id, commitmentId: given.commitmentId };
    await expect(
      act(writer, (current) => makeCommitment(current, promise(id, { dueOn: "2026-10-01" }))),
    ).rejects.toThrow(Unacceptable);
    await act(writer, (current) => makeCommitment(current, given));
    const [plan] = await plansInForce(db.database, SAMPLE_AGENCY_ID);
    const { madeAt } = (await commitmentsOf(db.database, id))[0]!;
    const told = async (to: string) =>
      (await eventsBetween(db.database, SAMPLE_AGENCY_ID, { from: "2026-10-01", to })).commitments.filter(
        ({ eventId }) => eventId === id,
      );
    expect(await told("2026-10-31")).toEqual([]);
    expect((await eventsToDecide(db.database, leader)).commitments).toContainEqual(
      expect.objectContaining({ id: given.commitmentId, isMine: true }),
    );
    const approve = (who: Actor, seen = madeAt) =>
      act(who, (current) => approveCommitment(current, { ...named, planId: plan!.id, madeAt: seen }));
    await expect(approve(clerk)).rejects.toThrow(Forbidden);
    await expect(approve(leader, new Date(0))).rejects.toThrow(Conflict);
    await approve(leader);
    await expect(act(writer, (current) => dropCommitment(current, named))).rejects.toThrow(Conflict);
    const [made] = await commitmentsOf(db.database, id);
    const { rows } = await db.pool.query(
      "select title, due_date::text, lead_unit_id from task where id = $1",
      [made!.taskId],
    );
    expect(rows).toEqual([
      { title: given.words, due_date: "2026-11-20", lead_unit_id: sampleUnitId("phong-mau-a") },
    ]);
    const result = { ...named, result: "Đã bỏ từ ngày 10/11/2026.", resultOn: "2026-11-10" };
    await expect(act(writer, (current) => writeResult(current, result))).rejects.toThrow(Unacceptable);
    const later = "2026-11-12T09:00:00+07:00";
    await act(writer, (current) => writeResult(current, result), later);
    expect((await eventsToDecide(db.database, writer)).results).toContainEqual(
      expect.objectContaining({ id: given.commitmentId, isMine: false }),
    );
    expect(await told("2026-10-31")).toMatchObject([{ dueOn: "2026-11-20", doneOn: null }]);
    await expect(
      act(leader, (current) => approveResult(current, { ...named, result: "Lời khác." }), later),
    ).rejects.toThrow(Conflict);
    await act(leader, (current) => approveResult(current, { ...named, result: result.result }), later);
    const proofs = await evidenceBetween(db.database, SAMPLE_AGENCY_ID, {
      from: "2026-11-01",
      to: "2026-11-30",
    });
    const proof = proofs.find(({ sourceId }) => sourceId === given.commitmentId)!;
    expect(proof.taskIds).toEqual([made!.taskId]);
    expect(proof.url).toContain(`#cam-ket-${given.commitmentId}`);
    expect(await told("2026-10-31")).toMatchObject([{ doneOn: "2026-11-10", toldOn: "2026-11-12" }]);
    expect(
      (
        await eventsBetween(db.database, SAMPLE_AGENCY_ID, { from: "2026-11-13", to: "2026-11-30" })
      ).commitments.filter(({ eventId }) => eventId === id),
    ).toEqual([]);
    const [done] = await commitmentsOf(db.database, id);
    expect(commitmentInWords(done!, "2026-12-31")).toBe("Đã làm, đúng hạn");
    expect(commitmentInWords({ ...done!, resultState: null }, "2026-12-31")).toBe("Quá hạn, chưa có kết quả");
  });
});

test("minutes are written once it took place, in the official layout, with what was asked and promised", async () => {
  const id = await dialogue();
  const fields = {
    id,
    chair: "Trần Thị Mẫu",
    secretary: "Nguyễn Văn Mẫu",
    present: "",
    course: "Như chương trình.",
    conclusion: "",
  };
  await expect(act(writer, (current) => keepMinutes(current, fields))).rejects.toThrow(Conflict);
  await act(
    writer,
    (current) => holdEvent(current, { id, attended: 30, countedHow: "list", heldNote: "" }),
    HELD,
  );
  await expect(act(writer, (current) => writeMinutes(current, { id }))).rejects.toThrow(Conflict);
  await act(writer, (current) => keepMinutes(current, fields), HELD);
  const bytes = await act(clerk, (current) => writeMinutes(current, { id }), HELD);
  const zip = new ZipReader(new Uint8ArrayReader(bytes));
  const part = (await zip.getEntries()).find(({ filename }) => filename === "word/document.xml")!;
  if (part.directory) throw new Error("word/document.xml");
  const said = (await part.getData(new TextWriter())).replaceAll(/<[^>]+>/gu, "");
  for (const wanted of [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "BIÊN BẢN",
    "THƯ KÝ",
    "CHỦ TRÌ",
    "Trần Thị Mẫu",
  ])
    expect(said).toContain(wanted);
  expect(said).toContain("30 người (theo danh sách ký)");
});
