import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { keepAnAdministrator } from "./last-administrator.ts";
import { organizationPolicy } from "./policy.ts";
import { appointment } from "./tables.ts";

/** An administrator ends an appointment; gives the person's id. @throws NotFound, Conflict, Unacceptable */
export async function endAppointment(work: Work, which: { id: string; on: string }): Promise<string> {
  organizationPolicy.permit(work.actor, "manage", { agencyId: work.actor.agencyId });
  return withdrawAppointment(work, which);
}

/**
 * Ends an appointment on a day (its last day); one that has not begun yet is taken back as if never made. The right to
 * is the caller's to ask for. Gives the person's id.
 */
export async function withdrawAppointment(
  work: Work,
  { id, on, reason = null }: { id: string; on: string; reason?: string | null },
): Promise<string> {
  const { tx, actor } = work;
  const [before] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.agencyId, actor.agencyId), eq(appointment.id, id)))
    .for("update");
  if (!before) throw new NotFound("Không có phân công này trong cơ quan.");
  const recorded = { objectKind: "person", objectId: before.personId, before, reason };
  if (before.fromDate > today().toString() && on < before.fromDate) {
    await tx.delete(appointment).where(eq(appointment.id, id));
    await work.record({ act: "cancel-appointment", ...recorded });
    return before.personId;
  }
  if (before.toDate !== null && before.toDate < on)
    throw new Conflict("Phân công này đã kết thúc trước ngày đó.");
  if (on < before.fromDate) {
    const message = "Ngày kết thúc đứng trước ngày bắt đầu phân công.";
    throw new Unacceptable(message, [{ field: "on", message }]);
  }
  await tx.update(appointment).set({ toDate: on }).where(eq(appointment.id, id));
  if (before.role === "administrator") await keepAnAdministrator(work);
  await work.record({ act: "end-appointment", ...recorded, after: { ...before, toDate: on } });
  return before.personId;
}
