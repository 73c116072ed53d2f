export const letterStates = ["draft", "sent"] as const;
export type LetterState = (typeof letterStates)[number];

export const acknowledgedHows = ["link", "told"] as const;
export type AcknowledgedHow = (typeof acknowledgedHows)[number];

export const acknowledgedLabels: Record<AcknowledgedHow, string> = {
  link: "bấm xác nhận trong thư",
  told: "báo cho cơ quan",
};

/** How far one mail of a letter is. `doubt`: handed over, or not, nobody answered; `left`: may not be written to any more. */
export const mailStates = [
  "by-hand",
  "waiting",
  "sending",
  "accepted",
  "refused",
  "doubt",
  "left",
  "returned",
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
};
