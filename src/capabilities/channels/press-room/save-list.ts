import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { pressContact, pressList, pressListMember } from "../tables.ts";
import { pressPolicy } from "./policy.ts";

interface ListFields {
  name: string;
  contactIds: string[];
}

const twin = () => {
  const message = "Đã có nhóm nhận cùng tên.";
  return new Unacceptable(message, [{ field: "name", message }]);
};

/** Those of the agency's own addresses that are still in the register are on the list. */
async function putOn(work: Work, { id, name, contactIds }: ListFields & { id: string }): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const known = await tx
    .select({ id: pressContact.id })
    .from(pressContact)
    .where(
      and(
        eq(pressContact.agencyId, agencyId),
        inArray(pressContact.id, contactIds),
        eq(pressContact.isClosed, false),
      ),
    );
  await tx.delete(pressListMember).where(eq(pressListMember.listId, id));
  if (known.length > 0)
    await tx
      .insert(pressListMember)
      .values(known.map((contact) => ({ listId: id, contactId: contact.id, agencyId })));
  await work.record({
    act: "save-press-list",
    objectKind: "press-list",
    objectId: id,
    after: { name, count: known.length },
  });
}

/** Begins a list of addresses; gives its id. */
export async function makeList(work: Work, fields: ListFields): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  pressPolicy.permit(actor, "keep", { agencyId });
  const id = uuidv7();
  const [made] = await tx
    .insert(pressList)
    .values({ id, agencyId, name: fields.name, madeBy: personId, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: pressList.id });
  if (!made) throw twin();
  await putOn(work, { id, ...fields });
  return id;
}

/** Says anew what a list is called and who is on it. */
export async function saveList(work: Work, { id, ...fields }: ListFields & { id: string }): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  pressPolicy.permit(actor, "keep", { agencyId });
  const open = and(eq(pressList.agencyId, agencyId), eq(pressList.isClosed, false));
  const [found] = await tx
    .select({ id: pressList.id })
    .from(pressList)
    .where(and(open, eq(pressList.id, id)))
    .for("update");
  if (!found) throw new NotFound("Nhóm nhận này không còn; hãy tải lại trang.");
  const [other] = await tx
    .select({ id: pressList.id })
    .from(pressList)
    .where(and(open, sql`lower(${pressList.name}) = lower(${fields.name})`, ne(pressList.id, id)));
  if (other) throw twin();
  await tx.update(pressList).set({ name: fields.name }).where(eq(pressList.id, id));
  await putOn(work, { id, ...fields });
}

/** It is chosen for no release any more; releases that were sent keep whom they went to. */
export async function closeList(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  pressPolicy.permit(actor, "keep", { agencyId: actor.agencyId });
  const [closed] = await tx
    .update(pressList)
    .set({ isClosed: true })
    .where(and(eq(pressList.agencyId, actor.agencyId), eq(pressList.id, id)))
    .returning({ id: pressList.id });
  if (!closed) throw new NotFound("Nhóm nhận này không còn; hãy tải lại trang.");
  await work.record({ act: "close-press-list", objectKind: "press-list", objectId: id });
}
