import { and, eq, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";
import { accountCall } from "../../accounts/account-call.ts";
import { accountOf, pauseOf } from "../../accounts/account-queries.ts";
import { NotLetIn } from "../../connectors/fresh-secret.ts";
import { enterServer } from "../../connectors/press/enter-server.ts";
import type { PressSecret } from "../../connectors/press/press-secret.ts";
import { pressWayIn } from "../../connectors/press/press-way-in.ts";
import type { Handed, MailWay } from "../../connectors/press/send-mail.ts";
import { pressContact, pressLetter, pressLetterMail, pressLetterRecipient } from "../../tables.ts";
import { mailboxOf } from "../bounces/mailbox-queries.ts";
import { returnsTo } from "../bounces/return-tag.ts";
import { composeLetter, type FilesToMail, filesToMail } from "./compose-letter.ts";
import type { MailState } from "./letter.ts";
import { letterMail, letterMessageId } from "./letter-mail.ts";

const MINUTE = 60_000;
/** When a server that did not take it is tried again; then it is given up. */
const WAITS = [5, 15, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);

const settled: Record<Handed["as"], MailState> = {
  accepted: "accepted",
  refused: "refused",
  later: "waiting",
  closed: "waiting",
  "locked-out": "waiting",
  doubt: "doubt",
};

type Mail = typeof pressLetterMail.$inferSelect;

/** What became of one mail; what was not taken waits, and after the last time counts as refused. */
async function keep(database: Database, { id, attempts }: Mail, handed: Handed, now: Date): Promise<void> {
  const wait = WAITS[attempts];
  const again = settled[handed.as] === "waiting";
  const state = again && wait === undefined ? "refused" : settled[handed.as];
  await database
    .update(pressLetterMail)
    .set({
      ...{ state, said: handed.said, changedAt: now },
      ...(again && { attempts: attempts + 1, dueAt: new Date(now.getTime() + (wait ?? 0)) }),
    })
    .where(eq(pressLetterMail.id, id));
}

const dueOf = (database: Database, accountId: string, now: Date) =>
  database
    .select({
      mail: pressLetterMail,
      letter: pressLetter,
      address: pressContact.email,
      isWilling: sql<boolean>`press_may_write(press_contact)`,
    })
    .from(pressLetterMail)
    .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.id, pressLetterMail.recipientId))
    .innerJoin(pressLetter, eq(pressLetter.id, pressLetterRecipient.letterId))
    .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
    .where(
      and(
        eq(pressLetter.accountId, accountId),
        eq(pressLetterMail.state, "waiting"),
        lte(pressLetterMail.dueAt, now),
      ),
    )
    .orderBy(pressLetterMail.dueAt, pressLetterMail.id);

async function mailOf(database: Database, agencyId: string, accountId: string, clock: () => Date) {
  const account = await accountOf(database, agencyId, accountId);
  if (account.state !== "open" || account.way !== "connected") return;
  if (await pauseOf(database, agencyId)) return;
  const due = await dueOf(database, accountId, clock());
  if (due.length === 0) return;
  const call = accountCall(database, accountId, clock);
  const later = async (said: string) => {
    for (const { mail } of due) await keep(database, mail, { as: "later", said }, clock());
  };
  let secret: PressSecret;
  try {
    secret = await pressWayIn(call);
  } catch (error) {
    if (error instanceof NotLetIn) return later("OAuth");
    throw error;
  }
  const mailbox = await mailboxOf(database, accountId);
  let way: MailWay | null = null;
  try {
    const entered = await enterServer(call, secret);
    way = entered.way;
    if (entered.barred) return await later(entered.barred.said);
    const files = new Map<string, Promise<FilesToMail>>();
    for (const { mail, letter, address, isWilling } of due) {
      const mine = and(eq(pressLetterMail.id, mail.id), eq(pressLetterMail.state, "waiting"));
      const put = (to: Pick<Mail, "state"> & Partial<Mail>) =>
        database
          .update(pressLetterMail)
          .set({ ...to, changedAt: clock() })
          .where(mine)
          .returning({ id: pressLetterMail.id });
      if (address === null || !isWilling) {
        await put({ state: "left" });
        continue;
      }
      const filesOf = () => {
        const known = files.get(letter.id) ?? filesToMail(database, letter);
        files.set(letter.id, known);
        return known;
      };
      const told = await composeLetter(
        database,
        secret,
        { mail, letter, accountName: account.name },
        filesOf,
      );
      if (typeof told === "string") {
        await put({ state: "stopped", said: told });
        continue;
      }
      const messageId = mail.messageId ?? letterMessageId(secret, { letterId: letter.id, ...mail });
      // Committed before it is handed over: whoever dies now leaves it in doubt, never sent twice.
      const [claimed] = await put({ state: "sending", messageId });
      if (!claimed) continue;
      const handed = await way.send(
        letterMail(secret, {
          ...{ ...told, mail: { ...mail, messageId }, to: address, now: clock() },
          returns: mailbox && returnsTo(mailbox, { kind: "letter", id: mail.id, round: 0 }),
        }),
      );
      await keep(database, mail, handed, clock());
      if (handed.as === "closed" || handed.as === "locked-out") break;
    }
  } finally {
    way?.close();
  }
}

/** Hands over what is due of letters, one process at a time for each account; what a dead one left is in doubt. */
export async function mailLetters(database: Database, clock = () => new Date()): Promise<void> {
  const waiting = await database
    .selectDistinct({ agencyId: pressLetter.agencyId, accountId: pressLetter.accountId })
    .from(pressLetterMail)
    .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.id, pressLetterMail.recipientId))
    .innerJoin(pressLetter, eq(pressLetter.id, pressLetterRecipient.letterId))
    .where(
      and(
        isNotNull(pressLetter.accountId),
        or(
          eq(pressLetterMail.state, "sending"),
          and(eq(pressLetterMail.state, "waiting"), lte(pressLetterMail.dueAt, clock())),
        ),
      ),
    );
  for (const { agencyId, accountId } of waiting)
    await database.transaction(async (alive) => {
      if (!(await tryLock(alive, sql`hashtextextended(${`press-letters ${accountId}`}, 0)`))) return;
      const own = database
        .select({ id: pressLetterRecipient.id })
        .from(pressLetterRecipient)
        .innerJoin(pressLetter, eq(pressLetter.id, pressLetterRecipient.letterId))
        .where(eq(pressLetter.accountId, accountId!));
      await database
        .update(pressLetterMail)
        .set({ state: "doubt", changedAt: clock() })
        .where(and(eq(pressLetterMail.state, "sending"), inArray(pressLetterMail.recipientId, own)));
      await mailOf(database, agencyId, accountId!, clock);
    });
}
