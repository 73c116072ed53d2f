import type { Network } from "./network.ts";

/** Limits: an article of an Official Account as of 2026 (title 150, summary 300 characters, a cover). */
export const zalo: Network = {
  slug: "zalo",
  label: "Zalo OA",
  channel: "social",
  unit: "code-points",
  atLength: true,
  fields: ({ title, summary, text, link }) => [
    { name: "title", label: "Tiêu đề", text: title, most: 150, shown: { desktop: 80, phone: 60 } },
    { name: "description", label: "Tóm tắt", text: summary, most: 300, shown: { desktop: 120, phone: 90 } },
    { name: "body", label: "Nội dung", text: `${text}\n\n${link}`, most: null, shown: null },
  ],
  mostPerDay: null,
  hashtags: { most: 0 },
  pictures: { shapes: ["wide", "square"], fewest: 0, most: 20 },
  needs: "nothing",
  choices: [
    {
      name: "broadcast",
      label: "Gửi tới người quan tâm OA",
      hint: "Bài hiện trên OA rồi mới gửi. Zalo duyệt khoảng 30 phút, không gửi từ 22 giờ đến 6 giờ, tính vào hạn mức của gói OA; gửi rồi không rút lại được.",
      options: [
        { value: "no", label: "Không gửi" },
        { value: "all", label: "Mọi người quan tâm" },
        { value: "north", label: "Người quan tâm ở miền Bắc" },
        { value: "central", label: "Người quan tâm ở miền Trung" },
        { value: "south", label: "Người quan tâm ở miền Nam" },
      ],
      usual: "no",
      reachesPeople: true,
    },
  ],
  hasAddress: true,
  figures: ["views", "reactions", "comments", "shares"],
  openAt: "https://oa.zalo.me/manage/content/article",
  byHand: [
    "Đăng nhập trang quản trị Zalo OA, mở mục Bài viết rồi chọn Tạo bài viết.",
    "Dán tiêu đề, tóm tắt, nội dung; chọn ảnh bìa đã tải về; bật hiển thị bài.",
    "Đăng xong, mở bài rồi sao chép địa chỉ.",
  ],
};
