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
  openAt: null,
  byHand: [
    "Tải bản ghi và lời đọc về, gửi cho đài, cụm loa theo cách đang dùng.",
    "Phát xong, ghi lại đã phát ở đâu, lúc nào.",
  ],
};
