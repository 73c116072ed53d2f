import { createHmac, timingSafeEqual } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import { signingKey } from "../../accounts/credentials.ts";
import type { Returns } from "../../connectors/connector.ts";
import type { PressSecret } from "../../connectors/press/press-secret.ts";
import { asHtml, domainOf, shortened } from "../../connectors/press/release-mail.ts";
import { absolute } from "../../deliveries/post-of-delivery.ts";
import { LEAVE_PATH, leaveToken } from "../recipients.ts";
import type { MailKind } from "./letter.ts";
import { letterWords, type Saying } from "./letter-words.ts";

export const ACKNOWLEDGE_PATH = "/xac-nhan-thu";

const signature = (id: string): string =>
  createHmac("sha256", signingKey()).update(`press-letter ${id}`).digest("base64url").slice(0, 32);

/** Where one of those who got a letter says that they have it. */
export const acknowledgePath = (recipientId: string): string =>
  `${ACKNOWLEDGE_PATH}/${recipientId.replaceAll("-", "")}${signature(recipientId)}`;

/** Whose link it is; null: nobody's. */
export function letterRecipientOf(token: string): string | null {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([\w-]{32})$/.exec(token);
  if (!found) return null;
  const id = found.slice(1, 6).join("-");
  const [given, own] = [Buffer.from(found[6]!), Buffer.from(signature(id))];
  return timingSafeEqual(given, own) ? id : null;
}

/** The same on every attempt, so that mailboxes know a second one. */
export const letterMessageId = (
  secret: PressSecret,
  { letterId, recipientId, round }: { letterId: string; recipientId: string; round: number },
): string => `<letter-${letterId}.${recipientId}.${round}@${domainOf(secret)}>`;

/** One mail of a letter for one recipient: the letter itself, what reminds of it, or what takes it back. */
export function letterMail(
  secret: PressSecret,
  {
    mail: { recipientId, round, messageId },
    saying,
    thread,
    attached,
    to,
    now,
    returns,
  }: {
    mail: { recipientId: string; round: number; kind: MailKind; messageId: string };
    saying: Omit<Saying, "confirm">;
    /** What the same newsroom has of it already, the oldest first. */
    thread: string[];
    attached: NonNullable<SendMailOptions["attachments"]>;
    to: string;
    now: Date;
    /** Where what comes back is read; null: nowhere. */
    returns: Returns | null;
  },
): SendMailOptions {
  const { accountName } = saying;
  const unsubscribe = absolute(`${LEAVE_PATH}/${leaveToken(recipientId)}`);
  const words = letterWords({ ...saying, confirm: absolute(acknowledgePath(recipientId)) });
  const text = `${words.text}\n\n--\n${accountName} gửi thư này theo danh sách báo chí của cơ quan. Thôi nhận: ${unsubscribe}\n`;
  const mailto = `mailto:${secret.replyTo}?subject=${encodeURIComponent("Thôi nhận thư báo chí")}`;
  return {
    from: { name: accountName, address: secret.from },
    replyTo: secret.replyTo,
    to,
    date: now,
    subject: shortened(words.subject),
    messageId,
    ...(thread.length > 0 && { inReplyTo: thread.at(-1)!, references: thread }),
    headers: {
      "Content-Language": "vi",
      "List-Id": `Báo chí ${accountName} <press.${domainOf(secret)}>`,
      "List-Unsubscribe": `<${unsubscribe}>, <${mailto}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      ...(returns && { "X-Return-Id": returns.tag }),
    },
    text,
    html: `<div lang="vi">${asHtml(text)}</div>`,
    attachments: attached,
    envelope: {
      from: returns?.path ?? secret.bounces,
      to: [to],
      dsn: {
        ...{ id: returns?.tag ?? `letter.${recipientId}.${round}`, return: "headers" },
        notify: ["failure", "delay"],
      },
    } as SendMailOptions["envelope"] & object,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
