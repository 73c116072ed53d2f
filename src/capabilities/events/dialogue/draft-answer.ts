import { eq } from "drizzle-orm";
import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { type Event, eventHref, heldEvent, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventAnswer } from "../tables.ts";
import { answerTo, heldQuestion, personalIn } from "./dialogue-queries.ts";

export interface DraftedAnswer {
  id: string;
  questionId: string;
  question: string;
  answer: string;
  basis: string;
  unitId: string;
  kept: string[];
  /** True: hands it to the second reader. */
  send: boolean;
}

/** Tells those who may let it out; `cause` says of what, once each. */
export async function tellApprovers(work: Work, row: Event, cause: string, title: string): Promise<void> {
  const people = await peopleWithRole(work.tx, row.agencyId, "leadership");
  people.push(...(await peopleWithRole(work.tx, row.agencyId, "head", row.leadUnitId)));
  await notify(work, {
    personIds: people.map(({ id }) => id).filter((id) => id !== work.actor.personId),
    ...{ cause, kind: "event", title, href: eventHref(row.id) },
  });
}

/**
 * Writes what the public will read of a question and its answer. What looks like personal data is taken out, or named
 * as what may stay, before it goes to the second reader. @throws Forbidden, Conflict, Unacceptable
 */
export async function draftAnswer(
  work: Work,
  { id, questionId, send, ...given }: DraftedAnswer,
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const row = await heldEvent(tx, agencyId, id);
  eventPolicy.permit(actor, "answer", subjectOf(row));
  const question = await heldQuestion(tx, id, questionId);
  if (question.decline) throw new Conflict("Câu hỏi này đã được ghi là không trả lời; hãy bỏ ghi trước.");
  if (!(await unitsOfAgency(tx, agencyId)).some((unit) => unit.id === given.unitId))
    throw new NotFound("Đơn vị này không còn trong danh sách.");
  const before = await answerTo(tx, questionId);
  if (before?.state === "waiting") throw new Conflict("Trả lời đang chờ người thứ hai duyệt.");
  if (before?.state === "published") throw new Conflict("Trả lời đã công khai; hãy rút trước khi sửa.");
  const left = personalIn([given.question, given.answer, given.basis]).filter(
    (words) => !given.kept.includes(words),
  );
  if (send && left.length > 0) {
    const message = `Còn chỗ giống dữ liệu cá nhân: ${left.map((words) => `“${words}”`).join(", ")}. Hãy bỏ đi, hoặc đánh dấu giữ lại nếu không phải.`;
    throw new Unacceptable(message, [{ field: "kept", message }]);
  }
  const values = {
    ...given,
    ...{ state: send ? ("waiting" as const) : ("drafted" as const), returnNote: "", draftedAt: at },
    ...{ draftedBy: actor.personId, draftedByName: actor.name, withdrawalReason: null },
    ...{ approvedBy: null, approvedByName: null, publishedAt: null },
  };
  const answerId = before?.id ?? uuidv7();
  if (before) await tx.update(eventAnswer).set(values).where(eq(eventAnswer.id, answerId));
  else await tx.insert(eventAnswer).values({ ...values, id: answerId, agencyId, eventId: id, questionId });
  await work.record({
    act: send ? "send-event-answer" : "draft-event-answer",
    ...{ objectKind: "event-answer", objectId: answerId },
    before: before && { question: before.question, answer: before.answer },
    after: { question: given.question, answer: given.answer, kept: given.kept },
  });
  if (send)
    await tellApprovers(
      work,
      row,
      `event-answer:${answerId}:${at.toISOString()}`,
      `Trả lời câu hỏi ${question.code} chờ bạn duyệt`,
    );
}
