import type { ListWords } from "#platform/sheets/list-fields.ts";
import { countsColumns, type ListKind } from "#platform/sheets/list-kind.ts";
import type { Metric } from "../metric.ts";

/** What a column of a table of figures may hold, in the order of the template. */
export const figureFields = [
  "address",
  "post",
  "day",
  "reach",
  "views",
  "plays",
  "watch-seconds",
  "watch-hours",
  "reactions",
  "comments",
  "shares",
] as const;
export type FigureField = (typeof figureFields)[number];

/** Which column holds which number; so many of ours is one of what is written there. */
export const countedIn: { field: FigureField; metric: Metric; times: number }[] = [
  { field: "reach", metric: "reach", times: 1 },
  { field: "views", metric: "views", times: 1 },
  { field: "plays", metric: "plays", times: 1 },
  { field: "watch-seconds", metric: "watch-seconds", times: 1 },
  { field: "watch-hours", metric: "watch-seconds", times: 3600 },
  { field: "reactions", metric: "reactions", times: 1 },
  { field: "comments", metric: "comments", times: 1 },
  { field: "shares", metric: "shares", times: 1 },
];

export const figureWords: ListWords<FigureField> = {
  address: {
    header: "Địa chỉ bài",
    how: "Địa chỉ của bài trên kênh, như đã ghi ở lượt đăng. Có địa chỉ hoặc mã bài là đủ.",
    example: "https://www.facebook.com/so-mau/posts/123",
    also: ["dia chi", "duong dan", "lien ket", "link", "url", "permalink", "post url", "video link"],
    width: 46,
  },
  post: {
    header: "Mã bài trên kênh",
    how: "Mã mà kênh đặt cho bài (Post ID, Video ID); bỏ trống nếu có địa chỉ.",
    example: "123",
    also: ["ma bai", "ma video", "post id", "video id", "content id", "content", "id"],
    width: 22,
  },
  day: {
    header: "Ngày xem số",
    how: "Ngày kênh hiển thị các số này; bỏ trống thì lấy ngày chọn khi nhập.",
    example: "25/11/2026",
    also: ["ngay xem", "ngay lay so", "ngay so lieu", "as of"],
    width: 14,
  },
  reach: {
    header: "Người tiếp cận",
    how: "Số người khác nhau đã thấy bài. Ô trống là chưa rõ, không phải 0; các cột số sau cũng vậy.",
    example: "1240",
    also: ["nguoi tiep can", "tiep can", "so nguoi tiep can", "reach", "post reach", "viewers"],
    width: 14,
  },
  views: {
    header: "Lượt xem",
    how: "Số nguyên: 5200, 5.200 đều được.",
    example: "5200",
    also: ["luot xem", "so luot xem", "views", "video views", "total views"],
    width: 12,
  },
  plays: {
    header: "Lượt phát",
    how: "Số lần phát trên loa, trên sóng.",
    example: "",
    also: ["luot phat", "so lan phat"],
    width: 12,
  },
  "watch-seconds": {
    header: "Thời gian xem (giây)",
    how: "Tổng số giây mọi người đã xem.",
    example: "3600",
    also: ["so giay xem", "giay xem", "seconds viewed", "watch time seconds"],
    width: 14,
  },
  "watch-hours": {
    header: "Thời gian xem (giờ)",
    how: "Như YouTube Studio xuất ra, có thể lẻ: 12.5; chỉ một trong hai cột thời gian xem.",
    example: "",
    also: ["so gio xem", "gio xem", "watch time hours"],
    width: 14,
  },
  reactions: {
    header: "Bày tỏ cảm xúc",
    how: "Thích, yêu thích và các loại khác cộng lại.",
    example: "310",
    also: ["cam xuc", "luot thich", "thich", "reactions", "likes"],
    width: 14,
  },
  comments: {
    header: "Bình luận",
    how: "",
    example: "12",
    also: ["binh luan", "luot binh luan", "comments"],
    width: 12,
  },
  shares: {
    header: "Chia sẻ",
    how: "",
    example: "4",
    also: ["chia se", "luot chia se", "shares"],
    width: 12,
  },
};

export const MOST_LINES = 10_000;

export const figureList: ListKind<FigureField> = {
  words: figureWords,
  heads: ["address", "post"],
  mostLines: MOST_LINES,
  isHeading: (row) => row.isBand || countsColumns(row),
};
