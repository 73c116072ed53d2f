/** Whose view an index gives. */
export const views = {
  government: "Cơ quan nhà nước",
  citizens: "Người dân",
  firms: "Doanh nghiệp",
  other: "Khác",
} as const;
export type View = keyof typeof views;
export const viewNames = Object.keys(views) as [View, ...View[]];

export const units = { percent: "Phần trăm", points: "Điểm" } as const;
export type Unit = keyof typeof units;
export const unitNames = Object.keys(units) as [Unit, ...Unit[]];

/** A score as it is said: the decimals of its publisher, a comma, "%" where it is one. */
export const scoreInWords = (score: string, unit: Unit): string =>
  `${score.replace(".", ",")}${unit === "percent" ? "%" : ""}`;

/** A place among others: "4/63"; how many there were may not be known. */
export const rankInWords = (rank: number, ranked: number | null): string =>
  ranked === null ? `thứ ${rank}` : `thứ ${rank}/${ranked}`;

/** Score and rank as far as they were published: "91,16%, thứ 4/63". */
export const resultInWords = (
  { score, rank, ranked }: { score: string | null; rank: number | null; ranked: number | null },
  unit: Unit,
): string =>
  [score !== null && scoreInWords(score, unit), rank !== null && rankInWords(rank, ranked)]
    .filter(Boolean)
    .join(", ");
