import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import { keepAnAdministrator } from "./last-administrator.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { appointment, person, signingAuthority } from "./tables.ts";

/**
 * Writes down a person's last day at the agency: appointments and signing authorities end with it, what would begin
 * later is taken back, and from the day after the account is shut. Null takes the day back; what ended with it has to
 * be given anew.
 */
export async function setLeaving(
  work: Work,
  { id, on, reason }: { id: string; on: string | null; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const before = organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  if (on !== null && on < toVietnamDate(at).toString()) {
    const message = "Ngày làm việc cuối sớm nhất là hôm nay; người đã nghỉ rồi thì khóa tài khoản ngay.";
    throw new Unacceptable(message, [{ field: "on", message }]);
  }
  await tx.update(person).set({ leavesOn: on }).where(eq(person.id, id));
  if (on !== null) {
    const openAppointment = or(isNull(appointment.toDate), gt(appointment.toDate, on));
    await tx.delete(appointment).where(and(eq(appointment.personId, id), gt(appointment.fromDate, on)));
    await tx
      .update(appointment)
      .set({ toDate: on })
      .where(and(eq(appointment.personId, id), lte(appointment.fromDate, on), openAppointment));
    const openAuthority = or(isNull(signingAuthority.toDate), gt(signingAuthority.toDate, on));
    await tx
      .delete(signingAuthority)
      .where(and(eq(signingAuthority.personId, id), gt(signingAuthority.fromDate, on)));
    await tx
      .update(signingAuthority)
      .set({
        toDate: on,
        endedBy: actor.personId === SYSTEM_PERSON ? null : actor.personId,
        endedAt: at,
        endReason: reason,
      })
      .where(and(eq(signingAuthority.personId, id), lte(signingAuthority.fromDate, on), openAuthority));
    if (before.appointments.some(({ role }) => role === "administrator")) await keepAnAdministrator(work);
  }
  await work.record({
    act: on === null ? "cancel-leaving" : "set-leaving",
    objectKind: "person",
    objectId: id,
    before: { leavesOn: before.leavesOn },
    after: { leavesOn: on },
    reason,
  });
}
