import type { Network } from "./network.ts";

export const website: Network = {
  slug: "website",
  label: "Trang, cổng thông tin khác",
  channel: "portal",
  unit: "code-points",
  atLength: true,
  fields: ({ title, summary, text, link }) => [
    { name: "title", label: "Tiêu đề", text: title, most: null, shown: null },
    { name: "summary", label: "Tóm tắt", text: summary, most: null, shown: null },
    { name: "body", label: "Nội dung", text: `${text}\n\n${link}`, most: null, shown: null },
  ],
  mostPerDay: null,
  hashtags: { most: 0 },
  pictures: { shapes: ["wide", "square"], fewest: 0, most: 30 },
  needs: "nothing",
  choices: [],
  hasAddress: true,
  figures: ["views"],
  openAt: null,
  byHand: [
    "Mở trang quản trị của trang ấy, tạo tin mới, dán tiêu đề, tóm tắt, nội dung và thêm ảnh.",
    "Đăng xong, mở tin rồi sao chép địa chỉ.",
  ],
};
