import { and, eq, ne } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pressContact } from "../tables.ts";
import type { ContactBasis } from "./outlet.ts";
import { pressPolicy } from "./policy.ts";
import { contactOf, contactSubject, outletOf } from "./press-queries.ts";
import { type ConsentFields, recordConsent } from "./record-consent.ts";

export interface ContactFields {
  name: string;
  jobTitle: string;
  email: string;
  phone: string;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

const twin = (): never => refuse("email", "Sổ đã có địa chỉ này; hãy tìm trong danh sách.");

const kept = (basis: ContactBasis, { email, ...fields }: ContactFields) => {
  if (basis === "consent" && fields.name === "") refuse("name", "Hãy ghi tên người nhận.");
  return { ...fields, email: email.toLowerCase() };
};

/**
 * Notes where a press agency is written to, each address once; of a person with how they agreed. `id` is a new one. The audit holds no name and no address:
 * they can be removed when the person asks.
 */
export async function noteContact(
  work: Work,
  {
    id,
    outletId,
    basis,
    consent,
    ...fields
  }: ContactFields & { id: string; outletId: string; basis: ContactBasis; consent: ConsentFields | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const outlet = await outletOf(tx, agencyId, outletId);
  pressPolicy.permit(actor, "keep", { agencyId, isClosed: outlet.isClosed });
  const [made] = await tx
    .insert(pressContact)
    .values({ id, agencyId, outletId, basis, ...kept(basis, fields), madeBy: personId, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: pressContact.id });
  if (!made) twin();
  await work.record({
    act: "note-press-contact",
    objectKind: "press-contact",
    objectId: id,
    after: { outletId, basis },
  });
  if (basis === "consent" && consent) await recordConsent(work, { id, ...consent });
}

/** Changes what stands of it; closed, it is written to no more. Another address of a person needs a consent of its own. */
export async function changeContact(
  work: Work,
  { id, isClosed, ...fields }: ContactFields & { id: string; isClosed: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const found = await contactOf(tx, agencyId, id);
  pressPolicy.permit(actor, "keep", contactSubject({ ...found, isClosed: found.isClosed && isClosed }));
  const next = kept(found.basis, fields);
  if (found.basis === "consent" && next.email !== found.email && found.agrees)
    throw new Conflict(
      "Người này đồng ý nhận ở địa chỉ đã ghi; địa chỉ khác thì thêm mới cùng sự đồng ý, rồi thôi dùng địa chỉ cũ.",
    );
  const [other] = await tx
    .select({ id: pressContact.id })
    .from(pressContact)
    .where(
      and(
        eq(pressContact.agencyId, agencyId),
        eq(pressContact.email, next.email),
        eq(pressContact.isClosed, false),
        ne(pressContact.id, id),
      ),
    );
  if (other && !isClosed) twin();
  await tx
    .update(pressContact)
    .set({
      ...{ ...next, isClosed },
      // What came back was of the former address.
      ...(next.email !== found.email && { suspendedAt: null, suspendedWhy: null, trustedSince: at }),
    })
    .where(eq(pressContact.id, id));
  await work.record({
    act: "change-press-contact",
    objectKind: "press-contact",
    objectId: id,
    before: { isClosed: found.isClosed },
    after: { isClosed, newAddress: next.email !== found.email },
  });
}
