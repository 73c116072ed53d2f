/**
 * The id of a post of a page from its address: digits behind posts, videos or reel, or in the query. Null: newer
 * addresses (pfbid…) tell none, and another page's are not ours to ask about.
 */
export function postId(address: string, page: string | null): string | null {
  const parsed = URL.parse(address);
  if (!parsed || !/(?:^|\.)facebook\.com$/u.test(parsed.hostname) || page === null) return null;
  const { pathname, searchParams } = parsed;
  const owner = searchParams.get("id") ?? /^\/(\d+)\/posts\//u.exec(pathname)?.[1] ?? page;
  if (owner !== page) return null;
  // Videos and reels carry a bare id.
  const video =
    /\/(?:videos|reel)\/(?:[^/]+\/)?(\d+)\/?$/u.exec(pathname)?.[1] ??
    (/^\/watch\/?$/u.test(pathname) ? searchParams.get("v") : null);
  if (video && /^\d+$/u.test(video)) return video;
  const post =
    /\/posts\/(?:[^/]+\/)?(\d+)\/?$/u.exec(pathname)?.[1] ??
    (/^\/(?:permalink|story)\.php$/u.test(pathname) ? searchParams.get("story_fbid") : null);
  return post && /^\d+$/u.test(post) ? `${page}_${post}` : null;
}
