import { unitsOfAgency } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { clausesOf, dueOf, obligationsOf, type Plan, planOf, tasksOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { planTemplate } from "../tables.ts";
import { EVERYBODY, type TemplateItem, type TemplateKind } from "./template.ts";

const UNASSIGNED = "Chưa rõ đơn vị";

/** What the plan asks for, without people, proofs and reasons: each obligation with the first task that discharges it. */
async function itemsOf({ tx }: Work, plan: Plan): Promise<TemplateItem[]> {
  const clauses = new Map((await clausesOf(tx, plan.id)).map((clause) => [clause.id, clause]));
  const units = new Map(
    (await unitsOfAgency(tx, plan.agencyId, { closed: true })).map(({ id, name }) => [id, name]),
  );
  const groupOf = (clauseId: string | null) => {
    let clause = clauses.get(clauseId ?? "");
    for (let above = clause; above; above = clauses.get(above.parentId ?? "")) clause = above;
    return (clause?.title ?? clause?.text.slice(0, 120) ?? "") || "Các việc khác";
  };
  const roleOf = (allUnits: boolean, unitId: string | null | undefined) =>
    allUnits ? EVERYBODY : (units.get(unitId ?? "") ?? UNASSIGNED);
  const tasks = await tasksOf(tx, plan.id);
  const obligations = await obligationsOf(tx, plan.id);
  const told = new Set<string>();
  const taskOfItem = (row: (typeof tasks)[number] | undefined) => {
    if (!row) return null;
    told.add(row.id);
    return { title: row.title, due: dueOf(row), deliverable: row.deliverable };
  };
  const duties = obligations.map(
    (row): TemplateItem => ({
      key: row.id,
      group: groupOf(row.clauseId).slice(0, 300),
      role: roleOf(row.allUnits, row.unitIds[0]),
      what: row.what,
      due: row.due,
      evidenceWanted: row.evidenceWanted,
      task: taskOfItem(
        tasks.find(({ id, obligationIds }) => !told.has(id) && obligationIds.includes(row.id)),
      ),
    }),
  );
  const others = tasks
    .filter(({ id }) => !told.has(id))
    .map(
      (row): TemplateItem => ({
        key: row.id,
        group: groupOf(row.clauseId).slice(0, 300),
        role: roleOf(row.allUnits, row.leadUnitId),
        what: null,
        due: "year",
        evidenceWanted: null,
        task: taskOfItem(row),
      }),
    );
  return [...duties, ...others].map((item, at) => ({ ...item, key: String(at + 1) }));
}

/** Saves what a plan asks for as a template that every agency of the installation can adopt. Gives its id. */
export async function saveTemplate(
  work: Work,
  { id: planId, name, kind }: { id: string; name: string; kind: TemplateKind },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const plan = planPolicy.permit(actor, "manage", await planOf(tx, agencyId, planId));
  const items = await itemsOf(work, plan);
  if (items.length === 0) throw new Conflict("Kế hoạch chưa có nghĩa vụ, nhiệm vụ nào để lưu thành mẫu.");
  const id = uuidv7();
  const [made] = await tx
    .insert(planTemplate)
    .values({
      id,
      agencyId,
      name,
      kind,
      year: plan.year,
      items,
      savedBy: actor.personId,
      savedAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: planTemplate.id });
  if (!made) throw new Conflict(`Cơ quan đã có mẫu mang tên “${name}”; hãy đặt tên khác.`);
  await work.record({
    act: "save-template",
    objectKind: "plan-template",
    objectId: id,
    after: { name, kind, planId, items: items.length },
  });
  return id;
}
