/** How texts get onto an account: rehearsed, posted by a person, by calling the network, or it is our own portal. */
export const accountWays = ["rehearsal", "manual", "connected", "own"] as const;
export type AccountWay = (typeof accountWays)[number];

export const wayLabels: Record<AccountWay, string> = {
  rehearsal: "Diễn tập (chưa đăng thật)",
  manual: "Đăng tay",
  connected: "Đăng tự động",
  own: "Cổng của cơ quan",
};

export const accountStates = ["open", "paused", "closed"] as const;
export type AccountState = (typeof accountStates)[number];

export const accountStateLabels: Record<AccountState, string> = {
  open: "Đang dùng",
  paused: "Tạm dừng",
  closed: "Đã đóng",
};
