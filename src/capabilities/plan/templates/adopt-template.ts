import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { codeBase, nextCode } from "../next-code.ts";
import { clausesOf, obligationsOf, planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import type { TaskDue } from "../reading/plan-reading.ts";
import { addObligation } from "../save-obligation.ts";
import { addTask } from "../save-task.ts";
import { presentIn, templateOf } from "./template-queries.ts";

export interface Adoption {
  id: string;
  templateId: string;
  /** Items of the template. */
  keys: string[];
  /** Who leads what the template gives to a role; null and not all units: nobody yet. */
  roles: { role: string; unitId: string | null; allUnits: boolean }[];
  /** In which clause what the template counts to a group goes. */
  groups: { group: string; clauseId: string }[];
}

/** The same day in another year; 29 February becomes the 28th. */
const moved = (due: TaskDue, years: number): TaskDue => {
  const later = (day: string | null) => day && Temporal.PlainDate.from(day).add({ years }).toString();
  return years === 0
    ? due
    : { ...due, text: null, date: later(due.date), from: later(due.from), to: later(due.to) };
};

/**
 * Takes items of a template into a plan as obligations and tasks of chosen units and clauses, all in one act. What the
 * plan holds already is never added again. Gives how many items there were.
 */
export async function adoptTemplate(work: Work, adoption: Adoption): Promise<number> {
  const { tx, actor } = work;
  const { id: planId, templateId, keys, roles, groups } = adoption;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, actor.agencyId, planId));
  const template = await templateOf(tx, templateId);
  const isPresent = await presentIn(tx, planId);
  const items = template.items.filter((item) => keys.includes(item.key) && !isPresent(item));
  if (items.length === 0) throw new Conflict("Kế hoạch đã có mọi việc được chọn; không có gì để thêm.");
  const clauses = await clausesOf(tx, planId);
  const clauseOf = (group: string) => {
    const chosen = groups.find((row) => row.group === group)?.clauseId;
    const clause = clauses.find(({ id }) => id === chosen);
    if (clause) return clause;
    const message = `Hãy chọn mục của kế hoạch cho nhóm “${group}”.`;
    throw new Unacceptable(message, [{ field: "groups", message }]);
  };
  for (const { group, role, what, due, evidenceWanted, task } of items) {
    const clause = clauseOf(group);
    const { unitId = null, allUnits = false } = roles.find((row) => row.role === role) ?? {};
    const taken = (await obligationsOf(tx, planId, "all")).map(({ code }) => code);
    const obligationId =
      what &&
      (await addObligation(work, {
        id: planId,
        code: nextCode(codeBase(clause.path), taken),
        clauseId: clause.id,
        what,
        themes: [],
        allUnits,
        unitIds: unitId ? [unitId] : [],
        due,
        evidenceWanted,
        noneReason: null,
      }));
    if (task)
      await addTask(work, {
        id: planId,
        title: task.title,
        clauseId: clause.id,
        leadUnitId: allUnits ? null : unitId,
        allUnits,
        responsiblePersonId: null,
        approverPersonId: null,
        coordinatingUnitIds: [],
        due: moved(task.due, template.year === null ? 0 : plan.year - template.year),
        deliverable: task.deliverable,
        obligationIds: obligationId ? [obligationId] : [],
        outsideYear: true,
      });
  }
  await work.record({
    act: "adopt-template",
    objectKind: "plan",
    objectId: planId,
    after: { template: template.name, adopted: items.map(({ what, task }) => what ?? task?.title) },
  });
  return items.length;
}
