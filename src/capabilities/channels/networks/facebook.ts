import type { Network } from "./network.ts";
import { wholePost } from "./whole-post.ts";

/** Limits: the Graph API's as of 2026 (message 63,206 characters, of which some 480 are seen at first; 10 pictures). */
export const facebook: Network = {
  slug: "facebook",
  label: "Facebook",
  channel: "social",
  unit: "utf-16",
  fields: (words) => [
    {
      name: "message",
      label: "Nội dung bài đăng",
      text: wholePost(words),
      most: 63_206,
      shown: { desktop: 480, phone: 210 },
    },
  ],
  mostPerDay: null,
  hashtags: { most: 10 },
  pictures: { shapes: ["square", "portrait", "landscape", "wide", "story"], fewest: 0, most: 10 },
  needs: "nothing",
  choices: [],
  hasAddress: true,
  figures: ["reach", "views", "watch-seconds", "reactions", "comments", "shares"],
  openAt: null,
  byHand: [
    "Mở trang của cơ quan, chuyển sang vai trò trang rồi chọn Tạo bài viết.",
    "Dán nội dung, thêm ảnh đã tải về theo đúng thứ tự, điền mô tả ảnh.",
    "Đăng xong, bấm vào thời gian của bài để mở riêng bài ấy rồi sao chép địa chỉ.",
  ],
};
