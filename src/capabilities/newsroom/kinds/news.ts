import type { ContentKind } from "./kind.ts";

export const news: ContentKind = {
  slug: "news",
  label: "Tin",
  hint: "Ngắn gọn: việc gì, ai làm, ở đâu, khi nào, kết quả ra sao.",
  fields: {
    title: { longest: 200 },
    summary: { shortest: 20, longest: 500 },
    body: { label: "Nội dung", fewestWords: 30 },
    image: "optional",
  },
  lowRisk: false,
  own: [],
  media: [],
  drawing: null,
  channels: ["portal", "social"],
  schemaType: "NewsArticle",
};
