export const paperLabels = { a4: "Khổ A4", a3: "Khổ A3" } as const;
export type PaperSize = keyof typeof paperLabels;

/** Letters in points: readable at arm's length, or from where one stands before a board. */
export const letterSize = (paper: PaperSize, isLarge: boolean): number =>
  paper === "a4" ? (isLarge ? 17 : 11) : isLarge ? 24 : 16;

/** One book of more procedures is no longer carried to a counter, and takes long to set. */
export const MOST_IN_BOOKLET = 300;
