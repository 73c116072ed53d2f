export const paperLabels = { a4: "Khổ A4", a3: "Khổ A3" } as const;
export type PaperSize = keyof typeof paperLabels;

/** Letters in points: readable at arm's length, or from where one stands before a board. */
export const letterSize = (paper: PaperSize, isLarge: boolean): number =>
  paper === "a4" ? (isLarge ? 17 : 11) : isLarge ? 24 : 16;
