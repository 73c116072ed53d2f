import { type Role, roleLabels } from "#platform/auth/actor.ts";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { unitsOfAgency } from "./organization-queries.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { appointment } from "./tables.ts";

export interface NewAppointment {
  id: string;
  role: Role;
  unitId: string | null;
  fromDate: string;
  toDate: string | null;
}

/** Gives a person a role in a unit (or the whole agency) from a day, to a day when one is known. */
export async function appointPerson(
  work: Work,
  { id, role, unitId, fromDate, toDate }: NewAppointment,
): Promise<void> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  if (toDate !== null && toDate < fromDate) {
    const message = "Ngày kết thúc đứng trước ngày bắt đầu.";
    throw new Unacceptable(message, [{ field: "toDate", message }]);
  }
  if (unitId === null && (role === "contributor" || role === "head")) {
    const message = `Vai trò ${roleLabels[role]} cần một đơn vị.`;
    throw new Unacceptable(message, [{ field: "unitId", message }]);
  }
  if (unitId !== null && !(await unitsOfAgency(tx, actor.agencyId)).some((unit) => unit.id === unitId)) {
    throw new NotFound("Không có đơn vị này trong cơ quan.");
  }
  const values = { id: uuidv7(), agencyId: actor.agencyId, personId: id, unitId, role, fromDate, toDate };
  await tx.insert(appointment).values(values);
  await work.record({ act: "appoint-person", objectKind: "person", objectId: id, after: values });
}
