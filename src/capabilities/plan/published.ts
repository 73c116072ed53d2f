import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type PlanChain, planChain, wholeTime } from "./plan-chain.ts";
import { type Plan, plansOfAgency } from "./plan-queries.ts";
import type { PlanStanding } from "./plan-standing.ts";
import { proofIndex } from "./proof-index.ts";
import { type PlanProgress, planProgress, type TaskProgress, taskProgress } from "./task-progress.ts";
import { firstDaysOfVersions } from "./versions/version-days.ts";

export { clauseAnchor, planPath } from "./plan-address.ts";
export { type PlanStanding, standingWords } from "./plan-standing.ts";
export { type PlanProgress, partInWords } from "./task-progress.ts";
export { versionInWords } from "./versions/difference-words.ts";

export interface PublishedPlanAddress {
  slug: string;
  title: string;
  year: number;
  standing: PlanStanding;
}

export interface PublishedPlanSummary {
  id: string;
  slug: string;
  title: string;
  year: number;
  standing: PlanStanding;
  progress: PlanProgress;
}

export interface PublishedClause {
  path: string;
  label: string;
  title: string | null;
  text: string;
  leadUnit: string | null;
  tasksDone: number;
  tasksTotal: number;
  evidence: { label: string; url: string | null; at: Date }[];
  children: PublishedClause[];
}

export interface PublishedPlanPage {
  plan: {
    id: string;
    slug: string;
    title: string;
    year: number;
    number: string | null;
    symbol: string | null;
    date: string | null;
    standing: PlanStanding;
    /** Day on which it was over; null while it is not. */
    endedAt: Date | null;
    /** Which version of it is shown, and its first day; null while the plan has not been issued. */
    version: number;
    holdsFrom: string | null;
    /** The public plan that stands in its place. */
    heir: PublishedPlanAddress | null;
  };
  /** All public plans, to go from one to another. */
  plans: PublishedPlanAddress[];
  clauses: PublishedClause[];
  progress: PlanProgress;
}

/** What is left at the address of a plan that was taken off the portal. */
export interface TakenBackPlan {
  id: string;
  slug: string;
  title: string;
  takenBackAt: Date;
  reason: string;
}

const measured = (chain: PlanChain, now: Date): Map<string, TaskProgress> =>
  taskProgress(
    { year: chain.plan.year, tasks: chain.tasks, evidence: chain.evidence },
    toVietnamDate(now).toString(),
  );

const addressOf = ({ slug, title, year, standing }: Plan): PublishedPlanAddress => ({
  slug,
  title,
  year,
  standing,
});

const onPortal = async (q: Queryable, agencyId: string): Promise<Plan[]> =>
  (await plansOfAgency(q, agencyId)).filter(({ publishedAt }) => publishedAt !== null);

/** Where each public plan stands, those in force first; for what needs no figures. */
export async function publishedPlanAddresses(
  q: Queryable,
  agencyId: string,
): Promise<PublishedPlanAddress[]> {
  return (await onPortal(q, agencyId)).map(addressOf);
}

/** The plans that a person has published, with how many tasks have a proof in the period they are measured in. */
export async function publishedPlans(
  q: Queryable,
  agencyId: string,
  now: Date,
): Promise<PublishedPlanSummary[]> {
  const summaries: PublishedPlanSummary[] = [];
  for (const { id, slug, title, year, standing } of await onPortal(q, agencyId)) {
    const tasks = measured(await planChain(q, agencyId, id, wholeTime), now);
    summaries.push({ id, slug, title, year, standing, progress: planProgress(tasks.values()) });
  }
  return summaries;
}

function publishedClauses(
  chain: PlanChain,
  progress: Map<string, TaskProgress>,
  parentId: string | null,
): PublishedClause[] {
  return chain.clauses
    .filter((clause) => clause.parentId === parentId)
    .map(({ id, path, label, title, text }) => {
      const tasks = chain.tasks.filter(({ clauseId }) => clauseId === id);
      const taskIds = tasks.map((task) => task.id);
      const obligationIds = chain.obligations.filter(({ clauseId }) => clauseId === id).map((row) => row.id);
      const proofs = chain.evidence.filter(
        (proof) =>
          proof.clauseIds.includes(id) ||
          proof.taskIds.some((taskId) => taskIds.includes(taskId)) ||
          proof.obligationIds.some((obligationId) => obligationIds.includes(obligationId)),
      );
      const leads = tasks.flatMap(
        ({ leadUnitText, allUnits }) => leadUnitText ?? (allUnits ? "Các phòng, đơn vị" : []),
      );
      return {
        path,
        label,
        title,
        text,
        leadUnit: leads.length > 0 ? [...new Set(leads)].join("; ") : null,
        tasksDone: tasks.filter((task) => progress.get(task.id)!.done).length,
        tasksTotal: tasks.length,
        // Only what has a public address is shown to the public.
        evidence: proofs.flatMap(({ label: name, url, at }) => (url ? [{ label: name, url, at }] : [])),
        children: publishedClauses(chain, progress, id),
      };
    });
}

/** Tasks that belong to no clause, as sections of their own: those of the appendices, and those added since. */
const sectionsWithoutClause = (chain: PlanChain, progress: Map<string, TaskProgress>): PublishedClause[] => [
  ...sectionOf(chain, progress, { fromAppendix: true, path: "phu-luc", title: "Nhiệm vụ giao ở phụ lục" }),
  ...sectionOf(chain, progress, { fromAppendix: false, path: "bo-sung", title: "Nhiệm vụ bổ sung" }),
];

function sectionOf(
  chain: PlanChain,
  progress: Map<string, TaskProgress>,
  { fromAppendix, path, title }: { fromAppendix: boolean; path: string; title: string },
): PublishedClause[] {
  const tasks = chain.tasks.filter((task) => task.clauseId === null && task.fromAppendix === fromAppendix);
  if (tasks.length === 0) return [];
  const proofs = proofIndex(chain.evidence, tasks);
  const bare = { label: "", tasksDone: 0, tasksTotal: 0, leadUnit: null, evidence: [], children: [] };
  return [
    {
      ...bare,
      path,
      title,
      text: "",
      children: tasks.map((task, index) => ({
        ...bare,
        path: `${path}.${index + 1}`,
        title: null,
        text: task.title,
        leadUnit: task.leadUnitText ?? (task.allUnits ? "Các phòng, đơn vị" : null),
        tasksDone: progress.get(task.id)!.done ? 1 : 0,
        tasksTotal: 1,
        evidence: proofs.serving(task).flatMap(({ label, url, at }) => (url ? [{ label, url, at }] : [])),
      })),
    },
  ];
}

/** A plan as the public sees it: what was promised clause by clause, and the proofs with a public address. */
export async function publishedPlan(
  q: Queryable,
  agencyId: string,
  slug: string,
  now: Date,
): Promise<PublishedPlanPage | null> {
  const plans = await onPortal(q, agencyId);
  const found = plans.find((candidate) => candidate.slug === slug);
  if (!found) return null;
  const heir = plans.find((candidate) => candidate.id === found.replacedBy);
  const chain = await planChain(q, agencyId, found.id, wholeTime);
  const tasks = measured(chain, now);
  const { id, title, year, number, symbol, issuedOn, standing, endedAt, version } = found;
  return {
    plan: {
      id,
      slug,
      title,
      year,
      number,
      symbol,
      date: issuedOn,
      standing,
      endedAt,
      version,
      holdsFrom: (await firstDaysOfVersions(q, id)).get(version) ?? issuedOn,
      heir: heir ? addressOf(heir) : null,
    },
    plans: plans.map(addressOf),
    clauses: [...publishedClauses(chain, tasks, null), ...sectionsWithoutClause(chain, tasks)],
    progress: planProgress(tasks.values()),
  };
}

/** The plan that stood at this address and was taken back; null when none did. */
export async function takenBackPlan(
  q: Queryable,
  agencyId: string,
  slug: string,
): Promise<TakenBackPlan | null> {
  const found = (await plansOfAgency(q, agencyId)).find((candidate) => candidate.slug === slug);
  if (!found?.takenBackAt || !found.takenBackReason) return null;
  const { id, title, takenBackAt, takenBackReason: reason } = found;
  return { id, slug, title, takenBackAt, reason };
}
