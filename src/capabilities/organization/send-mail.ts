import { sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { mailTrouble, outcomeOf } from "./mail-trouble.ts";

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
}

/**
 * Sends the mail that is due, each at most once: the row says "sending" before the call goes out. A row left in
 * "sending" by a killed process becomes "unknown". Tries five times, ten minutes apart.
 */
export async function sendDueMail(
  database: Database,
  send: (mail: OutgoingMail) => Promise<unknown>,
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
    try {
      await send({ to: next.recipient, subject: next.subject, text: next.body });
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
