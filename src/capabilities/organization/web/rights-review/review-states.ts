export const reviewStates = {
  open: { tone: "waiting", word: "Đang rà soát" },
  closed: { tone: "done", word: "Đã kết thúc" },
  cancelled: { tone: "withdrawn", word: "Đã hủy" },
} as const;
