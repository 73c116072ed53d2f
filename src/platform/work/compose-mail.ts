import type { Queryable } from "../database/database.ts";

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
  /** True: neither the address nor the words are kept beside the mail. */
  sealed?: boolean;
}

/** What a mail may say of the installation. */
export interface MailSite {
  /** Public address without a final slash. */
  baseUrl: string;
  /** Signs the links in mails. */
  secret: string;
  /** Opens what was sealed. */
  secretFile: string;
}

/** Says anew what a queued mail tells, the moment it goes out; null: it is needed no more; undefined: as it was queued. */
export type ComposeMail = (
  q: Queryable,
  mailId: string,
  site: MailSite,
) => Promise<OutgoingMail | null | undefined>;

const known = new Set<ComposeMail>();

/** Gives the process the mails of a capability; done once by the apps for each. */
export function learnMail(compose: ComposeMail): void {
  known.add(compose);
}

/** Of the capabilities that queue mails the first that knows this one says what it tells. */
export const composeLearntMail: ComposeMail = async (q, mailId, site) => {
  for (const compose of known) {
    const message = await compose(q, mailId, site);
    if (message !== undefined) return message;
  }
  return undefined;
};
