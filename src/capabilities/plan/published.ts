import type { Queryable } from "#platform/database/database.ts";
import { type PlanChain, planChain } from "./plan-chain.ts";
import { plansOfAgency } from "./plan-queries.ts";

export interface PublishedPlanSummary {
  id: string;
  slug: string;
  title: string;
  year: number;
  tasksDone: number;
  tasksTotal: number;
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
  };
  clauses: PublishedClause[];
  totals: { tasksDone: number; tasksTotal: number };
}

const wholeYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

const totalsOf = ({ tasks }: PlanChain) => ({
  tasksDone: tasks.filter(({ progress }) => progress.done).length,
  tasksTotal: tasks.length,
});

/** The agency's plans with how many tasks have a proof in the plan's year. */
export async function publishedPlans(q: Queryable, agencyId: string): Promise<PublishedPlanSummary[]> {
  const summaries: PublishedPlanSummary[] = [];
  for (const { id, slug, title, year } of await plansOfAgency(q, agencyId)) {
    summaries.push({ id, slug, title, year, ...totalsOf(await planChain(q, agencyId, id, wholeYear(year))) });
  }
  return summaries;
}

function publishedClauses(chain: PlanChain, parentId: string | null): PublishedClause[] {
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
        tasksDone: tasks.filter(({ progress }) => progress.done).length,
        tasksTotal: tasks.length,
        // Only what has a public address is shown to the public.
        evidence: proofs.flatMap(({ label: name, url, at }) => (url ? [{ label: name, url, at }] : [])),
        children: publishedClauses(chain, id),
      };
    });
}

/** A plan as the public sees it: what was promised clause by clause, and the proofs with a public address. */
export async function publishedPlan(
  q: Queryable,
  agencyId: string,
  slug: string,
): Promise<PublishedPlanPage | null> {
  const found = (await plansOfAgency(q, agencyId)).find((candidate) => candidate.slug === slug);
  if (!found) return null;
  const chain = await planChain(q, agencyId, found.id, wholeYear(found.year));
  const { id, title, year, number, symbol, issuedOn } = found;
  return {
    plan: { id, slug, title, year, number, symbol, date: issuedOn },
    clauses: publishedClauses(chain, null),
    totals: totalsOf(chain),
  };
}
