/** The five groups of the index and the whole, as they are published. */
export const scoreLabels = {
  total: "Tổng điểm",
  transparency: "Công khai, minh bạch",
  progress: "Tiến độ, kết quả giải quyết",
  digitisation: "Số hóa hồ sơ",
  online: "Cung cấp dịch vụ trực tuyến",
  satisfaction: "Mức độ hài lòng",
} as const;
export type ScoreKey = keyof typeof scoreLabels;
export const scoreKeys = Object.keys(scoreLabels) as [ScoreKey, ...ScoreKey[]];

export interface Score extends Record<ScoreKey, number | null> {
  entity: string;
  /** YYYY-MM-DD, the day that the score is of. */
  scoredOn: string;
  /** Where it was published. */
  url: string;
}

/** "92,8": hundredths of a point as people write them. */
export const pointsText = (hundredths: number | null): string =>
  hundredths === null ? "–" : (hundredths / 100).toLocaleString("vi-VN", { maximumFractionDigits: 2 });

/** Hundredths of a point from "92,8", "92.80" or 92.8; null: nothing is said; false: it is no score of at most 100. */
export function readPoints(written: string): number | null | false {
  const text = written.trim();
  if (/^[-–—]?$/u.test(text)) return null;
  if (!/^\d{1,3}(?:[.,]\d{1,4})?$/u.test(text)) return false;
  const points = Math.round(Number(text.replace(",", ".")) * 100);
  return points <= 10_000 ? points : false;
}
