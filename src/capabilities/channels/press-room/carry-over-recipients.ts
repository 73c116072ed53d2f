import { and, eq, inArray } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database, Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { openSealed, seal } from "../accounts/credentials.ts";
import { recipientKey } from "../connectors/press/ledger.ts";
import {
  channelAccount,
  channelCredential,
  delivery,
  pressConsent,
  pressContact,
  pressList,
  pressListMember,
  pressOutlet,
  pressRecipient,
} from "../tables.ts";
import { goesToRecipients } from "./goes-to-recipients.ts";

const OUTLET = "Nơi nhận có từ trước";

const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((one) => /^[^\s@]+@[^\s@]+$/.test(one)),
  ),
];

/** The press agency under which such addresses stand until somebody sorts them. */
async function outletFor({ tx, at }: Work, agencyId: string): Promise<string> {
  await tx
    .insert(pressOutlet)
    .values({
      ...{ id: uuidv7(), agencyId, name: OUTLET, kind: "other", address: "", phone: "" },
      ...{ note: "Địa chỉ lấy từ kết nối cũ; hãy chuyển về đúng cơ quan báo chí.", madeAt: at },
    })
    .onConflictDoNothing();
  const [found] = await tx
    .select({ id: pressOutlet.id })
    .from(pressOutlet)
    .where(
      and(eq(pressOutlet.agencyId, agencyId), eq(pressOutlet.name, OUTLET), eq(pressOutlet.isClosed, false)),
    );
  return found!.id;
}

/** Each address as one who agreed, as the form asked for then. */
async function contactsFor(current: Work, agencyId: string, addresses: string[]) {
  const { tx, at } = current;
  const outletId = await outletFor(current, agencyId);
  const made = await tx
    .insert(pressContact)
    .values(
      addresses.map((email) => ({
        ...{ id: uuidv7(), agencyId, outletId, name: email, jobTitle: "", email, phone: "" },
        ...{ basis: "consent" as const, madeAt: at },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: pressContact.id });
  if (made.length > 0)
    await tx.insert(pressConsent).values(
      made.map(({ id }) => ({
        ...{ id: uuidv7(), agencyId, contactId: id, givenOn: toVietnamDate(at).toString() },
        ...{ how: "carried-over" as const, keptAt: "", recordedAt: at },
      })),
    );
  const known = await tx
    .select({ id: pressContact.id, email: pressContact.email })
    .from(pressContact)
    .where(
      and(
        eq(pressContact.agencyId, agencyId),
        inArray(pressContact.email, addresses),
        eq(pressContact.isClosed, false),
      ),
    );
  return known.flatMap(({ id, email }) => (email === null ? [] : [{ id, email }]));
}

/** What is on its way already goes where it was to go. */
async function freezeOnTheWay(
  { tx, at }: Work,
  account: ChannelAccount,
  contacts: { id: string; email: string }[],
) {
  const rows = await tx
    .select({ id: delivery.id })
    .from(delivery)
    .where(
      and(
        eq(delivery.accountId, account.id),
        inArray(delivery.state, ["pending", "submitting", "submitted", "failed", "refused", "unknown"]),
      ),
    );
  const recipients = rows.flatMap(({ id: deliveryId }) =>
    contacts.map(({ id: contactId, email }) => ({
      ...{ id: uuidv7(), agencyId: account.agencyId, deliveryId, contactId },
      ...{ address: email, key: recipientKey(email), addedAt: at },
    })),
  );
  if (recipients.length > 0) await tx.insert(pressRecipient).values(recipients).onConflictDoNothing();
}

/**
 * Brings recipients that were one field of a connection into the register, as a list of that account; what stood in the
 * connection is gone afterwards, so that it happens once. Gives how many connections were brought over.
 */
export async function carryOverRecipients(database: Database | Transaction): Promise<number> {
  const rows = await database
    .select({ account: channelAccount })
    .from(channelAccount)
    .innerJoin(channelCredential, eq(channelCredential.accountId, channelAccount.id));
  let carried = 0;
  for (const { account } of rows.filter((row) => goesToRecipients(row.account)))
    await work(database, systemActor(account.agencyId, "Nâng cấp"), async (current) => {
      const { tx, at } = current;
      const { agencyId } = account;
      const [row] = await tx
        .select()
        .from(channelCredential)
        .where(eq(channelCredential.accountId, account.id))
        .for("update");
      const secret =
        row && ((await openSealed(row.sealed).catch(() => null)) as Record<string, unknown> | null);
      if (typeof secret?.recipients !== "string") return;
      const { recipients, unsubscribe: _, ...rest } = secret;
      const addresses = addressesIn(recipients as string);
      await tx
        .update(channelCredential)
        .set({ sealed: await seal(rest) })
        .where(eq(channelCredential.accountId, account.id));
      carried += 1;
      if (addresses.length === 0) return;
      const contacts = await contactsFor(current, agencyId, addresses);
      const listId = uuidv7();
      await tx
        .insert(pressList)
        .values({ id: listId, agencyId, name: `Nơi nhận của ${account.name}`, madeAt: at });
      await tx
        .insert(pressListMember)
        .values(contacts.map(({ id }) => ({ listId, contactId: id, agencyId })));
      await freezeOnTheWay(current, account, contacts);
      await current.record({
        act: "carry-over-recipients",
        objectKind: "press-list",
        objectId: listId,
        after: { count: contacts.length },
      });
    });
  return carried;
}
