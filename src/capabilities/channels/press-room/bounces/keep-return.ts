import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { entry, ledgerLine, recipientKey } from "../../connectors/press/ledger.ts";
import { noteEvent } from "../../deliveries/move-delivery.ts";
import { tellPosters } from "../../deliveries/tell-posters.ts";
import {
  delivery,
  pressContact,
  pressLetterMail,
  pressLetterRecipient,
  pressRecipient,
  pressReturn,
} from "../../tables.ts";
import { stopWriting } from "../opt-out.ts";
import { contactOf } from "../press-queries.ts";
import { bounceKindOf } from "./bounce.ts";
import type { PressMailbox } from "./mailbox-queries.ts";
import type { Report } from "./read-report.ts";
import type { ReturnTag } from "./return-tag.ts";
import { keepBounce } from "./suspend-contact.ts";

/** The release is being sent at this moment: what came back is read a little later. */
export class StillSending extends Error {
  override name = "StillSending";
}

const FORMER = "former-address";

/** Which letter came back: to whom it went, under which address. Null: who it was is no more in the register. */
async function letterOfTag({ tx }: Work, agencyId: string, { kind, id }: ReturnTag) {
  if (kind === "letter") {
    const [found] = await tx
      .select({
        ...{ contactId: pressContact.id, address: pressContact.email },
        ...{ trustedSince: pressContact.trustedSince, sentAt: pressLetterMail.changedAt },
      })
      .from(pressLetterMail)
      .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.id, pressLetterMail.recipientId))
      .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
      .where(and(eq(pressLetterMail.id, id), eq(pressLetterMail.agencyId, agencyId)));
    if (!found?.address) return null;
    const { contactId, address, trustedSince, sentAt } = found;
    // Set right since: what comes back is of the former address, and says nothing of this one.
    const key = trustedSince !== null && trustedSince > sentAt ? FORMER : recipientKey(address);
    return { contactId, address, key, deliveryId: null };
  }
  const [found] = await tx
    .select()
    .from(pressRecipient)
    .where(and(eq(pressRecipient.id, id), eq(pressRecipient.agencyId, agencyId)));
  return found?.address ? { ...found, address: found.address } : null;
}

/** What the servers say of one address; a letter that was handed on names the other one. */
const saidOf = ({ recipients }: Report, address: string): string =>
  (recipients.find((one) => one.address === address.toLowerCase()) ?? recipients[0])?.said ?? "";

/** Whoever had the release did not get what came after it: who posts has to tell them otherwise. */
async function tellOfFollowUp(work: Work, row: typeof delivery.$inferSelect, source: string, said: string) {
  const content = (await contentToDeliver(work.tx, row, [row.itemId])).get(row.itemId);
  if (!content) return;
  await tellPosters(work, content, {
    cause: `press-follow-up:${row.id}:${source}`,
    kind: "failure",
    title: `Thư đính chính, thu hồi gửi một nơi bị trả về${said && ` (mã ${said})`}: hãy báo nơi ấy bằng cách khác.`,
    deliveryId: row.id,
  });
}

/** Writes it where the release stands: the ledger, its history. @throws StillSending */
async function markRelease(
  work: Work,
  { kind, id }: ReturnTag,
  { deliveryId, key }: { deliveryId: string; key: string },
  said: string,
): Promise<void> {
  const { tx } = work;
  const [row] = await tx.select().from(delivery).where(eq(delivery.id, deliveryId)).for("update");
  if (!row) return;
  if (row.state === "submitting") throw new StillSending();
  const code = said && ` (mã ${said})`;
  if (kind === "follow-up") {
    await noteEvent(work, row, `Thư đính chính, thu hồi gửi một nơi bị trả về${code}`);
    return tellOfFollowUp(work, row, id, said);
  }
  if (!["accepted", "doubt", "sending"].includes(ledgerLine(row.handles, { key }).standing)) return;
  await tx
    .update(delivery)
    .set({ handles: sql`${delivery.handles} || ${JSON.stringify(entry({ key }, "returned", said))}::jsonb` })
    .where(eq(delivery.id, deliveryId));
  await noteEvent(work, row, `Thư gửi một nơi bị trả về${code}`);
}

/**
 * Keeps what a letter in the mailbox says, once, whatever number it stands under and whoever reads it again: where it
 * is of, and what follows for the address. False: it was kept before, or is of nobody any more.
 */
export async function keepReturn(
  work: Work,
  mailbox: PressMailbox,
  {
    validity,
    uid,
    raw,
    messageId,
    report,
  }: {
    validity: string;
    uid: number;
    raw: Uint8Array;
    messageId: string | null;
    report: Report;
  },
): Promise<boolean> {
  const { tx, at } = work;
  const { accountId, agencyId } = mailbox;
  const { tag, verdict } = report;
  const letter = await letterOfTag(work, agencyId, tag);
  if (!letter) return false;
  const { contactId, key, address, deliveryId } = letter;
  const said = saidOf(report, address);
  const messageKey = createHash("sha256")
    .update(messageId ?? raw)
    .digest("hex")
    .slice(0, 32);
  const [kept] = await tx
    .insert(pressReturn)
    .values({
      ...{ id: uuidv7(), agencyId, accountId, uidValidity: validity, uid, messageKey },
      ...{ verdict, contactId, said, at },
    })
    .onConflictDoNothing()
    .returning({ id: pressReturn.id });
  if (!kept || verdict === "delay") return kept !== undefined;
  if (verdict === "complaint") {
    await stopWriting(work, { id: contactId, how: "complaint" });
    return true;
  }
  const contact = await contactOf(tx, agencyId, contactId);
  const bounce = { sourceId: tag.id, key, round: tag.round, kind: bounceKindOf(said), said };
  // Sent a second time by hostile hands, under another name, it counts no second time.
  if (!(await keepBounce(work, contact, { ...bounce, recordedBy: null }))) return false;
  if (deliveryId !== null) await markRelease(work, tag, { deliveryId, key }, said);
  else
    await tx
      .update(pressLetterMail)
      .set({ state: "returned", said, changedAt: at })
      .where(and(eq(pressLetterMail.id, tag.id), inArray(pressLetterMail.state, ["accepted", "doubt"])));
  return true;
}
