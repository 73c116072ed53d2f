import { durationInWords } from "#platform/text/duration.ts";

/** What is counted of a post, whatever a network calls it. */
export const metrics = [
  "reach",
  "views",
  "plays",
  "watch-seconds",
  "reactions",
  "comments",
  "shares",
  "mail-opens",
] as const;
export type Metric = (typeof metrics)[number];

interface MetricWords {
  label: string;
  /** What one of it is: "12 lượt xem". */
  unit: string;
  /** Under the field where it is typed. */
  hint?: string;
  /** What adding it up over posts means, where that is not plain. */
  adding?: string;
}

export const metricWords: Record<Metric, MetricWords> = {
  reach: {
    label: "Người tiếp cận",
    unit: "người",
    hint: "Số người khác nhau đã thấy bài.",
    adding: "cộng số người của từng bài; ai xem nhiều bài được tính nhiều lần",
  },
  views: { label: "Lượt xem", unit: "lượt xem" },
  plays: { label: "Lượt phát", unit: "lượt phát", hint: "Số lần phát trên loa, trên sóng." },
  "watch-seconds": {
    label: "Thời gian xem",
    unit: "giây",
    hint: "Tổng số giây mọi người đã xem; 2 phút ghi 120.",
  },
  reactions: {
    label: "Bày tỏ cảm xúc",
    unit: "lượt bày tỏ cảm xúc",
    hint: "Thích, yêu thích và các loại khác.",
  },
  comments: { label: "Bình luận", unit: "bình luận" },
  shares: { label: "Chia sẻ", unit: "lượt chia sẻ" },
  "mail-opens": {
    label: "Lượt mở thư",
    unit: "lượt mở thư",
    hint: "Chỉ ghi khi người nhận đã đồng ý cho đếm.",
  },
};

/** "1.234"; seconds as people read a length of time. */
export const figureText = (metric: Metric, value: number): string =>
  metric === "watch-seconds" ? durationInWords(value) : value.toLocaleString("vi-VN");

/** "1.234 lượt xem". */
export const figureInWords = (metric: Metric, value: number): string =>
  metric === "watch-seconds"
    ? `xem ${figureText(metric, value)}`
    : `${figureText(metric, value)} ${metricWords[metric].unit}`;

/** Who said a number. */
export const figureSources = ["network", "person"] as const;
export type FigureSource = (typeof figureSources)[number];

export const sourceLabels: Record<FigureSource, string> = {
  network: "Mạng tự báo",
  person: "Ghi tay",
};

const DAY = 86_400_000;

/** "3 ngày trước", in whole days. */
export function ageInWords(takenAt: Date, now: Date): string {
  const days = Math.floor((now.getTime() - takenAt.getTime()) / DAY);
  return days < 1 ? "trong ngày" : `${days} ngày trước`;
}
