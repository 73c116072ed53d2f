import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { systemActor, type Work } from "#platform/work/work.ts";
import { LONGEST_WORDS } from "../feedback.ts";
import { SENDER } from "../move-feedback.ts";
import { addWords, lookAgain, reopenUntil } from "../own/act-as-sender.ts";
import { feedbackAnswered, ownWords } from "./mail-thread.ts";
import type { Incoming } from "./read-incoming.ts";

/**
 * Adds what a sender wrote back to the feedback that it answers, as through the private address: a clock that stood
 * runs on; what was answered or refused is looked at again where the days and the states allow it, and only when the
 * message answers a mail of ours. Gives the feedback's id; null: it stays a draft for a clerk.
 */
export async function addReply(work: Work, mail: Incoming): Promise<string | null> {
  const { tx, actor, at } = work;
  const found = await feedbackAnswered(tx, actor.agencyId, mail);
  if (!found) return null;
  const { row, isSure } = found;
  const words = ownWords(mail.words);
  const asSender = { ...work, actor: systemActor(actor.agencyId, SENDER) };
  // Longer than the form takes: a clerk decides what of it is kept.
  if (words.length > LONGEST_WORDS || (words === "" && mail.attachments.length === 0)) return null;
  if (row.endedAt === null) {
    await addWords(asSender, row, words, mail.attachments);
    return row.id;
  }
  const until = isSure && words !== "" ? await reopenUntil(tx, row) : null;
  if (until === null || toVietnamDate(at).toString() > until) return null;
  await lookAgain(asSender, row, words, mail.attachments);
  return row.id;
}
