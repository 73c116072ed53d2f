import type { Metric } from "../../figures/metric.ts";
import type { AccountCall } from "../connector.ts";
import { type AskedPost, countOf, type FiguresRead, type ReadFigure } from "../figures-call.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { type Youtube, youtubeOf } from "./youtube-call.ts";
import { outcomeOf, type Trouble } from "./youtube-outcome.ts";

type Json = Record<string, unknown>;
type Ended = NonNullable<FiguresRead["ended"]>;

interface NamedFigure {
  name: string;
  metric: Metric;
  words: string;
  /** One of what is counted there is so many of ours. */
  times?: number;
}

const STATISTICS: NamedFigure[] = [
  { name: "viewCount", metric: "views", words: "số lượt xem video." },
  { name: "likeCount", metric: "reactions", words: "số lượt thích; chủ kênh ẩn thì không có." },
  { name: "commentCount", metric: "comments", words: "số bình luận; tắt bình luận thì không có." },
];
const ANALYTICS: NamedFigure[] = [
  { name: "shares", metric: "shares", words: "số lượt bấm chia sẻ, cộng các ngày từ ngày đăng." },
  {
    name: "estimatedMinutesWatched",
    metric: "watch-seconds",
    words: "số phút xem ước tính nhân 60, cộng các ngày từ ngày đăng.",
    times: 60,
  },
];
/** Reports begin with the day at the Pacific, which may be the one before ours. */
const DAY = 86_400_000;
/** How a video stands that nobody can watch any more. */
const ENDED = new Set(["deleted", "rejected"]);
const NO_RIGHT = new Set(["insufficientPermissions", "forbidden", "accessNotConfigured"]);

/** Thrown where nothing more is to be asked. */
class Stopped extends Error {
  readonly ended: Ended;
  constructor(ended: Ended) {
    super(ended.outcome);
    this.ended = ended;
  }
}

function endOf(trouble: Trouble, now: Date): Ended {
  const said = outcomeOf(trouble, { visible: false, now });
  if (said.outcome === "reauth" && !NO_RIGHT.has(trouble.reason ?? ""))
    return { outcome: "reauth", why: said.why };
  return {
    outcome: "later",
    why: `YouTube chưa cho số liệu; hệ thống hỏi lại sau (mã ${trouble.reason ?? `HTTP ${trouble.status}`}).`,
    ...(said.outcome === "retry" && said.after !== undefined && { after: said.after }),
  };
}

const figureOf = (
  { metric, name, words, times = 1 }: NamedFigure,
  value: number | null,
  api: string,
): ReadFigure[] =>
  value === null ? [] : [{ metric, value: value * times, name, words: `${api}: ${words}` }];

/** What the Data API tells of many videos in one call. @throws Stopped */
async function readStatistics(
  youtube: Youtube,
  remoteIds: string[],
  now: Date,
): Promise<{ statistics: Map<string, Json>; ended: Set<string> } | { noRight: string }> {
  const answer = await youtube("/youtube/v3/videos", {
    query: { part: "statistics,status", id: remoteIds.join(",") },
  });
  const { reason } = answer.trouble;
  if (!answer.ok && reason !== null && NO_RIGHT.has(reason)) return { noRight: reason };
  const items = answer.ok ? answer.body?.items : undefined;
  if (!Array.isArray(items)) throw new Stopped(endOf(answer.trouble, now));
  return {
    statistics: new Map(
      (items as Json[]).map(({ id, statistics }) => [String(id), (statistics ?? {}) as Json]),
    ),
    ended: new Set(
      (items as Json[]).flatMap(({ id, status }) =>
        ENDED.has(String((status as Json | undefined)?.uploadStatus)) ? [String(id)] : [],
      ),
    ),
  };
}

/** The columns of a report added up over its days; none where it tells nothing yet. */
function sumsOf({ columnHeaders, rows }: Json): Map<string, number | null> {
  if (!Array.isArray(columnHeaders) || !Array.isArray(rows) || rows.length === 0) return new Map();
  return new Map(
    (columnHeaders as Json[]).map(({ name }, column) => {
      const days = (rows as unknown[][]).map((row) => countOf(row[column]));
      return [
        String(name),
        days.reduce<number | null>((sum, day) => (sum === null || day === null ? null : sum + day), 0),
      ];
    }),
  );
}

/** What Analytics tells of one video, days late. @throws Stopped */
async function readReport(
  youtube: Youtube,
  analyticsHost: string,
  { remoteId, placedAt }: AskedPost,
  named: NamedFigure[],
  now: Date,
): Promise<{ figures: ReadFigure[] } | { noRight: string }> {
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  const answer = await youtube(`${analyticsHost}/v2/reports`, {
    query: {
      ids: "channel==MINE",
      startDate: day(placedAt.getTime() - DAY),
      endDate: day(now.getTime()),
      filters: `video==${remoteId}`,
      dimensions: "day",
      sort: "day",
      metrics: named.map(({ name }) => name).join(","),
    },
  });
  const { reason } = answer.trouble;
  if (!answer.ok && reason !== null && NO_RIGHT.has(reason)) return { noRight: reason };
  if (!answer.ok || answer.body === null) throw new Stopped(endOf(answer.trouble, now));
  const sums = sumsOf(answer.body);
  return {
    figures: named.flatMap((one) =>
      figureOf(one, sums.get(one.name) ?? null, "YouTube Analytics API v2, chậm 2 đến 3 ngày"),
    ),
  };
}

const missingRight = (named: NamedFigure[], scope: string, reason: string): FiguresRead["missing"] =>
  named.map(({ name, metric }) => ({
    ...{ name, metric, because: "permission" as const },
    why: `YouTube không cho xem số này vì ứng dụng chưa được cấp quyền ${scope} (mã ${reason}).`,
  }));

/** Views, likes and comments by the Data API; shares and watch time by Analytics. Contract: section 7. */
export async function readFigures(
  call: AccountCall,
  posts: AskedPost[],
  skip: ReadonlySet<string>,
): Promise<FiguresRead> {
  const read: FiguresRead = { posts: new Map(), missing: [], ended: null };
  const now = call.now();
  const { youtube, secret } = youtubeOf(call);
  const counts = STATISTICS.filter(({ name }) => !skip.has(name));
  let reported = ANALYTICS.filter(({ name }) => !skip.has(name));
  try {
    const told = await readStatistics(
      youtube,
      posts.map(({ remoteId }) => remoteId),
      now,
    );
    if ("noRight" in told)
      return { ...read, missing: missingRight([...counts, ...reported], "youtube.readonly", told.noRight) };
    const { analyticsHost } = await secret();
    for (const post of posts) {
      const statistics = told.statistics.get(post.remoteId);
      if (statistics === undefined || told.ended.has(post.remoteId)) {
        read.posts.set(post.id, {
          gone: "YouTube không còn thấy video này.",
          sure: told.statistics.size > 0,
        });
        continue;
      }
      const figures = counts.flatMap((one) =>
        figureOf(one, countOf(statistics[one.name]), "YouTube Data API v3, videos.list"),
      );
      if (reported.length > 0) {
        const report = await readReport(youtube, analyticsHost, post, reported, now);
        if ("noRight" in report) {
          read.missing.push(...missingRight(reported, "yt-analytics.readonly", report.noRight));
          reported = [];
        } else figures.push(...report.figures);
      }
      read.posts.set(post.id, { figures });
    }
  } catch (error) {
    if (error instanceof Stopped) return { ...read, ended: error.ended };
    if (!(error instanceof NotLetIn)) throw error;
    const { result } = error;
    if (result.outcome === "reauth") return { ...read, ended: { outcome: "reauth", why: result.why } };
    return {
      ...read,
      ended: { outcome: "later", why: "Google chưa cấp mã truy cập mới; hệ thống hỏi lại sau." },
    };
  }
  return read;
}
