import { eq } from "drizzle-orm";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type DossierBehind, dossiersBehind } from "../figures/dossiers-behind.ts";
import { apology, lateDossier } from "../tables.ts";

/** More late dossiers than this are told by their number alone; the file has them all. */
const MOST = 2_000;

export type ApologyState = (typeof apology.$inferSelect)["state"];

export interface LateDossier extends DossierBehind {
  said: { reason: string; unit: string; newDueOn: string | null } | null;
  apologies: { id: string; state: ApologyState; newDueOn: string | null; sentOn: string | null }[];
}

/** Every dossier of a period that was settled late or is overdue, with why, who answers, and what was apologised for. */
export async function lateRegister(
  q: Queryable,
  { agencyId, period, today }: { agencyId: string; period: ReportingPeriod; today: string },
): Promise<{ total: number; dossiers: LateDossier[] }> {
  const page = { from: 0, most: MOST };
  // Whatever tells the figures: each is explained and apologised for.
  const which = { agencyId, period, today, everyUnit: true };
  const open = await dossiersBehind(q, { ...which, measure: "inProgressOverdue" }, page);
  const settled = await dossiersBehind(q, { ...which, measure: "late" }, page);
  const said = await q.select().from(lateDossier).where(eq(lateDossier.agencyId, agencyId));
  const apologies = await q.select().from(apology).where(eq(apology.agencyId, agencyId));
  const saidOf = new Map(said.map((one) => [one.code, one]));
  const apologiesOf = Map.groupBy(apologies, ({ code }) => code);
  return {
    total: open.total + settled.total,
    dossiers: [...open.dossiers, ...settled.dossiers].map((one) => {
      const known = saidOf.get(one.code);
      return {
        ...one,
        said: known ? { reason: known.reason, unit: known.unit, newDueOn: known.newDueOn } : null,
        apologies: (apologiesOf.get(one.code) ?? [])
          .filter(({ state }) => state !== "withdrawn")
          .map(({ id, state, newDueOn, sentOn }) => ({ id, state, newDueOn, sentOn })),
      };
    }),
  };
}
