import type { ContentKind } from "./kind.ts";

export const article: ContentKind = {
  slug: "article",
  label: "Bài",
  hint: "Đi sâu một vấn đề, có số liệu và nguồn, có ý kiến người trong cuộc.",
  fields: {
    title: { longest: 200 },
    summary: { shortest: 40, longest: 700 },
    body: { label: "Nội dung", fewestWords: 150 },
    image: "optional",
  },
  lowRisk: false,
  own: [],
  media: [],
  drawing: null,
  channels: ["portal", "social"],
  schemaType: "NewsArticle",
};
