import { inArray } from "drizzle-orm";
import type { Config } from "#platform/config/config.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { type NoticeKind, noticeKinds } from "./notice-kinds.ts";
import { mail, notice, person } from "./tables.ts";

export interface NoticeText {
  personIds: string[];
  /** What happened, once: a person is told of a cause a single time. */
  cause: string;
  kind: NoticeKind;
  title: string;
  /** Address inside the workspace, beginning with /workspace/. */
  href: string;
}

let mailing: { baseUrl: string } | null = null;

/** Mail is queued only when the installation can send it; told once by the plug. */
export function mailNoticesFrom(config: Config): void {
  mailing = config.smtpUrl ? { baseUrl: config.baseUrl ?? `http://${config.host}:${config.port}` } : null;
}

/** Tells people in the application, and by mail where mail is set up; one per person and cause. */
export async function notify(
  { tx, actor, at }: Work,
  { personIds, cause, kind, title, href }: NoticeText,
): Promise<void> {
  const recipients = [...new Set(personIds)];
  if (recipients.length === 0) return;
  const told = await tx
    .insert(notice)
    .values(
      recipients.map((personId) => ({
        id: uuidv7(),
        agencyId: actor.agencyId,
        personId,
        cause,
        kind,
        title,
        href,
        at,
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: notice.personId });
  if (mailing === null || told.length === 0) return;
  const addresses = await tx
    .select({ email: person.email, name: person.name })
    .from(person)
    .where(
      inArray(
        person.id,
        told.map(({ personId }) => personId),
      ),
    );
  await tx.insert(mail).values(
    addresses.map(({ email, name }) => ({
      id: uuidv7(),
      agencyId: actor.agencyId,
      recipient: email,
      subject: title,
      body: `Kính gửi ${name},\n\n${title}\n\nXem tại: ${mailing?.baseUrl}${href}\n\nVì sao có thư này: ${noticeKinds[kind]}\n`,
    })),
  );
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
