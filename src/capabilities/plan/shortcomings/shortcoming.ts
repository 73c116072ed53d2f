/** Noted, then being mended by a task or until a day, then mended with a proof; or not accepted, with the reason. */
export const shortcomingStates = ["open", "mending", "mended", "refused"] as const;
export type ShortcomingState = (typeof shortcomingStates)[number];

export const shortcomingWords: Record<ShortcomingState, string> = {
  open: "Chưa có cách khắc phục",
  mending: "Đang khắc phục",
  mended: "Đã khắc phục",
  refused: "Không tiếp nhận",
};

/** What a report finds by itself: a task without proof in its period, or past its day without any. */
export type FindingKind = "no-proof" | "late";
