import { and, eq, inArray, or, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { ledgerLine, recipientKey } from "../connectors/press/ledger.ts";
import type { Delivery } from "../deliveries/delivery-queries.ts";
import { pressContact, pressList, pressListMember, pressRecipient, pressRelease } from "../tables.ts";
import { attachFiles } from "./attachments.ts";
import { earlierReleases } from "./earlier-releases.ts";

/** To whom a release goes, with which files, and whether before the text is public. */
export interface ReleaseChoice {
  listIds: string[];
  contactIds: string[];
  mediaIds: string[];
  isAhead: boolean;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** Those of lists and of single choices who may be written to now. */
async function willingAmong({ tx, actor }: Work, { listIds, contactIds }: ReleaseChoice) {
  const { agencyId } = actor;
  const onLists = tx
    .select({ id: pressListMember.contactId })
    .from(pressListMember)
    .innerJoin(pressList, and(eq(pressList.id, pressListMember.listId), eq(pressList.isClosed, false)))
    .where(and(eq(pressListMember.agencyId, agencyId), inArray(pressListMember.listId, listIds)));
  return tx
    .select({ id: pressContact.id, email: pressContact.email })
    .from(pressContact)
    .where(
      and(
        eq(pressContact.agencyId, agencyId),
        or(inArray(pressContact.id, onLists), inArray(pressContact.id, contactIds)),
        sql`press_may_write(press_contact)`,
      ),
    );
}

/** What was handed over is there, or may be. */
export const hasHadIt = (handles: Delivery["handles"], one: { key: string }): boolean =>
  ["accepted", "doubt", "sending"].includes(ledgerLine(handles, one).standing);

/**
 * Freezes to whom a delivery goes: who may be written to now, without those who have the text already. Those who were
 * chosen before and have it stay; from whom it was taken back by a letter gets it anew. Gives how many are to be written to.
 */
export async function freezeRecipients(
  work: Work,
  row: Delivery,
  choice: ReleaseChoice,
  { adds = false }: { adds?: boolean } = {},
): Promise<{ fresh: number; had: number; anew: number }> {
  const { tx, at } = work;
  const { id, agencyId, handles } = row;
  const willing = await willingAmong(work, choice);
  const earlier = await earlierReleases(tx, row);
  const wanted = willing.flatMap(({ id: contactId, email }) =>
    email === null ? [] : [{ contactId, address: email, key: recipientKey(email) }],
  );
  const fresh = wanted.filter((one) => earlier.get(one.key) !== null && !hasHadIt(handles, one));
  const known = await tx.select().from(pressRecipient).where(eq(pressRecipient.deliveryId, id));
  const kept = new Set(fresh.map(({ key }) => key));
  const dropped = known.filter((one) => !hasHadIt(handles, one) && !kept.has(one.key));
  if (dropped.length > 0 && !adds)
    await tx.delete(pressRecipient).where(
      inArray(
        pressRecipient.id,
        dropped.map((one) => one.id),
      ),
    );
  // Whose address was set right since is written to at the new one.
  for (const { contactId, address, key } of fresh)
    await tx
      .update(pressRecipient)
      .set({ address, key })
      .where(and(eq(pressRecipient.deliveryId, id), eq(pressRecipient.contactId, contactId)));
  if (fresh.length > 0)
    await tx
      .insert(pressRecipient)
      .values(fresh.map((one) => ({ id: uuidv7(), agencyId, deliveryId: id, ...one, addedAt: at })))
      .onConflictDoNothing();
  const anew = fresh.filter((one) => earlier.has(one.key)).length;
  return { fresh: fresh.length, had: wanted.length - fresh.length, anew };
}

/** Keeps what was chosen for a delivery to the press. @throws Unacceptable where nobody would get it */
export async function prepareRelease(
  work: Work,
  {
    row,
    account,
    embargoUntil,
    choice,
  }: { row: Delivery; account: ChannelAccount; embargoUntil: Date | null; choice: ReleaseChoice },
): Promise<string | null> {
  const { tx, at } = work;
  const { id, agencyId } = row;
  if (choice.isAhead && (embargoUntil === null || embargoUntil <= at))
    refuse(
      "isAhead",
      "Bài không có giờ cấm đăng còn hiệu lực nên không gửi trước được; hãy đặt giờ cấm đăng ở trang của bài.",
    );
  await tx
    .insert(pressRelease)
    .values({ deliveryId: id, agencyId, isAhead: choice.isAhead })
    .onConflictDoUpdate({ target: pressRelease.deliveryId, set: { isAhead: choice.isAhead } });
  await attachFiles(work, row, choice.mediaIds);
  const { fresh, had, anew } = await freezeRecipients(work, row, choice);
  if (fresh === 0 && account.way === "connected")
    refuse(
      "listIds",
      had > 0
        ? "Mọi nơi trong các nhóm đã chọn đều đã nhận bài này."
        : choice.listIds.length + choice.contactIds.length === 0
          ? "Hãy chọn nhóm nhận."
          : "Không ai trong các nhóm đã chọn đang nhận thư; hãy xem lại sổ báo chí.",
    );
  const notes = [
    ...(had > 0 ? [`${had} nơi đã nhận bài này từ trước nên không gửi lần nữa`] : []),
    ...(anew > 0 ? [`${anew} nơi nhận bản mới thay bản đã thu hồi`] : []),
  ];
  return notes.length > 0 ? notes.join("; ") : null;
}
