import { and, eq, inArray, or, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { pressContact, pressLetter, pressLetterRecipient, pressList, pressListMember } from "../../tables.ts";
import { letterOf } from "./letter-queries.ts";
import { letterPolicy } from "./policy.ts";

export interface LetterFields {
  title: string;
  body: string;
  listIds: string[];
  contactIds: string[];
}

/** Puts in place to whom it goes: those of lists and single ones who may be written to now. Gives how many. */
async function address(
  { tx, actor }: Work,
  letterId: string,
  { listIds, contactIds }: LetterFields,
): Promise<number> {
  const { agencyId } = actor;
  const onLists = tx
    .select({ id: pressListMember.contactId })
    .from(pressListMember)
    .innerJoin(pressList, and(eq(pressList.id, pressListMember.listId), eq(pressList.isClosed, false)))
    .where(and(eq(pressListMember.agencyId, agencyId), inArray(pressListMember.listId, listIds)));
  const willing = await tx
    .select({ contactId: pressContact.id })
    .from(pressContact)
    .where(
      and(
        eq(pressContact.agencyId, agencyId),
        or(inArray(pressContact.id, onLists), inArray(pressContact.id, contactIds)),
        sql`press_may_write(press_contact)`,
      ),
    );
  if (willing.length === 0) {
    const message =
      listIds.length + contactIds.length === 0
        ? "Hãy chọn nhóm nhận hoặc nơi nhận."
        : "Không ai trong các nơi đã chọn đang nhận thư; hãy xem lại sổ báo chí.";
    throw new Unacceptable(message, [{ field: "listIds", message }]);
  }
  await tx.delete(pressLetterRecipient).where(eq(pressLetterRecipient.letterId, letterId));
  await tx
    .insert(pressLetterRecipient)
    .values(willing.map(({ contactId }) => ({ id: uuidv7(), agencyId, letterId, contactId })));
  return willing.length;
}

/** Begins a letter; the same id sent again is the same one. */
export async function draftLetter(
  work: Work,
  { id, ...fields }: LetterFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  letterPolicy.permit(actor, "write", { agencyId });
  const { title, body } = fields;
  const [made] = await tx
    .insert(pressLetter)
    .values({ id, agencyId, title, body, state: "draft", madeBy: personId, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: pressLetter.id });
  if (!made) return;
  const count = await address(work, id, fields);
  await work.record({
    act: "draft-press-letter",
    objectKind: "press-letter",
    objectId: id,
    after: { title, body, count },
  });
}

/** Writes it anew before it is sent; whoever writes it last is who may not send it. */
export async function changeLetter(
  work: Work,
  { id, ...fields }: LetterFields & { id: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await letterOf(tx, actor.agencyId, id);
  letterPolicy.permit(actor, "write", found);
  const { title, body } = fields;
  await tx.update(pressLetter).set({ title, body, madeBy: actor.personId }).where(eq(pressLetter.id, id));
  const count = await address(work, id, fields);
  await work.record({
    act: "change-press-letter",
    objectKind: "press-letter",
    objectId: id,
    before: { title: found.title, body: found.body },
    after: { title, body, count },
  });
}

/** Gives up a letter that was not sent. */
export async function dropLetter(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const found = await letterOf(tx, actor.agencyId, id);
  letterPolicy.permit(actor, "write", found);
  await tx.delete(pressLetter).where(eq(pressLetter.id, id));
  const { title, body } = found;
  await work.record({
    act: "drop-press-letter",
    objectKind: "press-letter",
    objectId: id,
    before: { title, body },
  });
}
