import { sql } from "drizzle-orm";
import type { Database, Queryable } from "#platform/database/database.ts";
import type { ComposeMail, OutgoingMail } from "#platform/work/compose-mail.ts";
import { mailTrouble, outcomeOf } from "./mail-trouble.ts";
import { isSampleAddress, SAMPLE_ADDRESS_REFUSED } from "./sample-address.ts";

/** Says anew what a queued mail tells, for this installation. */
type ComposeHere = (q: Queryable, mailId: string) => ReturnType<ComposeMail>;

/**
 * Sends the mail that is due, each at most once: the row says "sending" before the call goes out. A row left in
 * "sending" by a killed process becomes "unknown". Tries five times, ten minutes apart. What is meant for an invented
 * address of the sample department goes nowhere.
 */
export async function sendDueMail(
  database: Database,
  send: (mail: OutgoingMail) => Promise<unknown>,
  compose: ComposeHere = async () => undefined,
): Promise<number> {
  await database.execute(
    sql`update mail set state = 'unknown', last_error = 'Tiến trình dừng khi đang gửi' where state = 'sending' and due_at < now() - interval '10 minutes'`,
  );
  let sent = 0;
  for (;;) {
    const { rows } = await database.execute<{
      id: string;
      recipient: string;
      subject: string;
      body: string;
    }>(sql`
      update mail set state = 'sending', attempts = attempts + 1, due_at = now()
      where id = (select id from mail where state = 'pending' and due_at <= now() order by due_at limit 1 for update skip locked)
      returning id, recipient, subject, body
    `);
    const [next] = rows;
    if (!next) return sent;
    const message = await composed(database, next, compose);
    if (message === null) continue;
    if (isSampleAddress(message.to)) {
      await database.execute(
        sql`update mail set state = 'unneeded', last_error = ${SAMPLE_ADDRESS_REFUSED} where id = ${next.id}`,
      );
      continue;
    }
    try {
      await send(message);
      await database.execute(sql`update mail set state = 'sent', sent_at = now() where id = ${next.id}`);
      sent += 1;
    } catch (error) {
      const outcome = outcomeOf(error as Error);
      await database.execute(sql`
        update mail set last_error = ${mailTrouble(error as Error)},
          state = case when ${outcome} = 'pending' and attempts >= 5 then 'refused' else ${outcome} end,
          due_at = now() + interval '10 minutes'
        where id = ${next.id}
      `);
    }
  }
}

interface ClaimedMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
}

/** What a claimed mail says now, written into its row; null: it does not go out now. */
async function composed(
  database: Database,
  { id, recipient, subject, body }: ClaimedMail,
  compose: ComposeHere,
): Promise<OutgoingMail | null> {
  try {
    const message = await compose(database, id);
    if (message === undefined) return { to: recipient, subject, text: body };
    if (message === null) {
      await database.execute(sql`update mail set state = 'unneeded' where id = ${id}`);
      return null;
    }
    const { to, subject: now, text, sealed } = message;
    if (sealed) return message;
    await database.execute(
      sql`update mail set recipient = ${to}, subject = ${now}, body = ${text} where id = ${id}`,
    );
    return message;
  } catch (error) {
    // Nothing has been handed to the mail server.
    await database.execute(
      sql`update mail set state = 'pending', attempts = attempts - 1, due_at = now() + interval '10 minutes', last_error = ${(error as Error).message.slice(0, 500)} where id = ${id}`,
    );
    return null;
  }
}
