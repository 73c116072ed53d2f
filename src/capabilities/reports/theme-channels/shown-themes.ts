/** Every theme, or only those that have something, or nothing. */
export const shownThemes = ["all", "with", "without"] as const;
export type ShownThemes = (typeof shownThemes)[number];

export const shownWords: Record<ShownThemes, string> = {
  all: "Mọi chủ đề",
  with: "Chủ đề đã có",
  without: "Chủ đề chưa có",
};

export const isShown = (show: ShownThemes, count: number): boolean =>
  show === "all" || (show === "with") === count > 0;

/** Row of what tells no theme, and column of what has no address. */
export const NO_THEME = "chua-ro";
export const NO_CHANNEL = "chua-co-kenh";
