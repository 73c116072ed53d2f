/** A result as an import found or left it; the score with a point, as the database gives it. */
export interface KeptResult {
  indexId: string;
  entityId: string;
  componentId: string | null;
  edition: number;
  score: string | null;
  rank: number | null;
  ranked: number | null;
  publishedOn: string | null;
  source: string;
  url: string | null;
  isCertain: boolean;
  note: string;
}

/** In the order in which they are told. */
const parts = [
  "indexId",
  "entityId",
  "componentId",
  "edition",
  "score",
  "rank",
  "ranked",
  "publishedOn",
  "source",
  "url",
  "isCertain",
  "note",
] as const;

export const keptOf = (one: KeptResult): KeptResult =>
  Object.fromEntries(parts.map((part) => [part, one[part]])) as unknown as KeptResult;

/** Whether two say the same, digit by digit: 45.70 is not 45.7. */
export const saysTheSame = (one: KeptResult, other: KeptResult): boolean =>
  parts.every((part) => one[part] === other[part]);
