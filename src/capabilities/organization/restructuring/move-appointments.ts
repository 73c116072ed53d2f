import { and, eq, gte, isNull, or, sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { appointment } from "../tables.ts";
import { lastDayBefore } from "./unit-history.ts";

/**
 * Ends the appointments to a unit with the day before, and goes on with each in the heir, for the same role and as
 * long; what the person holds there already is not held twice.
 */
export async function moveAppointments(
  work: Work,
  { unitId, from, heirOf }: { unitId: string; from: string; heirOf: (personId: string) => string },
): Promise<void> {
  const { tx } = work;
  const open = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.unitId, unitId), or(isNull(appointment.toDate), gte(appointment.toDate, from))))
    .for("update");
  for (const before of open) {
    const begun = before.fromDate < from;
    const toDate = lastDayBefore(from);
    if (begun) await tx.update(appointment).set({ toDate }).where(eq(appointment.id, before.id));
    else await tx.delete(appointment).where(eq(appointment.id, before.id));
    const heir = heirOf(before.personId);
    const days = sql`daterange(${begun ? from : before.fromDate}::date, ${before.toDate}::date, '[]')`;
    const { rows } = await tx.execute<{ fromDate: string; toDate: string | null }>(sql`
      insert into appointment (id, agency_id, person_id, unit_id, role, from_date, to_date)
      select gen_random_uuid(), ${before.agencyId}, ${before.personId}, ${heir}, ${before.role}, lower(free), upper(free) - 1
      from unnest(datemultirange(${days}) - coalesce((
        select range_agg(daterange(from_date, to_date, '[]')) from appointment
        where person_id = ${before.personId} and unit_id = ${heir} and role = ${before.role}), '{}'::datemultirange)) free
      returning from_date::text as "fromDate", to_date::text as "toDate"`);
    const recorded = { objectKind: "person", objectId: before.personId };
    await work.record({
      act: begun ? "end-appointment" : "cancel-appointment",
      ...recorded,
      before,
      ...(begun && { after: { ...before, toDate } }),
    });
    for (const row of rows)
      await work.record({
        act: "appoint-person",
        ...recorded,
        after: { ...row, personId: before.personId, unitId: heir, role: before.role },
      });
  }
}
