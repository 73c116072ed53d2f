import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { UnreadableFeed } from "../reading/unreadable-feed.ts";
import { sourcePolicy } from "./policy.ts";
import { readSource, type SourceAnswer } from "./read-source.ts";
import { sourceOf } from "./source-queries.ts";

const SHOWN = 5;

export type TriedSource = SourceAnswer & { url: string };

const refusal = (message: string) => new Unacceptable(message, [{ field: "url", message }]);

/** Reads a feed once before it is followed, under the address where it lives for good. @throws Unacceptable, NotFound */
export async function trySource(
  q: Queryable,
  actor: Actor,
  { url, id }: { url: string; id?: string },
  at = new Date(),
): Promise<TriedSource> {
  if (id === undefined) sourcePolicy.permit(actor, "add", { agencyId: actor.agencyId });
  else sourcePolicy.permit(actor, "change", await sourceOf(q, actor.agencyId, id));
  let answer: SourceAnswer;
  try {
    answer = await readSource({ url, etag: null, lastModified: null }, at);
  } catch (error) {
    if (error instanceof UnreadableFeed) throw refusal(error.message);
    throw error;
  }
  const items = answer.feed?.items ?? [];
  if (items.length > 0 && items.every(({ title }) => title === null))
    throw refusal(
      "Các mục ở địa chỉ này không có tên bài (sơ đồ trang thường) nên không theo dõi được; hãy dùng RSS hoặc sơ đồ trang tin tức.",
    );
  return { ...answer, url: answer.movedTo ?? new URL(url).toString() };
}

/** What a person sees of it before it is kept. */
export const shownTrial = ({ url, feed }: TriedSource) => ({
  url,
  title: feed?.title ?? null,
  count: feed?.items.length ?? 0,
  items: (feed?.items ?? []).slice(0, SHOWN).map(({ title, url: link, publishedAt }) => ({
    title: title ?? "",
    url: link,
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
  })),
  warnings: (feed?.warnings ?? []).map(({ message }) => message),
});
