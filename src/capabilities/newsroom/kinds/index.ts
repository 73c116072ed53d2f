import { article } from "./article.ts";
import { audioBulletin } from "./audio-bulletin.ts";
import { infographic } from "./infographic.ts";
import type { ContentKind } from "./kind.ts";
import { news } from "./news.ts";
import { photoEssay } from "./photo-essay.ts";
import { pressRelease } from "./press-release.ts";
import { publicNotice } from "./public-notice.ts";
import { questionsAnswers } from "./questions-answers.ts";
import { shortVideo } from "./short-video.ts";
import { videoReport } from "./video-report.ts";

export { type ChannelSlug, type ContentKind, channelLabels, type MediaRule, type OwnField } from "./kind.ts";

export const contentKinds: ContentKind[] = [
  news,
  article,
  infographic,
  photoEssay,
  videoReport,
  shortVideo,
  audioBulletin,
  pressRelease,
  publicNotice,
  questionsAnswers,
];

/** The kind with this slug; items of a kind that was taken out keep a plain label. */
export const kindOf = (slug: string): ContentKind | undefined =>
  contentKinds.find((kind) => kind.slug === slug);
