import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Database } from "#platform/database/database.ts";
import { OutgoingRefused } from "#platform/http/outgoing.ts";
import type { Work } from "#platform/work/work.ts";
import { connectorFetch, networkAddress } from "../../accounts/account-call.ts";
import { accountOf } from "../../accounts/account-queries.ts";
import { openSealed, seal } from "../../accounts/credentials.ts";
import { accountPolicy } from "../../accounts/policy.ts";
import { NotLetIn } from "../../connectors/fresh-secret.ts";
import { isStale, type MailOauth, renewToken } from "../../connectors/press/mail-token.ts";
import { unreadableRoots } from "../../connectors/press/trusted-roots.ts";
import { pressMailbox } from "../../tables.ts";
import { goesToRecipients } from "../goes-to-recipients.ts";
import { INSIDE } from "./enter-mailbox.ts";
import { withKeptSecret } from "./keep-secret.ts";
import { keepToken } from "./keep-token.ts";
import { mailboxOf, type PressMailbox } from "./mailbox-queries.ts";
import { MailboxRefused, type MailboxSecret, openMailbox } from "./mailbox-way.ts";
import { LONGEST_NAME } from "./return-tag.ts";

export interface MailboxFields extends MailboxSecret {
  address: string;
  usesTags: boolean;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** A token to enter by, for trying: one that was saved already is renewed where it ends, and only in its row. */
async function tokenToTry(
  database: Database,
  oauth: MailOauth,
  kept: PressMailbox | null,
): Promise<MailOauth> {
  const now = new Date();
  if (kept && !isStale(oauth, now)) return oauth;
  const renewed = await renewToken(oauth, connectorFetch(), now);
  if (kept) await keepToken(database, kept, renewed);
  return renewed;
}

/** Tries to read a mailbox before anything is kept; changes nothing there. @throws Unacceptable with the reason */
export async function tryMailbox(
  database: Database,
  { agencyId, id, ...given }: MailboxFields & { agencyId: string; id: string },
): Promise<MailboxFields> {
  if (!goesToRecipients(await accountOf(database, agencyId, id)))
    throw new Unacceptable("Tài khoản này không gửi thư nên không có hộp thư trả về.");
  const known = await mailboxOf(database, id);
  const settled = withKeptSecret(given, known && ((await openSealed(known.sealed)) as MailboxSecret));
  let { fields } = settled;
  const kept = settled.keepsToken ? known : null;
  if (fields.usesTags && fields.address.split("@")[0]!.length > LONGEST_NAME)
    refuse(
      "address",
      `Phần trước @ dài quá ${LONGEST_NAME} ký tự nên không thêm mã từng thư được; hãy dùng địa chỉ ngắn hơn, ví dụ tra-ve@.`,
    );
  const unreadable = unreadableRoots(fields.certificate);
  if (unreadable) refuse("certificate", unreadable);
  try {
    if (fields.oauth) fields = { ...fields, oauth: await tokenToTry(database, fields.oauth, kept) };
    const open = await openMailbox(fields, await networkAddress(fields.host));
    await open.close();
  } catch (error) {
    if (error instanceof OutgoingRefused) refuse("host", INSIDE);
    if (error instanceof NotLetIn && "why" in error.result)
      throw new Unacceptable(`Chưa lưu. ${error.result.why}`);
    if (error instanceof MailboxRefused) throw new Unacceptable(`Chưa lưu. ${error.message}`);
    throw new Unacceptable("Chưa lưu. Không gọi được máy chủ hộp thư; hãy xem lại tên máy chủ.");
  }
  return fields;
}

/** Keeps where letters come back to; from now on each letter goes out with that return address. */
export async function setMailbox(
  work: Work,
  { id, ...tried }: MailboxFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  accountPolicy.permit(actor, "connect", await accountOf(tx, actor.agencyId, id, { lock: true }));
  const { address, usesTags, ...secret } = tried;
  const { host, port, user, folder } = secret;
  const before = await mailboxOf(tx, id);
  const former = before && ((await openSealed(before.sealed)) as MailboxSecret);
  const kept = {
    ...{ address, usesTags, host, port, folder, sealed: await seal(secret) },
    ...{ savedBy: actor.personId, savedAt: at, failingSince: null, why: null },
  };
  // Servers number the letters of different mailboxes alike: another's begins anew.
  const isAnother =
    former !== null && (former.host !== host || former.user !== user || former.folder !== folder);
  await tx
    .insert(pressMailbox)
    .values({ accountId: id, agencyId: actor.agencyId, ...kept })
    .onConflictDoUpdate({
      target: pressMailbox.accountId,
      set: { ...kept, ...(isAnother && { uidValidity: null, lastUid: 0, lastReadAt: null }) },
    });
  await work.record({
    act: "set-press-mailbox",
    objectKind: "channel-account",
    objectId: id,
    before: before && { returnAddress: before.address, mailHost: before.host },
    after: { returnAddress: address, mailHost: host },
  });
}

/** Reads the mailbox no more; letters come back to the address of the connection, as before. */
export async function dropMailbox(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  accountPolicy.permit(actor, "connect", await accountOf(tx, actor.agencyId, id, { lock: true }));
  const [gone] = await tx.delete(pressMailbox).where(eq(pressMailbox.accountId, id)).returning();
  if (!gone) throw new Conflict("Tài khoản này chưa đặt hộp thư trả về.");
  await work.record({
    act: "drop-press-mailbox",
    objectKind: "channel-account",
    objectId: id,
    before: { returnAddress: gone.address, mailHost: gone.host },
  });
}
