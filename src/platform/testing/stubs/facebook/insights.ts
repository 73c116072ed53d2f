import type { Fields, StubAnswer, StubCall } from "../stub-call.ts";
import type { FacebookState, Post, Video } from "./facebook-state.ts";
import { badParameter } from "./graph-error.ts";
import { needScope, tokenOf } from "./tokens.ts";

type Figures = Post["figures"];
const byType = ({ likes }: Figures) => ({ like: likes - Math.floor(likes / 4), love: Math.floor(likes / 4) });

/** The metrics that live; the whole `*_impressions*` and `page_fans*` families are gone. */
const OF_POST: Record<string, (figures: Figures) => unknown> = {
  post_media_view: ({ views }) => views,
  post_total_media_view_unique: ({ reach }) => reach,
  post_clicks: ({ clicks }) => clicks,
  post_clicks_by_type: ({ clicks }) => ({ "link clicks": clicks }),
  post_reactions_by_type_total: byType,
};
const OF_VIDEO: Record<string, (figures: Figures) => unknown> = {
  total_video_impressions: ({ views }) => views,
  total_video_views: ({ views }) => views,
  fb_reels_total_plays: ({ views }) => views,
  total_video_reactions_by_type_total: byType,
  post_video_likes_by_reaction_type: byType,
  post_video_social_actions: ({ comments, shares }) => ({ COMMENT: comments, SHARE: shares }),
};
interface PageFigures {
  all: Figures[];
  followers: number;
}
const OF_PAGE: Record<string, (page: PageFigures) => unknown> = {
  page_media_view: ({ all }) => all.reduce((sum, { views }) => sum + views, 0),
  page_total_media_view_unique: ({ all }) => all.reduce((sum, { reach }) => sum + reach, 0),
  page_post_engagements: ({ all }) =>
    all.reduce((sum, one) => sum + one.likes + one.comments + one.shares, 0),
  page_follows: ({ followers }) => followers,
  page_daily_follows: () => 0,
};

/** One metric that does not exist fails them all. */
function answer<From>(
  id: string,
  fields: Fields,
  known: Record<string, (from: From) => unknown>,
  from: From,
  period: string,
  empty: boolean,
  retired: readonly string[],
): StubAnswer {
  const asked = (fields.text("metric") ?? "").split(",").filter(Boolean);
  if (asked.length === 0) throw badParameter("The parameter metric is required");
  const unknown = asked.find((name) => !Object.hasOwn(known, name) || retired.includes(name));
  if (unknown) throw badParameter(`The value must be a valid insights metric (${unknown})`);
  const data = asked.map((name) => ({
    name,
    period,
    values: [{ value: known[name]!(from) }],
    id: `${id}/insights/${name}/${period}`,
  }));
  return { body: { data: empty ? [] : data, paging: {} } };
}

const tooSmall = (state: FacebookState, pageId: string) => (state.page(pageId)?.likes ?? 0) < 100;

const NO_FIGURES: Figures = { views: 0, reach: 0, clicks: 0, comments: 0, shares: 0, likes: 0 };

export function postInsights(state: FacebookState, call: StubCall, fields: Fields, post: Post): StubAnswer {
  needScope(tokenOf(state, call, fields), "read_insights");
  return answer(
    post.id,
    fields,
    OF_POST,
    post.figures,
    "lifetime",
    tooSmall(state, post.pageId),
    state.settings.retiredMetrics,
  );
}

export function videoInsights(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  video: Video,
): StubAnswer {
  needScope(tokenOf(state, call, fields), "read_insights");
  const figures = (video.postId && state.posts.get(video.postId)?.figures) || NO_FIGURES;
  return answer(
    video.id,
    fields,
    OF_VIDEO,
    figures,
    "lifetime",
    tooSmall(state, video.pageId),
    state.settings.retiredMetrics,
  );
}

export function pageInsights(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  pageId: string,
): StubAnswer {
  needScope(tokenOf(state, call, fields), "read_insights");
  const [since, until] = ["since", "until"].map((name) => {
    const said = fields.text(name);
    return said === null ? null : /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said);
  });
  if (since && until && until - since > 90 * 86_400_000)
    throw badParameter("There cannot be more than 90 days between since and until");
  const all = [...state.posts.values()]
    .filter((post) => post.pageId === pageId)
    .map(({ figures }) => figures);
  const followers = state.page(pageId)?.likes ?? 0;
  return answer(
    pageId,
    fields,
    OF_PAGE,
    { all, followers },
    "day",
    tooSmall(state, pageId),
    state.settings.retiredMetrics,
  );
}
