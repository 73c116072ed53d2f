import { and, eq, inArray, or, sql } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { pressContact, pressLetter, pressLetterRecipient, pressList, pressListMember } from "../../tables.ts";
import { attachToLetter } from "./letter-attachments.ts";
import { isReplaced, letterOf } from "./letter-queries.ts";
import { letterPolicy } from "./policy.ts";

export interface LetterFields {
  title: string;
  body: string;
  listIds: string[];
  contactIds: string[];
  mediaIds: string[];
}

/** Whose place a letter takes, and why. */
export interface Replacing {
  id: string;
  why: string;
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

/** Begins a letter; the same id sent again is the same one. `replaces`: one that was sent, which ends when this one is. */
export async function draftLetter(
  work: Work,
  { id, replaces, ...fields }: LetterFields & { id: string; replaces: Replacing | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  letterPolicy.permit(actor, "write", { agencyId });
  const former = replaces && (await letterOf(tx, agencyId, replaces.id));
  const next = former && (await isReplaced(tx, former.id));
  if (next === id) return;
  if (former) letterPolicy.permit(actor, "replace", { ...former, isReplaced: next !== null });
  const { title, body } = fields;
  const [made] = await tx
    .insert(pressLetter)
    .values({
      ...{ id, agencyId, title, body, state: "draft", madeBy: personId, madeAt: at },
      ...(replaces && { replacesId: replaces.id, replacesWhy: replaces.why }),
    })
    .onConflictDoNothing()
    .returning({ id: pressLetter.id });
  if (!made) {
    const [known] = await tx.select().from(pressLetter).where(eq(pressLetter.id, id));
    if (known) return;
    throw new Conflict("Vừa có người soạn thư thay thế; hãy tải lại trang.");
  }
  const count = await address(work, id, fields);
  const files = await attachToLetter(work, id, fields.mediaIds);
  await work.record({
    act: "draft-press-letter",
    objectKind: "press-letter",
    objectId: id,
    after: {
      title,
      body,
      count,
      files,
      ...(former && { replaces: former.title, replacesWhy: replaces!.why }),
    },
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
  const files = await attachToLetter(work, id, fields.mediaIds);
  await work.record({
    act: "change-press-letter",
    objectKind: "press-letter",
    objectId: id,
    before: { title: found.title, body: found.body },
    after: { title, body, count, files },
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
