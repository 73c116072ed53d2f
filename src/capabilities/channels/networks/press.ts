import type { Network } from "./network.ts";

export const press: Network = {
  slug: "press",
  label: "Thư gửi báo chí",
  channel: "press",
  unit: "code-points",
  atLength: true,
  fields: ({ title, summary, text, link }) => [
    {
      name: "subject",
      label: "Tiêu đề thư",
      text: `[Thông cáo báo chí] ${title}`,
      most: 200,
      shown: { desktop: 90, phone: 45 },
    },
    {
      name: "body",
      label: "Nội dung thư",
      text: [text.includes(summary) ? "" : summary, text, link].filter(Boolean).join("\n\n"),
      most: null,
      shown: null,
    },
  ],
  mostPerDay: null,
  hashtags: { most: 0 },
  pictures: { shapes: ["wide", "square"], fewest: 0, most: 10 },
  needs: "nothing",
  choices: [],
  hasAddress: false,
  figures: ["mail-opens"],
  openAt: null,
  byHand: [
    "Soạn thư trong hộp thư của cơ quan; mỗi tòa soạn một thư, không gửi chung danh sách.",
    "Dán tiêu đề, nội dung; đính kèm ảnh đã tải về.",
    "Gửi xong, ghi lại đã gửi cho những nơi nào.",
  ],
};
