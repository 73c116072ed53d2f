import type { ContentKind } from "./kind.ts";

export const shortVideo: ContentKind = {
  slug: "short-video",
  label: "Video ngắn",
  hint: "Một ý trong ba phút, quay dọc cho điện thoại; ba giây đầu nói ngay việc gì, xem không tiếng vẫn hiểu.",
  fields: {
    title: { longest: 100 },
    summary: { shortest: 20, longest: 300 },
    body: { label: "Lời đăng kèm", fewestWords: 0 },
    image: "optional",
  },
  lowRisk: false,
  own: [
    {
      name: "crew",
      label: "Người thực hiện",
      hint: "",
      type: "line",
      longest: 300,
      requiredTo: "submit",
      shown: "below",
      property: "creditText",
    },
  ],
  media: [
    {
      role: "video",
      label: "Video quay dọc",
      hint: "Khung hình 9:16, dài từ 5 giây đến 3 phút; phụ đề và hình đại diện ghi ở Kho tư liệu.",
      sort: "video",
      fewest: 1,
      most: 1,
      alt: "none",
      caption: "none",
      aspect: { from: 0.55, to: 0.575, words: "khung hình dọc 9:16, như 1080 × 1920" },
      recording: { shortest: 5, longest: 180, poster: "required", saidIn: null },
      shown: "above",
    },
  ],
  drawing: null,
  channels: ["portal", "social", "video"],
  schemaType: "NewsArticle",
};
