import type { Config } from "#platform/config/config.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { NoticeKind } from "./notice-kinds.ts";
import { sendLater } from "./notices/send-later.ts";
import { mail, notice } from "./tables.ts";

export interface NoticeText {
  personIds: string[];
  /** What happened, once: a person is told of a cause a single time. */
  cause: string;
  kind: NoticeKind;
  title: string;
  /** Of the people, where they are another agency's; the actor's own unless given. */
  agencyId?: string;
  /** Address inside the workspace, beginning with /workspace/. */
  href: string;
}

/** Tells people in the application, and outside it as each has chosen; one per person and cause. */
export async function notify(
  { tx, actor, at }: Work,
  { personIds, cause, kind, title, href, agencyId = actor.agencyId }: NoticeText,
): Promise<void> {
  const recipients = [...new Set(personIds)];
  if (recipients.length === 0) return;
  const told = await tx
    .insert(notice)
    .values(
      recipients.map((personId) => ({
        id: uuidv7(),
        agencyId,
        personId,
        cause,
        kind,
        title,
        href,
        at,
      })),
    )
    .onConflictDoNothing()
    .returning();
  await sendLater(tx, told);
}

/** Queues a mail that is no notice (a recovery link); nothing happens where mail is not set up. */
export async function queueMail(
  q: Queryable,
  config: Config,
  { recipient, subject, body }: { recipient: string; subject: string; body: string },
): Promise<void> {
  if (config.smtpUrl === null) return;
  await q.insert(mail).values({ id: uuidv7(), recipient, subject, body });
}
