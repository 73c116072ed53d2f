import type { SendMailOptions } from "nodemailer";
import { embargoLine, embargoMark } from "../../networks/embargo-words.ts";
import { layOut } from "../../networks/post-length.ts";
import { press as network } from "../../networks/press.ts";
import type { ChangeCall, Recipient } from "../connector.ts";
import { hasOtherMedia } from "../other-media.ts";
import { type Difference, differencesOf } from "./compared-texts.ts";
import type { PressSecret } from "./press-secret.ts";
import {
  asHtml,
  domainOf,
  escaped,
  isHeld,
  leaveLine,
  letterHead,
  messageIdOf,
  shortened,
} from "./release-mail.ts";

/** What was sent cannot be taken back: a second letter in the thread of the first one says what counts. */
export type FollowUp = "correction" | "recall";

/** A reason that a person wrote, as a sentence. */
export const sentence = (text: string): string => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);

const CELL = 'style="border:1px solid #888;padding:6px;vertical-align:top;text-align:left"';

/** What was sent beside what holds now; empty cells say so. */
const asTable = (all: Difference[]): string =>
  `<table style="border-collapse:collapse;margin:0 0 1em"><caption style="text-align:left">Những chỗ đính chính</caption><tr>${[
    "Phần",
    "Đã gửi",
    "Nay sửa thành",
  ]
    .map((head) => `<th scope="col" ${CELL}>${head}</th>`)
    .join("")}</tr>${all
    .map(
      ({ place, before, now }) =>
        `<tr>${[place, before || "(không có)", now || "(bỏ)"]
          .map((cell) => `<td ${CELL}>${escaped(cell).replaceAll("\n", "<br>")}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</table>`;

const asLines = (all: Difference[]): string =>
  all
    .map(
      ({ place, before, now }) =>
        `${place}\nĐã gửi: ${before || "(không có)"}\nNay sửa thành: ${now || "(bỏ)"}`,
    )
    .join("\n\n");

function recalled({ account, stands, reason }: ChangeCall): string[] {
  return [
    `${account.name} thu hồi thông cáo báo chí “${stands.title}” đã gửi tới Quý cơ quan.`,
    `Lý do: ${sentence(reason)}`,
    "Đề nghị Quý cơ quan không sử dụng nội dung này; nếu đã đăng, phát thì đề nghị gỡ bỏ hoặc đính chính.",
  ];
}

/** What comes before and after the places where the texts differ. */
function corrected(
  call: ChangeCall,
  differences: Difference[] | null,
): { before: string[]; after: string[] } {
  const { account, stands, post, reason } = call;
  const body = layOut(network, post).at(-1)!.text;
  return {
    before: [
      ...(isHeld(call) ? [embargoLine(post.embargoUntil!)] : []),
      "Kính gửi Quý cơ quan báo chí,",
      `${account.name} đính chính thông cáo báo chí “${stands.title}” đã gửi tới Quý cơ quan.`,
      ...(reason === "" ? [] : [`Nội dung đính chính: ${sentence(reason)}`]),
      ...(differences === null ? ["Nội dung thay đổi ở nhiều chỗ; xin dùng cả bản dưới đây."] : []),
    ],
    after: [
      ...(hasOtherMedia(call)
        ? [
            "Ảnh, video đi cùng bài đã thay; xin lấy bản mới ở đường dẫn cuối thư, không dùng ảnh của thư trước.",
          ]
        : []),
      "Đề nghị Quý cơ quan dùng bản dưới đây thay cho bản đã gửi.",
      ...body.split(/\n{2,}/),
    ],
  };
}

/** The letter to one of those who had the first, in the same thread. */
export function followUpLetter(call: ChangeCall, secret: PressSecret, kind: FollowUp) {
  const { stands, post, account, change } = call;
  const isRecall = kind === "recall";
  const differences = isRecall ? [] : differencesOf(stands, { ...post, whole: post.text });
  const { before, after } = isRecall
    ? { before: ["Kính gửi Quý cơ quan báo chí,", ...recalled(call)], after: [] }
    : corrected(call, differences);
  const held = isHeld(call) ? embargoMark(post.embargoUntil!) : "";
  const subject = isRecall ? `[Thu hồi] ${stands.title}` : `[Đính chính]${held} ${post.title}`;
  // Under which domain the first letter went, whatever the connection says by now.
  const domain = stands.remoteId.split("@")[1] || domainOf(secret);
  return (to: Recipient): SendMailOptions => {
    const first = messageIdOf(post.marker, to.key, domain);
    const foot = leaveLine(account, to);
    const shown = differences ?? [];
    const lines = [...before, ...(shown.length > 0 ? [asLines(shown)] : []), ...after];
    return {
      ...letterHead(call, secret, to, change),
      ...{ subject: shortened(subject), inReplyTo: first, references: [first] },
      text: `${lines.join("\n\n")}${foot}\n`,
      html: `<div lang="vi">${asHtml(before.join("\n\n"))}${shown.length > 0 ? asTable(shown) : ""}${asHtml(
        `${after.join("\n\n")}${foot}`,
      )}</div>`,
    };
  };
}
