import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { calendarOf } from "#plan";
import { whyOff } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { ruleOf } from "../apologies/rule-queries.ts";
import { apology, dossierImport } from "../tables.ts";
import type { LateDossier } from "./late-register.ts";

/** More than this are told by their number alone. */
const MOST = 1_000;

export interface DueSoon extends Omit<LateDossier, "said" | "finishedOn" | "daysLate"> {
  /** Working days after today up to the promised day, both told by the calendar of the agency; 0: it is today, or nothing but days off lie between. */
  daysLeft: number;
  /** The last day on which an apology is in time by the agency's rule. */
  apologyBy: string;
}

/** Whole days between two, the first left out. */
const daysBetween = (from: string, to: string): string[] => {
  const days: string[] = [];
  let day = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    days.push(day.toString());
  }
  return days;
};

/**
 * Dossiers in progress that are promised for today or one of the next `days` calendar days, the soonest first: for
 * these an apology can still go out before the promised day. As of the last sheet that came in.
 */
export async function dueSoon(
  q: Queryable,
  { agencyId, today, days }: { agencyId: string; today: string; days: number },
): Promise<{ total: number; lastSheetAt: Date | null; dossiers: DueSoon[] }> {
  const until = Temporal.PlainDate.from(today).add({ days }).toString();
  const { rows } = await q.execute<
    Omit<DueSoon, "daysLeft" | "apologyBy" | "apologies"> & { total: number }
  >(sql`
    select code, unit, procedure_code as "procedureCode", procedure_name as "procedureName", field, channel,
      received_on::text as "receivedOn", due_on::text as "dueOn", 'open' as status, null::int as "workingDays",
      count(*) over ()::int as total
    from dossier
    where agency_id = ${agencyId} and finished_on is null and status not in ('paused', 'closed')
      and due_on between ${today} and ${until}
    order by due_on, code limit ${MOST}`);
  const rule = await ruleOf(q, agencyId);
  const calendar = await calendarOf(q, agencyId);
  const apologies = await q.select().from(apology).where(eq(apology.agencyId, agencyId));
  const of = Map.groupBy(apologies, ({ code }) => code);
  const [last] = await q
    .select({ at: dossierImport.importedAt })
    .from(dossierImport)
    .where(
      and(
        eq(dossierImport.agencyId, agencyId),
        eq(dossierImport.kind, "dossiers"),
        isNull(dossierImport.undoneAt),
      ),
    )
    .orderBy(desc(dossierImport.importedAt))
    .limit(1);
  return {
    total: rows[0]?.total ?? 0,
    lastSheetAt: last?.at ?? null,
    dossiers: rows.map(({ total: _, ...one }) => ({
      ...one,
      daysLeft: daysBetween(today, one.dueOn).filter((day) => whyOff(calendar, day) === null).length,
      apologyBy: Temporal.PlainDate.from(one.dueOn).subtract({ days: rule.daysBefore }).toString(),
      apologies: (of.get(one.code) ?? [])
        .filter(({ state }) => state !== "withdrawn")
        .map(({ id, state, newDueOn, sentOn }) => ({ id, state, newDueOn, sentOn })),
    })),
  };
}
