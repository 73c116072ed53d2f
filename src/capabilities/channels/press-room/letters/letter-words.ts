import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { sentence } from "../../connectors/press/follow-up-letter.ts";
import type { MailKind } from "./letter.ts";

interface Told {
  title: string;
  sentAt: Date | null;
  withdrawnWhy: string | null;
}

export interface Saying {
  kind: MailKind;
  accountName: string;
  letter: Told & { body: string };
  /** What this one takes the place of, for whoever has that; null: nothing. */
  former: Told | null;
  /** What takes the place of this one; null: nothing. */
  next: { title: string } | null;
  /** What goes along, by name. */
  files: string[];
  /** Where it is acknowledged, and what goes along is fetched. */
  confirm: string;
}

const named = ({ title, sentAt }: Told): string =>
  `“${title}”${sentAt ? ` gửi ngày ${formatDate(toVietnamDate(sentAt))}` : ""}`;

function takenBack({ accountName, letter, next }: Saying): string[] {
  return [
    "Kính gửi Quý cơ quan báo chí,",
    `${accountName} thu hồi thư định hướng ${named(letter)} tới Quý cơ quan.`,
    `Lý do: ${sentence(letter.withdrawnWhy ?? "")}`,
    ...(next ? [`Thư này được thay bằng thư “${next.title}”.`] : []),
    "Đề nghị Quý cơ quan không dùng nội dung thư này; nếu đã đăng, phát thì đề nghị gỡ bỏ hoặc đính chính. Quý cơ quan không phải xác nhận thư đã thu hồi.",
  ];
}

function guiding({ kind, letter, former, files, confirm }: Saying): string[] {
  const names = files.map((name) => `- ${name}`).join("\n");
  const along = kind === "letter" ? "Tệp đính kèm:" : "Tệp đính kèm, tải ở trang xác nhận:";
  return [
    ...(kind === "reminder" ? ["Chúng tôi chưa nhận được xác nhận cho thư dưới đây."] : []),
    ...(former
      ? [
          `Thư này thay cho thư ${named(former)}, nay đã thu hồi. Lý do: ${sentence(former.withdrawnWhy ?? "")} Đề nghị Quý cơ quan chỉ dùng thư này.`,
        ]
      : []),
    letter.body,
    ...(files.length > 0 ? [`${along}\n${names}`] : []),
    `Xin xác nhận đã nhận thư: ${confirm}`,
  ];
}

/** What one mail of a letter says, with the mark that stands before its subject. */
export function letterWords(saying: Saying): { subject: string; text: string } {
  const { kind, former, letter } = saying;
  const mark =
    kind === "withdrawal" ? "[Thu hồi] " : kind === "reminder" ? "[Nhắc] " : former ? "[Thay thế] " : "";
  return {
    subject: `${mark}[Định hướng thông tin] ${letter.title}`,
    text: (kind === "withdrawal" ? takenBack(saying) : guiding(saying)).join("\n\n"),
  };
}
