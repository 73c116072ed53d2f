import { and, eq, ne, sql } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { openSealed } from "../../accounts/credentials.ts";
import { channelAccount, pressMailbox } from "../../tables.ts";
import { enterMailbox, type MailboxKeeper, whyUnread } from "./enter-mailbox.ts";
import { keepReturn, StillSending } from "./keep-return.ts";
import { keepToken } from "./keep-token.ts";
import { mailboxOf, type PressMailbox } from "./mailbox-queries.ts";
import type { MailboxSecret, OpenMailbox } from "./mailbox-way.ts";
import { readReport } from "./read-report.ts";

const DAY = 24 * 3_600_000;
/** What came earlier is no news, wherever reading begins. */
const LOOKED_DAYS = 30;
/** So many letters at a time; the next come with the next run. */
const MOST_LETTERS = 300;
/** What may mend itself is told of only once it has lasted so long. */
const PATIENCE = 2 * 3_600_000;

const reader = (agencyId: string) => systemActor(agencyId, "Hộp thư trả về");

/** Reads on from where reading ended; how far it is moves in the transaction that keeps what was read. */
async function readOn(
  database: Database,
  mailbox: PressMailbox,
  open: OpenMailbox,
  now: Date,
): Promise<void> {
  const { accountId, agencyId, uidValidity, lastUid } = mailbox;
  const { validity } = open;
  // Numbered anew: all is looked at again, and what was kept is known by its Message-ID.
  const from = uidValidity === validity ? lastUid : 0;
  const numbers = await open.after(from, new Date(now.getTime() - LOOKED_DAYS * DAY));
  for (const uid of numbers.slice(0, MOST_LETTERS)) {
    const raw = await open.letter(uid);
    const { report, messageId } = raw ? await readReport(raw) : { report: null, messageId: null };
    await work(
      database,
      reader(agencyId),
      async (current) => {
        if (raw && report) await keepReturn(current, mailbox, { validity, uid, raw, messageId, report });
        await current.tx
          .update(pressMailbox)
          .set({ uidValidity: validity, lastUid: uid })
          .where(eq(pressMailbox.accountId, accountId));
      },
      { at: now },
    );
  }
}

/** Keeps that it could not be read, and tells who administers: at once what nobody else mends, the rest once it lasts. */
async function keepFailure(
  database: Database,
  mailbox: PressMailbox,
  error: unknown,
  now: Date,
): Promise<void> {
  const { accountId, agencyId, address } = mailbox;
  const { why, final } = whyUnread(error);
  const failingSince = mailbox.failingSince ?? now;
  await work(
    database,
    reader(agencyId),
    async (current) => {
      const [failing] = await current.tx
        .update(pressMailbox)
        .set({ failingSince, why })
        .where(and(eq(pressMailbox.accountId, accountId), eq(pressMailbox.savedAt, mailbox.savedAt)))
        .returning({ id: pressMailbox.accountId });
      if (!failing || (!final && now.getTime() - failingSince.getTime() < PATIENCE)) return;
      const people = await peopleWithRole(current.tx, agencyId, "administrator");
      await notify(current, {
        personIds: people.map(({ id }) => id),
        cause: `press-mailbox:${accountId}:${failingSince.toISOString()}`,
        kind: "failure",
        title: `Hộp thư trả về ${address} không đọc được: ${why}`,
        href: "/workspace/kenh",
      });
    },
    { at: now },
  );
}

/** Opens the mailbox; what renews its token is committed in its row before it is used. */
async function enter(database: Database, mailbox: PressMailbox, now: Date): Promise<OpenMailbox> {
  let row = mailbox;
  const secret = async () => (await openSealed(row.sealed)) as MailboxSecret;
  const keeper: MailboxKeeper = {
    keep: (oauth) => keepToken(database, row, oauth),
    newest: async () => {
      row = (await mailboxOf(database, mailbox.accountId)) ?? mailbox;
      return secret();
    },
  };
  return enterMailbox(await secret(), keeper, now);
}

async function readOne(database: Database, mailbox: PressMailbox, clock: () => Date): Promise<void> {
  let open: OpenMailbox | null = null;
  try {
    open = await enter(database, mailbox, clock());
    await readOn(database, mailbox, open, clock()).catch((error) => {
      if (!(error instanceof StillSending)) throw error;
    });
    await database
      .update(pressMailbox)
      .set({ lastReadAt: clock(), failingSince: null, why: null })
      .where(eq(pressMailbox.accountId, mailbox.accountId));
  } catch (error) {
    await keepFailure(database, mailbox, error, clock());
  } finally {
    await open?.close();
  }
}

/** Reads every mailbox to which letters of the press come back, one process at a time each. */
export async function readMailboxes(database: Database, clock = () => new Date()): Promise<void> {
  const rows = await database
    .select({ accountId: pressMailbox.accountId })
    .from(pressMailbox)
    .innerJoin(channelAccount, eq(channelAccount.id, pressMailbox.accountId))
    .where(ne(channelAccount.state, "closed"));
  for (const { accountId } of rows)
    await database.transaction(async (alive) => {
      if (!(await tryLock(alive, sql`hashtextextended(${`press-mailbox ${accountId}`}, 0)`))) return;
      const mailbox = await mailboxOf(database, accountId);
      if (mailbox) await readOne(database, mailbox, clock);
    });
}
