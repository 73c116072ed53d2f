import type { ComposeMail } from "#platform/work/compose-mail.ts";
import { composeConfirmation, composeNews } from "./following/compose-news.ts";
import { composeAnswer } from "./reports/compose-answer.ts";

/** What the mails of the site say; the first that knows the mail. */
export const composeMail: ComposeMail = async (q, mailId, site) => {
  for (const compose of [composeAnswer, composeConfirmation, composeNews]) {
    const message = await compose(q, mailId, site);
    if (message !== undefined) return message;
  }
  return undefined;
};
