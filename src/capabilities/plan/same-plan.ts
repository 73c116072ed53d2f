import { and, eq, or, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { PlanHeader } from "./reading/plan-reading.ts";
import { plan } from "./tables.ts";

/** "05" of "05/KH-SM"; null while the document has no number. */
export const numberOf = (header: Pick<PlanHeader, "number">): string | null =>
  header.number?.split("/")[0]?.trim() || null;

/** The agency's plan of a year with this title, whatever its capitals; null: none. */
export async function planWithTitle(
  q: Queryable,
  agencyId: string,
  { title, year }: { title: string; year: number },
): Promise<{ id: string } | null> {
  const [found] = await q
    .select({ id: plan.id })
    .from(plan)
    .where(
      and(eq(plan.agencyId, agencyId), eq(plan.year, year), sql`lower(${plan.title}) = lower(${title})`),
    );
  return found ?? null;
}

/**
 * A plan that the agency has already and that a document seems to be: the same number and symbol in the same year of
 * issue, or the same title in the year that the title names. Null: none.
 */
export async function samePlan(
  q: Queryable,
  agencyId: string,
  header: Pick<PlanHeader, "number" | "symbol" | "date" | "title">,
): Promise<{ id: string; title: string; year: number } | null> {
  const number = numberOf(header);
  const named = /\b(20\d\d)\b/.exec(header.title ?? "")?.[1];
  const sameNumber =
    number && header.date
      ? and(
          eq(plan.number, number.padStart(2, "0")),
          sql`coalesce(${plan.symbol}, '') = ${header.symbol ?? ""}`,
          sql`extract(year from ${plan.issuedOn}) = ${Number(header.date.slice(0, 4))}`,
        )
      : undefined;
  const sameTitle =
    header.title && named
      ? and(eq(plan.year, Number(named)), sql`lower(${plan.title}) = lower(${header.title})`)
      : undefined;
  if (!sameNumber && !sameTitle) return null;
  const [found] = await q
    .select({ id: plan.id, title: plan.title, year: plan.year })
    .from(plan)
    .where(and(eq(plan.agencyId, agencyId), or(sameNumber, sameTitle)))
    .limit(1);
  return found ?? null;
}
