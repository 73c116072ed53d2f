import { and, eq, sql } from "drizzle-orm";
import { enterMailbox, type OpenMailbox, whyUnread } from "#channels";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { feedbackMailbox } from "../tables.ts";
import { keepMail } from "./keep-mail.ts";
import { type FeedbackMailbox, keeperOf, mailboxOf, secretOf } from "./mailbox.ts";
import { LONGEST_MAIL, readIncoming } from "./read-incoming.ts";

/** So many messages at a time; the next come with the next run. */
const MOST_MAILS = 100;
/** What may mend itself is told of only once it has lasted so long. */
const PATIENCE_MS = 2 * 3_600_000;

const reader = (agencyId: string) => systemActor(agencyId, "Hộp thư phản ánh");

/** Reads on from where reading ended; how far it is moves in the transaction that keeps what was read. */
async function readOn(
  database: Database,
  mailbox: FeedbackMailbox,
  open: OpenMailbox,
  now: Date,
): Promise<void> {
  const { agencyId, address, uidValidity, lastUid, readsSince } = mailbox;
  // Numbered anew: all is looked at again, and what was kept is known by its Message-ID.
  const numbers = await open.after(uidValidity === open.validity ? lastUid : 0, readsSince);
  for (const uid of numbers.slice(0, MOST_MAILS)) {
    const raw = await open.letter(uid);
    const read = raw && (await readIncoming(raw, address));
    await work(
      database,
      reader(agencyId),
      async (current) => {
        if (raw && read) await keepMail(current, raw, read);
        await current.tx
          .update(feedbackMailbox)
          .set({ uidValidity: open.validity, lastUid: uid })
          .where(eq(feedbackMailbox.agencyId, agencyId));
      },
      { at: now },
    );
  }
}

/** Keeps that it could not be read, and tells who administers: at once what nobody else mends, the rest once it lasts. */
async function keepFailure(
  database: Database,
  mailbox: FeedbackMailbox,
  error: unknown,
  now: Date,
): Promise<void> {
  const { agencyId, address } = mailbox;
  const { why, final } = whyUnread(error);
  const failingSince = mailbox.failingSince ?? now;
  await work(
    database,
    reader(agencyId),
    async (current) => {
      const [failing] = await current.tx
        .update(feedbackMailbox)
        .set({ failingSince, why })
        .where(and(eq(feedbackMailbox.agencyId, agencyId), eq(feedbackMailbox.savedAt, mailbox.savedAt)))
        .returning({ id: feedbackMailbox.agencyId });
      if (!failing || (!final && now.getTime() - failingSince.getTime() < PATIENCE_MS)) return;
      const people = await peopleWithRole(current.tx, agencyId, "administrator");
      await notify(current, {
        personIds: people.map(({ id }) => id),
        cause: `feedback-mailbox:${agencyId}:${failingSince.toISOString()}`,
        kind: "failure",
        title: `Hộp thư phản ánh ${address} không đọc được: ${why}`,
        href: "/workspace/phan-anh/thiet-lap",
      });
    },
    { at: now },
  );
}

/** Reads every mailbox to which citizens write, one process at a time each. */
export async function readMailboxes(database: Database, clock = () => new Date()): Promise<void> {
  const rows = await database.select({ agencyId: feedbackMailbox.agencyId }).from(feedbackMailbox);
  for (const { agencyId } of rows)
    await database.transaction(async (alive) => {
      if (!(await tryLock(alive, sql`hashtextextended(${`feedback-mailbox ${agencyId}`}, 0)`))) return;
      const mailbox = await mailboxOf(database, agencyId);
      if (!mailbox) return;
      let open: OpenMailbox | null = null;
      try {
        open = await enterMailbox(
          await secretOf(mailbox),
          keeperOf(database, mailbox),
          clock(),
          LONGEST_MAIL,
        );
        await readOn(database, mailbox, open, clock());
        await database
          .update(feedbackMailbox)
          .set({ lastReadAt: clock(), failingSince: null, why: null })
          .where(eq(feedbackMailbox.agencyId, agencyId));
      } catch (error) {
        await keepFailure(database, mailbox, error, clock());
      } finally {
        await open?.close();
      }
    });
}
