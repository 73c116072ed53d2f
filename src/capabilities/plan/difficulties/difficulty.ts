/** Raised by a unit, gathered by the editors, decided by the leadership; or taken back by who raised it. */
export const difficultyStates = ["raised", "gathered", "decided", "withdrawn"] as const;
export type DifficultyState = (typeof difficultyStates)[number];

export const difficultyWords: Record<DifficultyState, string> = {
  raised: "Chờ tổng hợp",
  gathered: "Chờ lãnh đạo quyết định",
  decided: "Đã quyết định",
  withdrawn: "Đã rút",
};
