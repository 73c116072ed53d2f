import type { SendMailOptions } from "nodemailer";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { embargoLine, embargoMark } from "../../networks/embargo-words.ts";
import { layOut } from "../../networks/post-length.ts";
import { press as network } from "../../networks/press.ts";
import type { ConnectorCall, Post, Recipient } from "../connector.ts";
import type { PressSecret } from "./press-secret.ts";

const SUBJECT = 90;
const PICTURE = { bytes: 2_500_000, side: 2400 };
/** Encoded they are a third larger: together below the 10 MB that newsrooms take. */
const ALL_ATTACHED = 7_000_000;

interface Attached {
  filename: string;
  content: Buffer;
  contentType: string;
}

/** What is attached: the files chosen for it, then the pictures of the text; pictures that no longer fit are linked to. */
export async function attachedFiles({
  post,
  attachments,
}: Pick<ConnectorCall, "post" | "attachments">): Promise<{ attached: Attached[]; linked: string[] }> {
  const attached: Attached[] = [];
  const linked: string[] = [];
  let bytes = 0;
  for (const { fileName, contentType, content } of await attachments()) {
    const file = await content();
    attached.push({ filename: fileName, content: file, contentType });
    bytes += file.length;
  }
  for (const [index, picture] of post.pictures.slice(0, network.pictures.most).entries()) {
    const content = await picture.jpeg(PICTURE);
    if (bytes + content.length > ALL_ATTACHED) linked.push(picture.address);
    else attached.push({ filename: `anh-${index + 1}.jpg`, content, contentType: "image/jpeg" });
    bytes += content.length;
  }
  return { attached, linked };
}

/** As long as mailboxes show a subject. */
export const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length <= SUBJECT
    ? text
    : `${letters
        .slice(0, SUBJECT - 1)
        .join("")
        .trimEnd()}…`;
};

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Plain words as paragraphs, with their links. */
export const asHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => {
      const words = escaped(part)
        .replaceAll("\n", "<br>")
        .replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`);
      return `<p style="margin:0 0 1em">${words}</p>`;
    })
    .join("\n");

export const domainOf = ({ from }: PressSecret): string => from.split("@")[1] ?? "localhost";

/** The same on every attempt, so that mailboxes know a second one. `part`: which letter of a release it is. */
export const messageIdOf = (marker: string, key: string, domain: string, part = ""): string =>
  `<${marker}.${part && `${part}.`}${key}@${domain}>`;

/** What the release is called in a mailbox: a moment before which nobody may publish it stands first. */
function subjectOf(post: Post, subject: string, isHeld: boolean, isAnew: boolean): string {
  if (isAnew) return shortened(`[Bản mới]${isHeld ? embargoMark(post.embargoUntil!) : ""} ${post.title}`);
  return shortened(isHeld ? `${embargoMark(post.embargoUntil!)} ${post.title}` : subject);
}

export const isHeld = ({ post, now }: Pick<ConnectorCall, "post" | "now">): boolean =>
  post.embargoUntil != null && post.embargoUntil > now();

/** How somebody gets no more letters, at the foot of each. */
export const leaveLine = (account: ConnectorCall["account"], { unsubscribe }: Recipient): string =>
  `\n\n--\n${account.name} gửi thư này theo danh sách báo chí của cơ quan. Thôi nhận: ${unsubscribe}`;

/** What every letter to a newsroom carries, whatever it says. */
export function letterHead(
  { post, account, now }: Pick<ConnectorCall, "post" | "account" | "now">,
  secret: PressSecret,
  { address: to, key, unsubscribe, returns }: Recipient,
  part = "",
): SendMailOptions {
  const comesBack = part === "" ? returns?.first : returns?.later;
  const domain = domainOf(secret);
  const mailto = `mailto:${secret.replyTo}?subject=${encodeURIComponent("Thôi nhận thư báo chí")}`;
  const messageId = messageIdOf(post.marker, key, domain, part);
  return {
    from: { name: account.name, address: secret.from },
    replyTo: secret.replyTo,
    to,
    date: now(),
    messageId,
    headers: {
      "Content-Language": "vi",
      "List-Id": `Báo chí ${account.name} <press.${domain}>`,
      "List-Unsubscribe": `<${unsubscribe}>, <${mailto}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "X-Publication": post.marker,
      ...(comesBack && { "X-Return-Id": comesBack.tag }),
    },
    envelope: {
      from: comesBack?.path ?? secret.bounces,
      to: [to],
      // A letter that comes back names the recipient by what we sent it under.
      dsn: {
        ...{ id: comesBack?.tag ?? messageId.slice(1, messageId.indexOf("@")), return: "headers" },
        notify: ["failure", "delay"],
      },
    } as SendMailOptions["envelope"] & object,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** In the thread of the letter that was taken back, under a Message-ID of its own. */
function formerOf({ remoteId }: { remoteId: string }, { key }: Recipient): SendMailOptions {
  const [marker, domain] = remoteId.split("@");
  return marker && domain ? { references: [messageIdOf(marker, key, domain)] } : {};
}

/** One release for one recipient. */
export function releaseMail(
  call: Pick<ConnectorCall, "post" | "account" | "now">,
  secret: PressSecret,
  recipient: Recipient,
  { attached, linked }: Awaited<ReturnType<typeof attachedFiles>>,
): SendMailOptions {
  const { post, account } = call;
  const [subject, body] = layOut(network, post).map(({ text }) => text);
  const pictures = linked.length > 0 ? `\n\nẢnh khác:\n${linked.join("\n")}` : "";
  const captions = post.pictures
    .map(({ alt }, index) => (alt ? `Ảnh ${index + 1}: ${alt}` : ""))
    .filter(Boolean)
    .join("\n");
  const held = isHeld(call) ? `${embargoLine(post.embargoUntil!)}\n\n` : "";
  const { recalled } = recipient;
  const anew = recalled
    ? `Bản mới của thông cáo báo chí đã thu hồi lúc ${formatDateTime(recalled.at)}; đề nghị Quý cơ quan chỉ dùng bản này.\n\n`
    : "";
  const text = `${held}${anew}${body}${captions && `\n\n${captions}`}${pictures}${leaveLine(account, recipient)}\n`;
  return {
    ...letterHead(call, secret, recipient),
    subject: subjectOf(post, subject!, isHeld(call), recalled !== undefined),
    ...(recalled && formerOf(recalled, recipient)),
    text,
    html: `<div lang="vi">${asHtml(text)}</div>`,
    attachments: attached,
  };
}
