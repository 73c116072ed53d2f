import type { Network } from "./network.ts";

export const portal: Network = {
  slug: "portal",
  label: "Cổng thông tin điện tử",
  channel: "portal",
  unit: "code-points",
  fields: ({ title, summary }) => [
    { name: "title", label: "Tiêu đề", text: title, most: null, shown: null },
    { name: "summary", label: "Tóm tắt", text: summary, most: null, shown: null },
  ],
  mostPerDay: null,
  hashtags: { most: 0 },
  pictures: { shapes: [], fewest: 0, most: 100 },
  needs: "nothing",
  choices: [],
  hasAddress: true,
  figures: [],
  openAt: null,
  byHand: [],
};
