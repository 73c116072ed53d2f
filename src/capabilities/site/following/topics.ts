import { themesWithPublished } from "#newsroom";
import { contentThemes, themeLabel } from "#plan";
import type { Queryable } from "#platform/database/database.ts";
import { ALL_NEWS, themeOfTopic, topicOfTheme } from "./following.ts";

export function topicLabel(topic: string): string {
  const theme = themeOfTopic(topic);
  return theme === null ? "Mọi tin, bài" : themeLabel(theme);
}

/** What can be followed now: everything, and the themes on which something stands. */
export async function topicsToFollow(
  q: Queryable,
  agencyId: string,
): Promise<{ topic: string; label: string }[]> {
  const published = new Set(await themesWithPublished(q, agencyId));
  return [
    { topic: ALL_NEWS, label: topicLabel(ALL_NEWS) },
    ...contentThemes
      .filter(({ slug }) => published.has(slug))
      .map(({ slug, label }) => ({ topic: topicOfTheme(slug), label })),
  ];
}
