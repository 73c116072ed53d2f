export const letterStates = ["draft", "sent", "withdrawn"] as const;
export type LetterState = (typeof letterStates)[number];

/** What one mail of a letter is: the letter, what reminds of it, what takes it back. */
export type MailKind = "letter" | "reminder" | "withdrawal";

export const acknowledgedHows = ["link", "told"] as const;
export type AcknowledgedHow = (typeof acknowledgedHows)[number];

export const acknowledgedLabels: Record<AcknowledgedHow, string> = {
  link: "bấm xác nhận trong thư",
  told: "báo cho cơ quan",
};

/** How far one mail of a letter is. `doubt`: handed over, or not, nobody answered; `left`: may not be written to any more; `stopped`: taken back before it went out, or a file that may not go. */
export const mailStates = [
  "by-hand",
  "waiting",
  "sending",
  "accepted",
  "refused",
  "doubt",
  "left",
  "returned",
  "stopped",
] as const;
export type MailState = (typeof mailStates)[number];

export const mailStateLabels: Record<MailState, string> = {
  "by-hand": "Gửi bằng tay",
  waiting: "Chờ gửi",
  sending: "Đang gửi",
  accepted: "Máy chủ thư đã nhận",
  refused: "Nơi nhận không nhận",
  doubt: "Không rõ đã tới chưa",
  left: "Không còn nhận thư",
  returned: "Thư bị trả về",
  stopped: "Đã dừng, không gửi",
};

/** After which of these somebody has the letter, or may have it. */
const REACHES: MailState[] = ["by-hand", "sending", "accepted", "doubt"];

/** Whether somebody has a letter, or may have it: by a mail, or because they said so. */
export const hasLetter = (
  mails: { kind: MailKind; state: MailState }[],
  acknowledgedAt: Date | null,
): boolean =>
  acknowledgedAt !== null ||
  mails.some(({ kind, state }) => kind !== "withdrawal" && REACHES.includes(state));
