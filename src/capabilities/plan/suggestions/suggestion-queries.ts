import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { clausesOf, obligationsOf, type Plan, tasksOf } from "../plan-queries.ts";
import { planSuggestion } from "../tables.ts";
import { type Suggestion, suggest } from "./suggest.ts";

export interface Suggestions {
  open: Suggestion[];
  /** Put aside for the version that holds. */
  aside: Suggestion[];
}

/** What the plan's clauses suggest and nobody has decided on; and what was put aside in this version. */
export async function suggestionsOf(q: Queryable, plan: Plan): Promise<Suggestions> {
  const { id, agencyId, year, version } = plan;
  const decided = await q
    .select()
    .from(planSuggestion)
    .where(and(eq(planSuggestion.agencyId, agencyId), eq(planSuggestion.planId, id)));
  const all = suggest({
    year,
    clauses: await clausesOf(q, id),
    obligations: await obligationsOf(q, id),
    tasks: await tasksOf(q, id),
    units: await unitsOfAgency(q, agencyId),
    suggested: new Set(decided.flatMap(({ obligationId }) => obligationId ?? [])),
  });
  // What was accepted stays so in later versions; what was put aside is asked about again when the plan is amended.
  const accepted = new Set(decided.flatMap(({ state, key }) => (state === "accepted" ? [key] : [])));
  const aside = new Set(
    decided.flatMap((row) => (row.state === "aside" && row.version === version ? [row.key] : [])),
  );
  const left = all.filter(({ key }) => !accepted.has(key));
  return {
    open: left.filter(({ key }) => !aside.has(key)),
    aside: left.filter(({ key }) => aside.has(key)),
  };
}
