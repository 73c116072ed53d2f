import { eq } from "drizzle-orm";
import { addTask, namedLinks, planOf } from "#plan";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { heldEvent, obligationIdsOf, redrawEvents, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventCommitment } from "../tables.ts";
import { keepFindable } from "../tell-public.ts";
import { heldCommitment } from "./commitment-queries.ts";

/**
 * A second person lets a promise out: from now on the public reads it, and it is a task of the chosen plan with its
 * unit and its day. @throws Forbidden, Conflict, Unacceptable
 */
export async function approveCommitment(
  work: Work,
  { id, commitmentId, planId, madeAt }: { id: string; commitmentId: string; planId: string; madeAt: Date },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "commit", subjectOf(row));
  const found = await heldCommitment(tx, id, commitmentId);
  eventPolicy.permit(actor, "commit", { ...subjectOf(row), draftedBy: found.madeBy });
  if (found.state !== "drafted") throw new Conflict("Cam kết này đã công khai.");
  if (found.madeAt.getTime() !== madeAt.getTime())
    throw new Conflict("Cam kết đã được sửa sau khi bạn mở trang; hãy tải lại rồi đọc bản mới.");
  const plan = await planOf(tx, actor.agencyId, planId);
  if (plan.standing !== "in-force")
    throw new Unacceptable("Hãy chọn một kế hoạch đang thực hiện.", [
      { field: "planId", message: "Hãy chọn một kế hoạch đang thực hiện." },
    ]);
  const { obligations } = await namedLinks(tx, actor.agencyId, {
    ...{ taskIds: [], clauseIds: [], obligationIds: await obligationIdsOf(tx, id) },
  });
  const task = await addTask(work, {
    ...{ id: planId, title: found.words, clauseId: null, leadUnitId: found.unitId, allUnits: false },
    ...{ responsiblePersonId: null, approverPersonId: null, coordinatingUnitIds: [] },
    due: { kind: "date", text: null, date: found.dueOn, from: null, to: null, every: null },
    deliverable:
      `Kết quả công khai của cam kết tại “${row.title}” (${formatDate(toVietnamDate(row.startsAt))})`.slice(
        0,
        1000,
      ),
    obligationIds: obligations.filter((one) => one.planId === planId).map((one) => one.id),
    outsideYear: true,
  });
  await tx
    .update(eventCommitment)
    .set({ state: "published", approvedBy: actor.personId, publishedAt: at, taskId: task.id })
    .where(eq(eventCommitment.id, commitmentId));
  await work.record({
    ...{ act: "approve-commitment", objectKind: "event-commitment", objectId: commitmentId },
    before: { state: "drafted" },
    after: { state: "published", taskId: task.id },
  });
  await keepFindable(work, row);
  await redrawEvents(tx);
}
