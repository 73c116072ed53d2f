import { article } from "./article.ts";
import type { ContentKind } from "./kind.ts";
import { news } from "./news.ts";

export type { ContentKind } from "./kind.ts";

export const contentKinds: ContentKind[] = [news, article];

/** The kind with this slug; items of a kind that was taken out keep a plain label. */
export const kindOf = (slug: string): ContentKind | undefined =>
  contentKinds.find((kind) => kind.slug === slug);
