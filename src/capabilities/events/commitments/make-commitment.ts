import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { personalIn } from "../dialogue/dialogue-queries.ts";
import { tellApprovers } from "../dialogue/draft-answer.ts";
import { heldEvent, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventAnswer, eventCommitment } from "../tables.ts";
import { heldCommitment } from "./commitment-queries.ts";

export interface CommitmentFields {
  id: string;
  commitmentId: string;
  answerId: string | null;
  words: string;
  unitId: string;
  dueOn: string;
}

/** Takes down what was promised, by when and which unit; another person lets it out. @throws Forbidden, Conflict, Unacceptable */
export async function makeCommitment(
  work: Work,
  { id, commitmentId, ...given }: CommitmentFields,
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const row = await heldEvent(tx, agencyId, id);
  eventPolicy.permit(actor, "answer", subjectOf(row));
  if (row.state !== "announced" && row.state !== "held")
    throw new Conflict("Chỉ ghi cam kết của sự kiện đã công bố, không hoãn, không hủy.");
  if (!(await unitsOfAgency(tx, agencyId)).some((unit) => unit.id === given.unitId))
    throw new NotFound("Đơn vị này không còn trong danh sách.");
  if (given.answerId) {
    const [answer] = await tx
      .select({ id: eventAnswer.id })
      .from(eventAnswer)
      .where(and(eq(eventAnswer.eventId, id), eq(eventAnswer.id, given.answerId)));
    if (!answer) throw new NotFound("Không có câu trả lời này ở sự kiện.");
  }
  if (given.dueOn < toVietnamDate(row.startsAt).toString())
    throw new Unacceptable("Hạn làm không trước ngày của sự kiện.", [
      { field: "dueOn", message: "Hạn làm không trước ngày của sự kiện." },
    ]);
  const [left] = personalIn([given.words]);
  if (left)
    throw new Unacceptable(`Cam kết còn chỗ giống dữ liệu cá nhân: “${left}”; hãy viết lại.`, [
      { field: "words", message: `Còn chỗ giống dữ liệu cá nhân: “${left}”.` },
    ]);
  const values = { ...given, madeBy: actor.personId, madeByName: actor.name, madeAt: at };
  const [made] = await tx
    .insert(eventCommitment)
    .values({ ...values, id: commitmentId, agencyId, eventId: id, state: "drafted" })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const before = await heldCommitment(tx, id, commitmentId);
    if (before.state !== "drafted") throw new Conflict("Cam kết này đã công khai nên không sửa được.");
    await tx.update(eventCommitment).set(values).where(eq(eventCommitment.id, commitmentId));
  }
  await work.record({
    ...{ act: "make-commitment", objectKind: "event-commitment", objectId: commitmentId },
    after: { words: given.words, unitId: given.unitId, dueOn: given.dueOn },
  });
  await tellApprovers(
    work,
    row,
    `event-commitment:${commitmentId}:${at.toISOString()}`,
    `Cam kết chờ bạn duyệt, thành nhiệm vụ: ${given.words.slice(0, 120)}`,
  );
}

/** Takes away what nobody outside has read. @throws Forbidden, Conflict */
export async function dropCommitment(
  work: Work,
  { id, commitmentId }: { id: string; commitmentId: string },
): Promise<void> {
  const { tx, actor } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "answer", subjectOf(row));
  const found = await heldCommitment(tx, id, commitmentId);
  if (found.state !== "drafted") throw new Conflict("Cam kết đã công khai thì không bỏ được.");
  await tx.delete(eventCommitment).where(eq(eventCommitment.id, commitmentId));
  await work.record({
    ...{ act: "drop-commitment", objectKind: "event-commitment", objectId: commitmentId },
    before: { words: found.words },
  });
}
