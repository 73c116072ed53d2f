import type { Metric } from "../../figures/metric.ts";

/** A number of the Graph API: what it is called there, and what it means. */
export interface NamedFigure {
  name: string;
  metric: Metric;
  words: string;
  /** The part of an answer that comes in parts. */
  part?: string;
}

/** Contract: section 6. The whole `*_impressions*` family is gone and is not asked for. */
export const FIGURES_OF_POST: { counts: NamedFigure[]; insights: NamedFigure[] } = {
  counts: [
    {
      name: "reactions.summary.total_count",
      metric: "reactions",
      words: "tổng số lượt bày tỏ cảm xúc của bài, mọi loại cộng lại.",
    },
    {
      name: "comments.summary.total_count",
      metric: "comments",
      words: "tổng số bình luận của bài.",
    },
    {
      name: "shares.count",
      metric: "shares",
      words: "số lượt chia sẻ bài; Facebook bỏ trống khi chưa có lượt nào.",
    },
  ],
  insights: [
    {
      name: "post_media_view",
      metric: "views",
      words: "Insights của bài, từ lúc đăng: số lượt bài được xem.",
    },
    {
      name: "post_total_media_view_unique",
      metric: "reach",
      words: "Insights của bài, từ lúc đăng: số người đã xem, mỗi người tính một lần.",
    },
  ],
};

export const FIGURES_OF_VIDEO: NamedFigure[] = [
  {
    name: "total_video_views",
    metric: "views",
    words: "Insights của video, từ lúc đăng: số lượt xem video.",
  },
  {
    name: "total_video_reactions_by_type_total",
    metric: "reactions",
    words: "Insights của video: số lượt bày tỏ cảm xúc theo loại, cộng lại.",
  },
  {
    name: "post_video_social_actions",
    metric: "comments",
    words: "Insights của video: phần COMMENT của số hoạt động xã hội.",
    part: "COMMENT",
  },
  {
    name: "post_video_social_actions",
    metric: "shares",
    words: "Insights của video: phần SHARE của số hoạt động xã hội.",
    part: "SHARE",
  },
];
