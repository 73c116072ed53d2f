import { desc, notInArray } from "drizzle-orm";
import { formatDayAndTime } from "#platform/clock/vietnam-time.ts";
import type { Command } from "#platform/work/plug.ts";
import { mail } from "./tables.ts";

const states = {
  pending: "chờ gửi",
  sending: "đang gửi",
  sent: "đã gửi",
  unknown: "chưa rõ đã đến chưa",
  refused: "không gửi được",
  unneeded: "không còn cần gửi",
} as const;

/** Mails that did not go out, newest first, with the reason. What they say is not shown: it may hold a link. */
export const mailListCommand: Command = {
  name: "mail list",
  summary: "Liệt kê thư chưa gửi được, kèm lý do",
  needsDatabase: true,
  args: 0,
  run: async ({ database, answer }) => {
    const mails = await database
      .select({
        recipient: mail.recipient,
        subject: mail.subject,
        state: mail.state,
        attempts: mail.attempts,
        createdAt: mail.createdAt,
        lastError: mail.lastError,
      })
      .from(mail)
      .where(notInArray(mail.state, ["sent", "unneeded"]))
      .orderBy(desc(mail.createdAt))
      .limit(200);
    const lines = mails.map(({ recipient, subject, state, attempts, createdAt, lastError }) =>
      [
        formatDayAndTime(createdAt),
        recipient,
        subject,
        `${states[state]} (${attempts} lần thử)`,
        lastError ?? "",
      ].join("\t"),
    );
    answer(mails, lines.join("\n") || "Không có thư nào chưa gửi được.");
    return 0;
  },
};
