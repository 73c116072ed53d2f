import { and, eq } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "../policy.ts";
import { appointment, person, sharedContact } from "../tables.ts";

/** Lets the other agencies see a person in an appointment, with work phone, e-mail or both; told again it is changed. */
export async function shareContact(
  work: Work,
  {
    id,
    matter,
    showsPhone,
    showsEmail,
  }: { id: string; matter: string | null; showsPhone: boolean; showsEmail: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [found] = await tx
    .select({ name: person.name, phone: person.phone })
    .from(appointment)
    .innerJoin(person, eq(person.id, appointment.personId))
    .where(and(eq(appointment.agencyId, actor.agencyId), eq(appointment.id, id)));
  if (!found) throw new NotFound("Không có phân công này trong cơ quan.");
  const refuse = (field: string, message: string) => new Unacceptable(message, [{ field, message }]);
  if (!showsPhone && !showsEmail) throw refuse("showsEmail", "Hãy chọn điện thoại, thư điện tử hoặc cả hai.");
  if (showsPhone && !found.phone)
    throw refuse("showsPhone", "Người này chưa có điện thoại công vụ; hãy ghi ở trang Người dùng trước.");
  const values = { matter, showsPhone, showsEmail, sharedBy: actor.personId, sharedAt: at };
  await tx
    .insert(sharedContact)
    .values({ agencyId: actor.agencyId, appointmentId: id, ...values })
    .onConflictDoUpdate({ target: sharedContact.appointmentId, set: values });
  await work.record({
    act: "share-contact",
    objectKind: "shared-contact",
    objectId: id,
    after: { name: found.name, matter, showsPhone, showsEmail },
  });
}
