import type { Network } from "./network.ts";

export const radio: Network = {
  slug: "radio",
  label: "Truyền thanh cơ sở",
  channel: "radio",
  unit: "code-points",
  fields: ({ title, text }) => [
    { name: "title", label: "Tên bản tin", text: title, most: 200, shown: null },
    { name: "script", label: "Lời đọc", text, most: null, shown: null },
  ],
  mostPerDay: null,
  hashtags: { most: 0 },
  pictures: { shapes: [], fewest: 0, most: 0 },
  needs: "nothing",
  choices: [],
  hasAddress: false,
  figures: ["plays"],
  openAt: null,
  byHand: [
    "Giao cho từng đài, cụm loa trong sổ ở mục “Đài, cụm loa phát bản tin”: đài nhận gói tệp hoặc lịch, phát xong báo về là được ghi ngay.",
    "Đài ngoài sổ: tải bản ghi và lời đọc về, gửi theo cách đang dùng; phát xong, ghi lại đã phát ở đâu, lúc nào.",
  ],
};
