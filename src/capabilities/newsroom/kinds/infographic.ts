import type { ContentKind } from "./kind.ts";

export const infographic: ContentKind = {
  slug: "infographic",
  label: "Đồ họa thông tin",
  hint: "Một ý, ít số, đọc được trên điện thoại; mọi con số trong hình có nguồn và được viết lại bằng chữ.",
  fields: {
    title: { longest: 200 },
    summary: { shortest: 20, longest: 500 },
    body: { label: "Nội dung của hình viết bằng chữ", fewestWords: 20 },
    image: "optional",
  },
  lowRisk: false,
  own: [
    {
      name: "dataSource",
      label: "Nguồn số liệu",
      hint: "Cơ quan công bố, tên báo cáo hoặc số văn bản.",
      type: "line",
      longest: 300,
      requiredTo: "submit",
      shown: "below",
      property: "creditText",
    },
    {
      name: "dataDay",
      label: "Số liệu tính đến ngày",
      hint: "",
      type: "day",
      notBefore: null,
      requiredTo: "submit",
      shown: "below",
      property: null,
    },
  ],
  media: [
    {
      role: "graphic",
      label: "Hình đồ họa",
      hint: "Mỗi hình một ý; nhiều hình thì xếp theo thứ tự đọc.",
      sort: "picture",
      fewest: 1,
      most: 6,
      alt: "required",
      caption: "optional",
      aspect: null,
      recording: null,
      shown: "above",
    },
  ],
  drawing: { role: "graphic", source: "dataSource", day: "dataDay" },
  channels: ["portal", "social", "board"],
  schemaType: "NewsArticle",
};
