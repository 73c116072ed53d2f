import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { linksOf, planOfClause, taskOf } from "../plan-queries.ts";
import { difficulty } from "../tables.ts";
import { difficultyPolicy } from "./policy.ts";

/** A unit says what stands in the way of a task or a clause, and what it proposes; the editors are told. */
export async function raiseDifficulty(
  work: Work,
  fields: {
    unitId: string;
    taskId: string | null;
    clauseId: string | null;
    what: string;
    proposal: string | null;
  },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const { unitId, taskId, clauseId, what } = fields;
  const fail = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  difficultyPolicy.permit(actor, "raise", { agencyId, unitIds: [unitId] });
  const unit = (await unitsOfAgency(tx, agencyId)).find(({ id }) => id === unitId);
  if (!unit) return fail("unitId", "Đơn vị này không còn trong danh sách.");
  const known = await linksOf(tx, agencyId, {
    taskIds: taskId ? [taskId] : [],
    obligationIds: [],
    clauseIds: clauseId ? [clauseId] : [],
  });
  if (known.taskIds.length + known.clauseIds.length !== 1 || (taskId && clauseId))
    return fail("about", "Hãy chọn một nhiệm vụ hoặc một mục của kế hoạch.");
  const planId = taskId
    ? (await taskOf(tx, agencyId, taskId)).planId
    : await planOfClause(tx, agencyId, clauseId!);
  const id = uuidv7();
  await tx.insert(difficulty).values({ id, agencyId, planId, ...fields, raisedBy: personId, raisedAt: at });
  await work.record({ act: "raise-difficulty", objectKind: "difficulty", objectId: id, after: fields });
  await notify(work, {
    personIds: (await peopleWithRole(tx, agencyId, "editor")).flatMap((editor) =>
      editor.id === personId ? [] : [editor.id],
    ),
    cause: `difficulty-raised:${id}`,
    kind: "difficulty",
    title: `${unit.name} nêu khó khăn, vướng mắc: ${beginning(what, 160)}`,
    href: "/workspace/kho-khan",
  });
  return id;
}
