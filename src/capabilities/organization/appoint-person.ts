import { and, eq, sql } from "drizzle-orm";
import { type Role, roleLabels } from "#platform/auth/actor.ts";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { appointment, person } from "./tables.ts";
import { checkUnitForRole } from "./unit-for-role.ts";

export interface NewAppointment {
  id: string;
  role: Role;
  unitId: string | null;
  fromDate: string;
  toDate: string | null;
  /** Kept in the audit. */
  reason?: string;
}

/** Refuses a second appointment to the same role in the same unit at the same time. */
async function refuseOverlap({ tx }: Work, { id, role, unitId, fromDate, toDate }: NewAppointment) {
  // Two appointments made at the same moment would not see each other.
  await tx.select({ id: person.id }).from(person).where(eq(person.id, id)).for("update");
  const [held] = await tx
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.personId, id),
        eq(appointment.role, role),
        sql`${appointment.unitId} is not distinct from ${unitId}::uuid`,
        sql`daterange(from_date, to_date, '[]') && daterange(${fromDate}::date, ${toDate}::date, '[]')`,
      ),
    )
    .limit(1);
  if (!held) return;
  const time = `từ ${formatDate(held.fromDate)}${held.toDate ? ` đến ${formatDate(held.toDate)}` : ""}`;
  throw new Conflict(`Người này đã giữ vai trò ${roleLabels[role]} ở đơn vị đó ${time}.`);
}

/** Gives a person a role in a unit (or the whole agency) from a day, to a day when one is known. */
export async function appointPerson(work: Work, wanted: NewAppointment): Promise<void> {
  const { tx, actor } = work;
  const { id, role, unitId, fromDate, toDate, reason = null } = wanted;
  organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  if (toDate !== null && toDate < fromDate) {
    const message = "Ngày kết thúc đứng trước ngày bắt đầu.";
    throw new Unacceptable(message, [{ field: "toDate", message }]);
  }
  await checkUnitForRole(tx, actor.agencyId, wanted);
  await refuseOverlap(work, wanted);
  const values = { id: uuidv7(), agencyId: actor.agencyId, personId: id, unitId, role, fromDate, toDate };
  await tx.insert(appointment).values(values);
  await work.record({ act: "appoint-person", objectKind: "person", objectId: id, after: values, reason });
}
