import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pressContact, pressList, pressListMember } from "../tables.ts";
import { pressPolicy } from "./policy.ts";

/** Makes a list of addresses, or says anew who is on it. */
export async function saveList(
  work: Work,
  { id, name, contactIds }: { id: string; name: string; contactIds: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  pressPolicy.permit(actor, "keep", { agencyId });
  const [twin] = await tx
    .select({ id: pressList.id })
    .from(pressList)
    .where(
      and(
        eq(pressList.agencyId, agencyId),
        sql`lower(${pressList.name}) = lower(${name})`,
        eq(pressList.isClosed, false),
        ne(pressList.id, id),
      ),
    );
  if (twin) {
    const message = "Đã có nhóm nhận cùng tên.";
    throw new Unacceptable(message, [{ field: "name", message }]);
  }
  await tx
    .insert(pressList)
    .values({ id, agencyId, name, madeBy: personId, madeAt: at })
    .onConflictDoNothing();
  const [kept] = await tx
    .update(pressList)
    .set({ name })
    .where(and(eq(pressList.agencyId, agencyId), eq(pressList.id, id), eq(pressList.isClosed, false)))
    .returning();
  if (!kept) throw new NotFound("Nhóm nhận này không còn; hãy tải lại trang.");
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
