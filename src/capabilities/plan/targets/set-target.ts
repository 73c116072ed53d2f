import { and, eq } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { demandStanding } from "../correctable.ts";
import { obligationOf, taskOf } from "../plan-queries.ts";
import { target as targetTable } from "../tables.ts";
import { targetPolicy } from "./policy.ts";
import type { Target } from "./target.ts";

type Fields = Pick<Target, "per" | "amount" | "unit" | "counts">;

async function setTarget(
  work: Work,
  of: { planId: string; taskId: string | null; obligationId: string | null },
  fields: Fields | null,
): Promise<string> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const own = and(
    eq(targetTable.agencyId, agencyId),
    of.taskId ? eq(targetTable.taskId, of.taskId) : eq(targetTable.obligationId, of.obligationId!),
  );
  const [before] = await tx.select().from(targetTable).where(own).for("update");
  const said = before && {
    per: before.per,
    amount: before.amount,
    unit: before.unit,
    counts: before.counts,
  };
  if (fields === null && !before) return of.planId;
  if (fields === null) await tx.delete(targetTable).where(own);
  else if (before) await tx.update(targetTable).set(fields).where(own);
  else await tx.insert(targetTable).values({ id: uuidv7(), agencyId, ...of, ...fields });
  await work.record({
    act: fields === null ? "remove-target" : "set-target",
    objectKind: of.taskId ? "task" : "obligation",
    objectId: (of.taskId ?? of.obligationId)!,
    before: said && { target: said },
    after: fields && { target: fields },
  });
  return of.planId;
}

/** States how much a task is to yield in each period; null: nothing any more. Gives the plan's id. */
export async function setTaskTarget(
  work: Work,
  { id, target }: { id: string; target: Fields | null },
): Promise<string> {
  targetPolicy.permit(work.actor, "set", { agencyId: work.actor.agencyId });
  const found = await taskOf(work.tx, work.actor.agencyId, id);
  demandStanding(found, "Nhiệm vụ");
  return setTarget(work, { planId: found.planId, taskId: id, obligationId: null }, target);
}

/** The same of an obligation. */
export async function setObligationTarget(
  work: Work,
  { id, target }: { id: string; target: Fields | null },
): Promise<string> {
  targetPolicy.permit(work.actor, "set", { agencyId: work.actor.agencyId });
  const found = await obligationOf(work.tx, work.actor.agencyId, id);
  demandStanding(found, "Nghĩa vụ");
  return setTarget(work, { planId: found.planId, taskId: null, obligationId: id }, target);
}
