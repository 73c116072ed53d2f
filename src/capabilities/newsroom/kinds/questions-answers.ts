import type { ContentKind } from "./kind.ts";

export const questionsAnswers: ContentKind = {
  slug: "questions-answers",
  label: "Hỏi đáp",
  hint: "Điều nhiều người hỏi và câu trả lời ngắn, rõ, có căn cứ; không nêu ai đã hỏi.",
  fields: {
    title: { longest: 200 },
    summary: { shortest: 20, longest: 500 },
    body: { label: "Hỏi và đáp", fewestWords: 30 },
    image: "optional",
  },
  lowRisk: false,
  own: [],
  media: [],
  drawing: null,
  channels: ["portal", "social"],
  schemaType: "NewsArticle",
};
