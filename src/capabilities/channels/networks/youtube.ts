import type { Network } from "./network.ts";
import { wholePost } from "./whole-post.ts";

/** The network refuses a text with either of these. */
const plain = (text: string): string => text.replaceAll("<", "‹").replaceAll(">", "›");

/** Limits: the Data API's as of 2026 (title 100 characters, description 5,000 bytes). */
export const youtube: Network = {
  slug: "youtube",
  label: "YouTube",
  channel: "video",
  unit: "bytes",
  fields: (words) => [
    {
      name: "title",
      label: "Tiêu đề video",
      // A hundred characters are counted as such, whatever the description's unit is.
      text: plain([...words.title].slice(0, 100).join("")),
      most: null,
      shown: { desktop: 70, phone: 50 },
    },
    {
      name: "description",
      label: "Mô tả",
      text: plain(wholePost(words)),
      most: 5000,
      shown: { desktop: 160, phone: 100 },
    },
  ],
  mostPerDay: null,
  hashtags: { most: 15 },
  pictures: { shapes: ["wide"], fewest: 0, most: 1 },
  needs: "video",
  choices: [
    {
      name: "ai",
      label: "Hình, tiếng do AI tạo hoặc sửa trông như thật",
      hint: "YouTube gắn nhãn cho người xem.",
      options: [
        { value: "no", label: "Không có" },
        { value: "yes", label: "Có" },
      ],
      usual: "no",
    },
  ],
  hasAddress: true,
  figures: ["views", "watch-seconds", "reactions", "comments", "shares"],
  openAt: "https://studio.youtube.com/",
  byHand: [
    "Mở YouTube Studio bằng kênh của cơ quan, chọn Tạo rồi Tải video lên.",
    "Dán tiêu đề, mô tả; chọn ảnh thu nhỏ và phụ đề đã tải về; đặt chế độ công khai.",
    "Đăng xong, sao chép đường liên kết của video.",
  ],
};
