import { eq } from "drizzle-orm";
import { enterMailbox, type MailboxSecret, unreadableRoots, whyUnread, withKeptSecret } from "#channels";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Database } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackMailbox } from "../tables.ts";
import { keeperOf, mailboxOf, sealSecret, secretOf } from "./mailbox.ts";

export interface MailboxFields extends MailboxSecret {
  address: string;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/**
 * Tries to read a mailbox before anything is kept; nothing there is changed. What is left empty is what was saved, for
 * the same person at the same server alone. @throws Unacceptable with the reason
 */
export async function tryMailbox(
  database: Database,
  agencyId: string,
  given: MailboxFields,
): Promise<MailboxFields> {
  const known = await mailboxOf(database, agencyId);
  const unreadable = unreadableRoots(given.certificate);
  if (unreadable) refuse("certificate", unreadable);
  const settled = withKeptSecret(given, known && (await secretOf(known)));
  let { fields } = settled;
  // A token that was saved is renewed in its row; one that was just typed, in what will be saved.
  const kept = settled.keepsToken ? keeperOf(database, known!) : null;
  try {
    const open = await enterMailbox(
      fields,
      {
        keep: async (oauth) => {
          if (kept) await kept.keep(oauth);
          fields = { ...fields, oauth };
          return fields;
        },
        newest: async () => fields,
      },
      new Date(),
    );
    await open.close();
  } catch (error) {
    throw new Unacceptable(`Chưa lưu. ${whyUnread(error).why.replace(" Hệ thống tự đọc lại.", "")}`);
  }
  return fields;
}

/** Keeps where citizens write to; what comes there from now on becomes drafts. */
export async function setMailbox(work: Work, { address, ...secret }: MailboxFields): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  feedbackPolicy.permit(actor, "mailbox", { agencyId });
  const before = await mailboxOf(tx, agencyId);
  const former = before && (await secretOf(before));
  const { host, port, user, folder } = secret;
  const kept = {
    ...{ address, host, port, folder, sealed: await sealSecret(secret) },
    ...{ savedBy: personId, savedAt: at, failingSince: null, why: null },
  };
  // Servers number the letters of different mailboxes alike: another's begins anew.
  const isAnother =
    former !== null && (former.host !== host || former.user !== user || former.folder !== folder);
  await tx
    .insert(feedbackMailbox)
    .values({ agencyId, ...kept, readsSince: at })
    .onConflictDoUpdate({
      target: feedbackMailbox.agencyId,
      set: {
        ...kept,
        ...(isAnother && { readsSince: at, uidValidity: null, lastUid: 0, lastReadAt: null }),
      },
    });
  await work.record({
    ...{ act: "set-feedback-mailbox", objectKind: "feedback-mailbox", objectId: agencyId },
    before: before && { address: before.address, host: before.host },
    after: { address, host },
  });
}

/** Reads the mailbox no more; drafts that wait stay. */
export async function dropMailbox(work: Work): Promise<void> {
  const { tx, actor } = work;
  feedbackPolicy.permit(actor, "mailbox", { agencyId: actor.agencyId });
  const [gone] = await tx
    .delete(feedbackMailbox)
    .where(eq(feedbackMailbox.agencyId, actor.agencyId))
    .returning();
  if (!gone) throw new Conflict("Cơ quan chưa đặt hộp thư nhận phản ánh.");
  await work.record({
    ...{ act: "drop-feedback-mailbox", objectKind: "feedback-mailbox", objectId: actor.agencyId },
    before: { address: gone.address, host: gone.host },
  });
}
