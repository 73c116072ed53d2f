import { samplePictureId } from "#newsroom";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { plansInForce, sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { announceEvent } from "./announce-event.ts";
import { approveCommitment } from "./commitments/approve-commitment.ts";
import { heldCommitment } from "./commitments/commitment-queries.ts";
import { makeCommitment } from "./commitments/make-commitment.ts";
import { approveResult, writeResult } from "./commitments/tell-result.ts";
import { declineQuestion } from "./dialogue/decline-question.ts";
import { answerTo } from "./dialogue/dialogue-queries.ts";
import { draftAnswer } from "./dialogue/draft-answer.ts";
import { keepMinutes } from "./dialogue/keep-minutes.ts";
import { enterQuestion, sendQuestion } from "./dialogue/receive-question.ts";
import { approveAnswer } from "./dialogue/settle-answer.ts";
import { heldEvent } from "./event-queries.ts";
import { holdEvent } from "./holding/hold-event.ts";
import { showPhotos } from "./holding/show-photos.ts";
import { sampleDialogue } from "./sample-dialogue.ts";
import { saveEvent } from "./save-event.ts";

const HOUR = 3_600_000;

export interface SampleStage {
  clerk: Actor;
  leader: Actor;
  morning: (inDays: number) => Date;
  sampleId: (kind: number, index: number) => string;
}

/** From the invitation to what became of its promises. */
export async function loadSampleDialogue(
  database: Database,
  { clerk, leader, morning, sampleId }: SampleStage,
): Promise<void> {
  const { heldDaysAgo, questions, declined, commitments, attended, heldNote, ...fields } = sampleDialogue;
  const id = sampleId(2, 1);
  const unitId = sampleUnitId("phong-mau-a");
  const on = (inDays: number) => new Date(morning(inDays - heldDaysAgo).getTime() + HOUR);
  const as = <T>(who: Actor, inDays: number, run: (current: Work) => Promise<T>) =>
    work(database, who, run, { at: on(inDays) });
  const startsAt = morning(-heldDaysAgo);
  await as(clerk, -15, (current) =>
    saveEvent(current, {
      ...fields,
      ...{ id, kind: "dialogue", startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR), reason: "" },
      ...{ leadUnitId: unitId, questionsUntil: morning(-heldDaysAgo - 1) },
      items: [
        { atHour: "08:00", words: "Giới thiệu thủ tục đã cắt giảm", isReform: true },
        { atHour: "08:45", words: "Hỏi và trả lời", isReform: true },
      ],
      obligationIds: [sampleObligationId("III.4-b")],
    }),
  );
  await as(leader, -14, async (current) => {
    const { changedAt } = await heldEvent(current.tx, SAMPLE_AGENCY_ID, id);
    await announceEvent(current, { id, changedAt });
  });
  const asked = [...questions, { words: declined, asker: "citizen", source: "before" } as const];
  for (const [index, { words, asker, source }] of asked.entries()) {
    const questionId = sampleId(3, index + 1);
    if (source === "before")
      await sendQuestion(
        database,
        { agencyId: SAMPLE_AGENCY_ID, eventId: id, id: questionId, words, asker },
        on(-5),
      );
    else await as(clerk, 0, (current) => enterQuestion(current, { id, questionId, words, asker }));
  }
  const countedHow = "list";
  await as(clerk, 1, (current) => holdEvent(current, { id, attended, countedHow, heldNote }));
  const drawing = await samplePictureId(database, SAMPLE_AGENCY_ID, "lop-tap-huan.jpg");
  if (drawing) await as(clerk, 1, (current) => showPhotos(current, { id, mediaIds: [drawing] }));
  await as(clerk, 1, (current) =>
    declineQuestion(current, { id, questionId: sampleId(3, asked.length), decline: "off-topic" }),
  );
  for (const [index, { shown, answer }] of questions.entries()) {
    const questionId = sampleId(3, index + 1);
    const drafted = { id, questionId, question: shown, answer, basis: "", unitId, kept: [], send: true };
    await as(clerk, 2, (current) => draftAnswer(current, drafted));
    await as(leader, 3, async (current) => {
      const { draftedAt } = (await answerTo(current.tx, questionId))!;
      await approveAnswer(current, { id, questionId, draftedAt });
    });
  }
  await as(clerk, 3, (current) =>
    keepMinutes(current, {
      ...{ id, chair: "Trần Thị Mẫu", secretary: "Nguyễn Văn Mẫu", present: "Đại diện các phòng; 64 cơ sở" },
      course:
        "Chủ trì nêu mục đích, giới thiệu thủ tục đã cắt giảm; các cơ sở hỏi, đơn vị trả lời trực tiếp.",
      conclusion: "Giao Phòng Mẫu A thực hiện hai cam kết, báo kết quả tại trang của buổi đối thoại.",
    }),
  );
  const [plan] = await plansInForce(database, SAMPLE_AGENCY_ID);
  for (const [index, { words, inDays, result, doneInDays }] of commitments.entries()) {
    const commitmentId = sampleId(4, index + 1);
    const dueOn = toVietnamDate(on(inDays)).toString();
    await as(clerk, 2, (current) =>
      makeCommitment(current, { id, commitmentId, answerId: null, words, unitId, dueOn }),
    );
    if (!plan) continue;
    await as(leader, 3, async (current) => {
      const { madeAt } = await heldCommitment(current.tx, id, commitmentId);
      await approveCommitment(current, { id, commitmentId, planId: plan.id, madeAt });
    });
    if (result === "") continue;
    const named = { id, commitmentId, result };
    const resultOn = toVietnamDate(on(doneInDays)).toString();
    await as(clerk, doneInDays, (current) => writeResult(current, { ...named, resultOn }));
    await as(leader, doneInDays + 1, (current) => approveResult(current, named));
  }
}
