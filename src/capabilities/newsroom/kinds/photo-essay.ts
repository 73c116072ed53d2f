import type { ContentKind } from "./kind.ts";

export const photoEssay: ContentKind = {
  slug: "photo-essay",
  label: "Phóng sự ảnh",
  hint: "Từ ba ảnh trở lên kể một câu chuyện; mỗi ảnh có lời chú thích: ai, làm gì, ở đâu.",
  fields: {
    title: { longest: 200 },
    summary: { shortest: 20, longest: 700 },
    body: { label: "Lời dẫn", fewestWords: 0 },
    image: "optional",
  },
  lowRisk: false,
  own: [
    {
      name: "place",
      label: "Nơi chụp",
      hint: "",
      type: "line",
      longest: 200,
      requiredTo: "submit",
      shown: "above",
      property: null,
    },
    {
      name: "takenDay",
      label: "Ngày chụp",
      hint: "",
      type: "day",
      notBefore: null,
      requiredTo: null,
      shown: "above",
      property: null,
    },
  ],
  media: [
    {
      role: "photo",
      label: "Ảnh của phóng sự",
      hint: "Xếp theo mạch kể; mỗi ảnh có mô tả cho người không nhìn thấy và lời chú thích.",
      sort: "picture",
      fewest: 3,
      most: 40,
      alt: "required",
      caption: "required",
      aspect: null,
      recording: null,
      shown: "below",
    },
  ],
  drawing: null,
  channels: ["portal", "social"],
  schemaType: "NewsArticle",
};
