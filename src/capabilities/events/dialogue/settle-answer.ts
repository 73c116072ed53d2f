import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { eventHref, heldEvent, redrawEvents, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventAnswer } from "../tables.ts";
import { keepFindable } from "../tell-public.ts";
import { type Answer, answerTo, heldQuestion } from "./dialogue-queries.ts";

interface Named {
  id: string;
  questionId: string;
}

async function answerToSettle(work: Work, { id, questionId }: Named, state: Answer["state"], why: string) {
  const { tx, actor } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "approve", subjectOf(row));
  const question = await heldQuestion(tx, id, questionId);
  const found = await answerTo(tx, questionId);
  if (!found) throw new NotFound("Câu hỏi này chưa có trả lời.");
  if (found.state !== state) throw new Conflict(why);
  return { row, question, found };
}

const notWaiting = "Trả lời này không chờ duyệt.";

/** A second reader lets the answer out as he read it. @throws Forbidden, Conflict */
export async function approveAnswer(
  work: Work,
  { draftedAt, ...named }: Named & { draftedAt: Date },
): Promise<void> {
  const { tx, actor, at } = work;
  const { row, found } = await answerToSettle(work, named, "waiting", notWaiting);
  eventPolicy.permit(actor, "approve", { ...subjectOf(row), draftedBy: found.draftedBy });
  if (found.draftedAt.getTime() !== draftedAt.getTime())
    throw new Conflict("Trả lời đã được sửa sau khi bạn mở trang; hãy tải lại rồi đọc bản mới.");
  await tx
    .update(eventAnswer)
    .set({ state: "published", approvedBy: actor.personId, approvedByName: actor.name, publishedAt: at })
    .where(eq(eventAnswer.id, found.id));
  await work.record({
    ...{ act: "approve-event-answer", objectKind: "event-answer", objectId: found.id },
    before: { state: "waiting" },
    after: { state: "published" },
  });
  await keepFindable(work, row);
  await redrawEvents(tx);
}

/** Gives it back to be written better. @throws Forbidden, Conflict */
export async function returnAnswer(
  work: Work,
  { reason, ...named }: Named & { reason: string },
): Promise<void> {
  const { row, question, found } = await answerToSettle(work, named, "waiting", notWaiting);
  await work.tx
    .update(eventAnswer)
    .set({ state: "drafted", returnNote: reason })
    .where(eq(eventAnswer.id, found.id));
  await work.record({
    ...{ act: "return-event-answer", objectKind: "event-answer", objectId: found.id, reason },
    before: { state: "waiting" },
    after: { state: "drafted" },
  });
  await notify(work, {
    personIds: [found.draftedBy],
    cause: `event-answer-returned:${found.id}:${work.at.toISOString()}`,
    kind: "event",
    title: `Cần sửa trả lời câu hỏi ${question.code}: ${reason}`,
    href: eventHref(row.id),
  });
}

/** Takes a public answer back; its place says why. @throws Forbidden, Conflict */
export async function withdrawAnswer(
  work: Work,
  { reason, ...named }: Named & { reason: string },
): Promise<void> {
  const { row, found } = await answerToSettle(work, named, "published", "Trả lời này không đang công khai.");
  await work.tx
    .update(eventAnswer)
    .set({ state: "withdrawn", withdrawalReason: reason })
    .where(eq(eventAnswer.id, found.id));
  await work.record({
    ...{ act: "withdraw-event-answer", objectKind: "event-answer", objectId: found.id, reason },
    before: { state: "published" },
    after: { state: "withdrawn" },
  });
  await keepFindable(work, row);
  await redrawEvents(work.tx);
}
