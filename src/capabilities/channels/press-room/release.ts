/** How far a release is with one of those it goes to. */
export const recipientStandings = [
  "waiting",
  "sending",
  "later",
  "accepted",
  "refused",
  "doubt",
  "left",
  "returned",
] as const;
export type RecipientStanding = (typeof recipientStandings)[number];

export const recipientStandingLabels: Record<RecipientStanding, string> = {
  waiting: "Chờ gửi",
  sending: "Đang gửi",
  later: "Máy chủ bảo chờ, sẽ gửi tiếp",
  accepted: "Máy chủ đã nhận",
  refused: "Không nhận",
  doubt: "Chưa rõ đã nhận chưa",
  left: "Đã thôi nhận, không gửi",
  returned: "Thư bị trả về",
};
