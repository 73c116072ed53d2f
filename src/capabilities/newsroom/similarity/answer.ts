/** What a writer may say of an item that is like theirs. */
export const similarityAnswers = ["other-news", "repost", "merge"] as const;
export type SimilarityAnswer = (typeof similarityAnswers)[number];

export const answerLabels: Record<SimilarityAnswer, string> = {
  "other-news": "Khác nội dung",
  repost: "Đăng lại, có ghi nguồn",
  merge: "Sẽ gộp vào bài kia",
};
