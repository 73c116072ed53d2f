import { createHmac, timingSafeEqual } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import { signingKey } from "../../accounts/credentials.ts";
import type { Returns } from "../../connectors/connector.ts";
import type { PressSecret } from "../../connectors/press/press-secret.ts";
import { asHtml, domainOf, shortened } from "../../connectors/press/release-mail.ts";
import { absolute } from "../../deliveries/post-of-delivery.ts";
import { LEAVE_PATH, leaveToken } from "../recipients.ts";

export const ACKNOWLEDGE_PATH = "/xac-nhan-thu";

const signature = (id: string): string =>
  createHmac("sha256", signingKey()).update(`press-letter ${id}`).digest("base64url").slice(0, 32);

const acknowledgeToken = (recipientId: string): string =>
  `${recipientId.replaceAll("-", "")}${signature(recipientId)}`;

/** Whose link it is; null: nobody's. */
export function letterRecipientOf(token: string): string | null {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([\w-]{32})$/.exec(token);
  if (!found) return null;
  const id = found.slice(1, 6).join("-");
  const [given, own] = [Buffer.from(found[6]!), Buffer.from(signature(id))];
  return timingSafeEqual(given, own) ? id : null;
}

/** One mail of a letter for one recipient: the letter itself, or what reminds of it. Its Message-ID is its own on every attempt. */
export function letterMail(
  secret: PressSecret,
  {
    accountName,
    title,
    body,
    letterId,
    recipientId,
    round,
    to,
    now,
    returns,
  }: {
    accountName: string;
    title: string;
    body: string;
    letterId: string;
    recipientId: string;
    round: number;
    to: string;
    now: Date;
    /** Where what comes back is read; null: nowhere. */
    returns: Returns | null;
  },
): SendMailOptions {
  const domain = domainOf(secret);
  const idOf = (of: number) => `<letter-${letterId}.${recipientId}.${of}@${domain}>`;
  const unsubscribe = absolute(`${LEAVE_PATH}/${leaveToken(recipientId)}`);
  const confirm = absolute(`${ACKNOWLEDGE_PATH}/${acknowledgeToken(recipientId)}`);
  const reminds = round > 1 ? "Chúng tôi chưa nhận được xác nhận cho thư dưới đây.\n\n" : "";
  const text = `${reminds}${body}\n\nXin xác nhận đã nhận thư: ${confirm}\n\n--\n${accountName} gửi thư này theo danh sách báo chí của cơ quan. Thôi nhận: ${unsubscribe}\n`;
  const mailto = `mailto:${secret.replyTo}?subject=${encodeURIComponent("Thôi nhận thư báo chí")}`;
  return {
    from: { name: accountName, address: secret.from },
    replyTo: secret.replyTo,
    to,
    date: now,
    subject: shortened(`${round > 1 ? "[Nhắc] " : ""}[Định hướng thông tin] ${title}`),
    messageId: idOf(round),
    ...(round > 1 && { inReplyTo: idOf(1), references: idOf(1) }),
    headers: {
      "Content-Language": "vi",
      "List-Id": `Báo chí ${accountName} <press.${domain}>`,
      "List-Unsubscribe": `<${unsubscribe}>, <${mailto}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      ...(returns && { "X-Return-Id": returns.tag }),
    },
    text,
    html: `<div lang="vi">${asHtml(text)}</div>`,
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
