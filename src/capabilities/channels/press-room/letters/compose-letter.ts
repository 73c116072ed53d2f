import { and, eq, ne } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { PressSecret } from "../../connectors/press/press-secret.ts";
import { pressLetter } from "../../tables.ts";
import { asciiName } from "../attachments.ts";
import { hasLetter } from "./letter.ts";
import { bytesOfFile, filesOfLetters } from "./letter-attachments.ts";
import { letterMessageId } from "./letter-mail.ts";
import { type PressLetter, recipientsOfLetter } from "./letter-queries.ts";
import type { pressLetterMail } from "./tables.ts";

type Mail = typeof pressLetterMail.$inferSelect;
type Recipient = Awaited<ReturnType<typeof recipientsOfLetter>>[number];

/** What a newsroom may have of a letter, by Message-ID, the oldest first; but for a mail itself. */
const idsOf = (secret: PressSecret, letterId: string, one: Recipient, before = Infinity): string[] =>
  one.mails
    .filter(({ round, state }) => round < before && ["sending", "accepted", "doubt"].includes(state))
    .map(
      ({ recipientId, round, messageId }) =>
        messageId ?? letterMessageId(secret, { letterId, recipientId, round }),
    );

/** The letter that this one takes the place of, with what the same newsroom has of it; null: it has nothing of it. */
async function formerOf(q: Queryable, secret: PressSecret, letter: PressLetter, contactId: string) {
  if (letter.replacesId === null) return null;
  const [former] = await q.select().from(pressLetter).where(eq(pressLetter.id, letter.replacesId));
  const one =
    former && (await recipientsOfLetter(q, former.id)).find((other) => other.contactId === contactId);
  if (!one || !hasLetter(one.mails, one.acknowledgedAt)) return null;
  return { former, thread: idsOf(secret, former.id, one) };
}

/** What takes the place of a letter, once it was sent. */
async function nextOf(q: Queryable, { id }: PressLetter) {
  const [next] = await q
    .select({ title: pressLetter.title })
    .from(pressLetter)
    .where(and(eq(pressLetter.replacesId, id), ne(pressLetter.state, "draft")));
  return next ?? null;
}

/**
 * What goes along with a letter, with its bytes; `unfit`: why it may not go, when something may not.
 */
export async function filesToMail(q: Queryable, { id, agencyId }: PressLetter) {
  const files = await filesOfLetters(q, agencyId, [id]);
  const attached = [];
  for (const [index, file] of files.entries()) {
    const content = await bytesOfFile(file);
    const why = file.issues.join(", ") || "không còn đọc được";
    if (!content) return { names: [], attached: [], unfit: `tệp “${file.fileName}” ${why}` };
    attached.push({
      filename: asciiName(file.fileName, index + 1),
      content: Buffer.from(content),
      contentType: file.contentType,
    });
  }
  return { names: files.map(({ fileName }) => fileName), attached, unfit: null };
}

export type FilesToMail = Awaited<ReturnType<typeof filesToMail>>;

/**
 * What one mail says, in which thread and with what; a string: why it is not sent any more. `files` are asked for only
 * where they go along.
 */
export async function composeLetter(
  q: Queryable,
  secret: PressSecret,
  { mail, letter, accountName }: { mail: Mail; letter: PressLetter; accountName: string },
  files: () => Promise<FilesToMail>,
) {
  const { kind, round } = mail;
  const own = (await recipientsOfLetter(q, letter.id)).find(({ id }) => id === mail.recipientId)!;
  const said = { kind, accountName, letter };
  const thread = idsOf(secret, letter.id, own, round);
  if (kind === "withdrawal") {
    // What it takes back was not taken by the server after all: there is nothing to take back.
    if (!hasLetter(own.mails, own.acknowledgedAt)) return "nơi này chưa có thư";
    return {
      saying: { ...said, former: null, next: await nextOf(q, letter), files: [] },
      ...{ thread, attached: [] },
    };
  }
  if (letter.state === "withdrawn") return "thư đã thu hồi";
  const { names, attached, unfit } = await files();
  if (unfit !== null && kind === "letter") return unfit;
  const before = await formerOf(q, secret, letter, own.contactId);
  return {
    saying: { ...said, former: before?.former ?? null, next: null, files: names },
    thread: kind === "letter" ? (before?.thread ?? []) : thread,
    attached: kind === "letter" ? attached : [],
  };
}
