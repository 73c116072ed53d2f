import { and, eq } from "drizzle-orm";
import { isSigned, openPersonal, signed } from "#platform/config/own-secret.ts";
import type { Queryable, Transaction } from "#platform/database/database.ts";
import { type Feedback, feedbackByCode, heldFeedback } from "../feedback-queries.ts";
import { feedbackEvent } from "../tables.ts";
import type { Incoming } from "./read-incoming.ts";

const PURPOSE = "feedback-mail-thread";

/** The Message-ID of the mail that tells a sender of an event; what answers it names it, and nobody else can. */
export const threadId = (eventId: string, baseUrl: string): string =>
  `<${eventId}.${signed(PURPOSE, eventId)}@${new URL(baseUrl).hostname}>`;

const OURS = /<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]+)@[^<>\s]+>/g;

async function answered(q: Queryable, agencyId: string, refers: string): Promise<string | null> {
  for (const [, eventId, mark] of refers.matchAll(OURS)) {
    if (!isSigned(PURPOSE, eventId!, mark!)) continue;
    const [event] = await q
      .select({ feedbackId: feedbackEvent.feedbackId })
      .from(feedbackEvent)
      .where(and(eq(feedbackEvent.agencyId, agencyId), eq(feedbackEvent.id, eventId!)));
    if (event) return event.feedbackId;
  }
  return null;
}

async function named(q: Queryable, agencyId: string, subject: string): Promise<string | null> {
  const codes = new Set(subject.toUpperCase().match(/\bPA-[2-9A-HJ-NP-Z]{8}\b/g) ?? []);
  if (codes.size !== 1) return null;
  return (await feedbackByCode(q, agencyId, [...codes][0]!))?.id ?? null;
}

/**
 * The feedback that a message belongs to, held: one that its own sender answers. `isSure`: it answers a mail of ours,
 * which only who got it can name; a code in the subject may be read by anybody. Null: a clerk looks at it.
 */
export async function feedbackAnswered(
  q: Transaction,
  agencyId: string,
  { refers, subject, from }: Incoming,
): Promise<{ row: Feedback; isSure: boolean } | null> {
  const sure = await answered(q, agencyId, refers);
  const id = sure ?? (await named(q, agencyId, subject));
  if (id === null) return null;
  const row = await heldFeedback(q, agencyId, id);
  if (row.mailSealed === null) return null;
  const address = await openPersonal(row.mailSealed);
  return address.trim().toLowerCase() === from.address.toLowerCase() ? { row, isSure: sure !== null } : null;
}

const QUOTED_FROM =
  /^(?:-{2,}\s*(?:original message|thư gốc|forwarded message|tin nhắn gốc).*|on .{5,200} wrote:|(?:vào|lúc|ngày) .{5,200} (?:đã )?viết:|_{10,})$/i;

/** What somebody wrote anew, without what the mail program put below of what is answered. */
export function ownWords(words: string): string {
  const lines = words.split("\n");
  const from = lines.findIndex(
    (line, at) =>
      QUOTED_FROM.test(line.trim()) ||
      // The line that leads to a quotation is broken where it is long.
      (lines[at + 1] !== undefined && QUOTED_FROM.test(`${line.trim()} ${lines[at + 1]!.trim()}`)),
  );
  return (from < 0 ? lines : lines.slice(0, from))
    .filter((line) => !line.startsWith(">"))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
