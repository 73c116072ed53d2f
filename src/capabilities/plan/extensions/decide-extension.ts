import { and, eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { demandStanding } from "../correctable.ts";
import { planPagesChanged } from "../plan-changed.ts";
import { taskOf } from "../plan-queries.ts";
import { task, taskExtension } from "../tables.ts";
import { extensionForUpdate } from "./extension-queries.ts";
import { extensionPolicy } from "./policy.ts";

/** Grants more time, or refuses it, with a word; the day before stays with the request. Gives the task's id. */
export async function decideExtension(
  work: Work,
  { id, granted, decision }: { id: string; granted: boolean; decision: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const asked = await extensionForUpdate(tx, agencyId, id);
  extensionPolicy.permit(actor, "decide", { agencyId, askedBy: asked.askedBy });
  const why = extensionPolicy.hindrance(actor, "decide", asked);
  if (why !== null) throw new Conflict(why);
  await tx
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.agencyId, agencyId), eq(task.id, asked.taskId)))
    .for("update");
  const found = await taskOf(tx, agencyId, asked.taskId);
  if (granted) demandStanding(found, "Nhiệm vụ");
  const day = found.dueDate ?? found.dueTo;
  if (granted && day !== asked.oldDay)
    throw new Conflict(
      `Hạn của nhiệm vụ đã được sửa${day ? ` thành ${formatDate(day)}` : ""} sau khi có đề nghị này.`,
      {
        advice: "Chưa có gì thay đổi. Hãy không đồng ý kèm lời giải thích, đơn vị đề nghị lại theo hạn mới.",
      },
    );
  const decided = {
    state: granted ? "granted" : "refused",
    decidedBy: actor.personId,
    decidedAt: at,
    decision,
  };
  await tx
    .update(taskExtension)
    .set(decided as Partial<typeof taskExtension.$inferInsert>)
    .where(eq(taskExtension.id, id));
  if (granted)
    await tx
      .update(task)
      .set(found.dueDate ? { dueDate: asked.newDay } : { dueTo: asked.newDay })
      .where(eq(task.id, asked.taskId));
  await work.record({
    act: granted ? "grant-extension" : "refuse-extension",
    objectKind: "task-extension",
    objectId: id,
    before: { oldDay: asked.oldDay },
    after: { taskId: asked.taskId, newDay: asked.newDay },
    reason: decision,
  });
  const heads = found.leadUnitId ? await peopleWithRole(tx, agencyId, "head", found.leadUnitId) : [];
  const told = [asked.askedBy, found.responsiblePersonId, ...heads.map((head) => head.id)];
  await notify(work, {
    personIds: told.filter((personId) => personId !== null && personId !== actor.personId) as string[],
    cause: `extension-decided:${id}`,
    kind: "extension",
    title: `${granted ? `Được gia hạn đến ${formatDate(asked.newDay)}` : "Không được gia hạn"}: ${beginning(found.title, 160)}`,
    href: `/workspace/nhiem-vu/${asked.taskId}`,
  });
  if (granted) await planPagesChanged(work);
  return asked.taskId;
}
