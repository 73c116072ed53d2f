import { byPlan } from "#plan/contract";
import type { Item, PlanLinks } from "./api.ts";

type NamedLink = Item["links"]["tasks"][number];

/** What can be chosen, and what is chosen already of a plan that is over; under their plans where there are several. */
export function linkOptions(
  plans: PlanLinks["plans"],
  rows: { id: string; planId: string; name: string }[],
  chosen: NamedLink[],
) {
  const others = chosen.filter(({ id }) => !rows.some((row) => row.id === id));
  const theirs = others.map(({ planId, planTitle, planYear, inForce }) => ({
    id: planId,
    title: inForce ? planTitle : `Không còn thực hiện: ${planTitle}`,
    year: planYear,
  }));
  const all = new Map([...plans, ...theirs].map((plan) => [plan.id, plan]));
  return byPlan([...all.values()], [...rows, ...others], ({ name }) => name);
}

/** Tasks and obligations of the plans in force as they are named where they are chosen. */
export const namedTasks = ({ tasks }: Pick<PlanLinks, "tasks">) =>
  tasks.map(({ title, clausePath, ...row }) => ({
    ...row,
    name: clausePath ? `${clausePath}: ${title}` : title,
  }));
export const namedObligations = ({ obligations }: Pick<PlanLinks, "obligations">) =>
  obligations.map(({ code, what, ...row }) => ({ ...row, name: `${code}: ${what}` }));
export const namedClauses = ({ clauses }: Pick<PlanLinks, "clauses">) =>
  clauses.map(({ path, name, ...row }) => ({ ...row, name: `${path}: ${name}` }));
