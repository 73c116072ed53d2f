import { NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { siblingsOf, writeOrder } from "./clause-order.ts";
import { demandReason } from "./correctable.ts";
import { planChanged } from "./plan-changed.ts";
import { clausesOf, type PlanClause, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { planClause } from "./tables.ts";

/** A path that no clause of the plan has: the number as typed, else the next paragraph. */
function freePath(clauses: PlanClause[], parent: PlanClause | null, label: string): string {
  const taken = new Set(clauses.map(({ path }) => path));
  const under = (part: string) => (parent ? `${parent.path}.${part}` : part);
  const own = label
    .replace(/[.)\s]+$/u, "")
    .split(".")
    .at(-1)!;
  if (own !== "" && !taken.has(under(own))) return under(own);
  for (let count = own === "" ? 1 : 2; ; count += 1) {
    const path = under(own === "" ? `p${count}` : `${own}~${count}`);
    if (!taken.has(path)) return path;
  }
}

/** Adds a clause to a confirmed plan: last in `parentId` (null: at the top), or right after `afterId` there. */
export async function addClause(
  work: Work,
  {
    id: planId,
    parentId,
    afterId,
    label,
    title,
    text,
    reason,
  }: {
    id: string;
    parentId: string | null;
    afterId: string | null;
    label: string;
    title: string | null;
    text: string;
    reason: string | null;
  },
): Promise<string> {
  const { tx, actor } = work;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, actor.agencyId, planId));
  demandReason(plan, reason);
  const clauses = await clausesOf(tx, planId);
  const parent = clauses.find((row) => row.id === parentId) ?? null;
  const siblings = siblingsOf(clauses, parentId);
  const after = siblings.findIndex((row) => row.id === afterId);
  if ((parentId !== null && !parent) || (afterId !== null && after < 0))
    throw new NotFound("Mục để thêm vào không còn trong kế hoạch; hãy tải lại trang.");
  const id = uuidv7();
  const values = {
    id,
    agencyId: actor.agencyId,
    planId,
    parentId,
    path: freePath(clauses, parent, label),
    label,
    level: parent ? parent.level + 1 : 0,
    title,
    text,
    position: -1,
    cameIn: plan.version,
    leftIn: null,
  };
  await tx.insert(planClause).values(values);
  await writeOrder(
    work,
    [...clauses, values],
    parentId,
    siblings.toSpliced(after < 0 ? siblings.length : after + 1, 0, values),
  );
  const { path } = values;
  await work.record({
    act: "add-clause",
    objectKind: "plan-clause",
    objectId: id,
    after: { planId, path, label, title, text },
    reason,
  });
  await planChanged(work);
  return planId;
}
