import { and, eq, ne, sql } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";
import { OutgoingRefused } from "#platform/http/outgoing.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { connectorFetch, networkAddress } from "../../accounts/account-call.ts";
import { openSealed } from "../../accounts/credentials.ts";
import { NotLetIn } from "../../connectors/fresh-secret.ts";
import { isStale, renewToken } from "../../connectors/press/mail-token.ts";
import { channelAccount, pressMailbox } from "../../tables.ts";
import { keepReturn, StillSending } from "./keep-return.ts";
import { keepToken } from "./keep-token.ts";
import { mailboxOf, type PressMailbox } from "./mailbox-queries.ts";
import { MailboxRefused, type MailboxSecret, type OpenMailbox, openMailbox } from "./mailbox-way.ts";
import { readReport } from "./read-report.ts";
import { INSIDE } from "./set-mailbox.ts";

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

function reasonOf(error: unknown): { why: string; final: boolean } {
  const told = (why: string, final: boolean) => ({ why: final ? why : `${why} Hệ thống tự đọc lại.`, final });
  if (error instanceof MailboxRefused) return told(error.message, error.final);
  if (error instanceof NotLetIn && "why" in error.result)
    return told(error.result.why, error.result.outcome === "reauth");
  if (error instanceof OutgoingRefused) return { why: INSIDE, final: true };
  return { why: "Chưa gọi được máy chủ hộp thư; hệ thống tự đọc lại.", final: false };
}

/** Keeps that it could not be read, and tells who administers: at once what nobody else mends, the rest once it lasts. */
async function keepFailure(
  database: Database,
  mailbox: PressMailbox,
  error: unknown,
  now: Date,
): Promise<void> {
  const { accountId, agencyId, address } = mailbox;
  const { why, final } = reasonOf(error);
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

/**
 * What lets us in, its token renewed where it ends, or where it is the one that was `refused`; what came is committed
 * before it is used, by the one who reads.
 */
async function wayIn(
  database: Database,
  mailbox: PressMailbox,
  now: Date,
  refused: string | null = null,
): Promise<MailboxSecret> {
  const secret = (await openSealed(mailbox.sealed)) as MailboxSecret;
  const { oauth } = secret;
  if (!oauth || !(isStale(oauth, now) || oauth.accessToken === refused)) return secret;
  return keepToken(database, mailbox, await renewToken(oauth, connectorFetch(), now));
}

/** Opens the mailbox; a token that its server takes for ended is renewed once. */
async function enter(database: Database, mailbox: PressMailbox, now: Date): Promise<OpenMailbox> {
  const open = async (secret: MailboxSecret) => openMailbox(secret, await networkAddress(secret.host));
  const secret = await wayIn(database, mailbox, now);
  try {
    return await open(secret);
  } catch (error) {
    if (!secret.oauth || !(error instanceof MailboxRefused && error.keptOut)) throw error;
    const newest = (await mailboxOf(database, mailbox.accountId)) ?? mailbox;
    return open(await wayIn(database, newest, now, secret.oauth.accessToken));
  }
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
