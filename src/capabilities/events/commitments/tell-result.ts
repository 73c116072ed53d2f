import { eq } from "drizzle-orm";
import { portalBase } from "#organization";
import { attachEvidence } from "#plan";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { personalIn } from "../dialogue/dialogue-queries.ts";
import { tellApprovers } from "../dialogue/draft-answer.ts";
import { eventPath, heldEvent, redrawEvents, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventCommitment } from "../tables.ts";
import { keepFindable } from "../tell-public.ts";
import { heldCommitment } from "./commitment-queries.ts";

interface Named {
  id: string;
  commitmentId: string;
}

/** Says what became of a promise, and on which day; a second person lets it out. @throws Forbidden, Conflict, Unacceptable */
export async function writeResult(
  work: Work,
  { id, commitmentId, result, resultOn }: Named & { result: string; resultOn: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "answer", subjectOf(row));
  const found = await heldCommitment(tx, id, commitmentId);
  if (found.state !== "published") throw new Conflict("Cam kết chưa công khai nên chưa ghi kết quả được.");
  if (found.resultState === "published") throw new Conflict("Kết quả của cam kết này đã công khai.");
  if (resultOn > toVietnamDate(at).toString())
    throw new Unacceptable("Ngày có kết quả không ở tương lai.", [
      { field: "resultOn", message: "Ngày có kết quả không ở tương lai." },
    ]);
  const [left] = personalIn([result]);
  if (left)
    throw new Unacceptable(`Kết quả còn chỗ giống dữ liệu cá nhân: “${left}”; hãy viết lại.`, [
      { field: "result", message: `Còn chỗ giống dữ liệu cá nhân: “${left}”.` },
    ]);
  await tx
    .update(eventCommitment)
    .set({ result, resultOn, resultState: "waiting", resultBy: actor.personId, resultByName: actor.name })
    .where(eq(eventCommitment.id, commitmentId));
  await work.record({
    ...{ act: "write-commitment-result", objectKind: "event-commitment", objectId: commitmentId },
    after: { result, resultOn },
  });
  await tellApprovers(
    work,
    row,
    `event-result:${commitmentId}:${at.toISOString()}`,
    `Kết quả cam kết chờ bạn duyệt: ${found.words.slice(0, 120)}`,
  );
}

/** A second person lets the result out as read; it proves the task. @throws Forbidden, Conflict */
export async function approveResult(
  work: Work,
  { id, commitmentId, result }: Named & { result: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "approve", subjectOf(row));
  const found = await heldCommitment(tx, id, commitmentId);
  if (found.resultState !== "waiting") throw new Conflict("Cam kết này không có kết quả chờ duyệt.");
  eventPolicy.permit(actor, "approve", { ...subjectOf(row), draftedBy: found.resultBy! });
  if (found.result !== result)
    throw new Conflict("Kết quả đã được sửa sau khi bạn mở trang; hãy tải lại rồi đọc bản mới.");
  await tx
    .update(eventCommitment)
    .set({ resultState: "published", resultApprovedBy: actor.personId, resultPublishedAt: at })
    .where(eq(eventCommitment.id, commitmentId));
  if (found.taskId)
    await attachEvidence(work, {
      ...{ taskIds: [found.taskId], obligationIds: [], source: "events", sourceId: commitmentId },
      label: `Kết quả cam kết: ${found.words}`.slice(0, 300),
      url: `${await portalBase(tx, row.agencyId)}${eventPath(row)}#cam-ket-${commitmentId}`,
      at: startOfDay(found.resultOn!),
      revisionHash: null,
    });
  await work.record({
    ...{ act: "approve-commitment-result", objectKind: "event-commitment", objectId: commitmentId },
    after: { result },
  });
  await keepFindable(work, row);
  await redrawEvents(tx);
}
