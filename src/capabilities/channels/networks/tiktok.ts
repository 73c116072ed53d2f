import type { Network } from "./network.ts";
import { wholePost } from "./whole-post.ts";

/** Limits: the Content Posting API's as of 2026 (caption 2,200 characters in UTF-16; a video, or pictures). */
export const tiktok: Network = {
  slug: "tiktok",
  label: "TikTok",
  channel: "video",
  unit: "utf-16",
  fields: (words) => [
    {
      name: "title",
      label: "Chú thích",
      text: wholePost(words),
      most: 2200,
      shown: { desktop: 150, phone: 80 },
    },
  ],
  mostPerDay: 15,
  hashtags: { most: 5 },
  pictures: { shapes: ["story", "square"], fewest: 0, most: 35 },
  needs: "video-or-picture",
  choices: [
    {
      name: "audience",
      label: "Ai xem được",
      hint: "TikTok yêu cầu người đăng tự chọn cho từng bài.",
      options: [
        { value: "public", label: "Mọi người" },
        { value: "self", label: "Chỉ chủ tài khoản, mở công khai sau trong ứng dụng" },
      ],
      usual: null,
    },
    {
      name: "comments",
      label: "Bình luận",
      hint: "",
      options: [
        { value: "on", label: "Cho bình luận" },
        { value: "off", label: "Tắt bình luận" },
      ],
      usual: "on",
    },
    {
      name: "ai",
      label: "Hình, tiếng do AI tạo hoặc sửa trông như thật",
      hint: "TikTok gắn nhãn cho người xem.",
      options: [
        { value: "no", label: "Không có" },
        { value: "yes", label: "Có" },
      ],
      usual: "no",
    },
  ],
  hasAddress: true,
  figures: ["reach", "views", "watch-seconds", "reactions", "comments", "shares"],
  openAt: "https://www.tiktok.com/upload",
  // No call of the network edits or deletes (Content Posting API, 2026).
  changeByHand: {
    correct: [
      "Mở video trong ứng dụng TikTok bằng tài khoản của cơ quan, bấm dấu ba chấm.",
      "Có mục sửa bài đăng thì dán chú thích dưới đây rồi lưu; địa chỉ và lượt xem giữ nguyên.",
      "Không có mục ấy, hoặc phải thay video: chụp lại video rồi xóa, bấm “Ghi đã gỡ khỏi kênh” và chọn lại kênh này ở bài để đăng bản mới.",
      "Mở lại video để xem chú thích mới, rồi ghi ở đây là đã sửa và thêm ảnh chụp.",
    ],
    remove: [
      "Mở video trong ứng dụng TikTok bằng tài khoản của cơ quan; chụp lại video trước khi gỡ.",
      "Bấm dấu ba chấm: xóa video, hoặc trong phần quyền riêng tư chọn chỉ mình tôi xem được nếu cần giữ lại để đối chiếu.",
      "Mở lại địa chỉ video ở cửa sổ ẩn danh để chắc không ai xem được, rồi bấm “Ghi đã gỡ khỏi kênh”.",
    ],
  },
  byHand: [
    "Mở trang tải lên của TikTok bằng tài khoản của cơ quan, chọn tệp video đã tải về.",
    "Dán chú thích, chọn ảnh bìa, đặt chế độ công khai.",
    "Đăng xong, mở video rồi sao chép địa chỉ.",
  ],
};
