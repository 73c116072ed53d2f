import type { PortalPages } from "#platform/http/portal-page.ts";
import { newestForNewsSitemap, publishedForSitemap } from "../published.ts";
import { answerArticle } from "./article.page.tsx";
import { feedLists, feedOffer } from "./feed-address.ts";
import { answerHomeNews } from "./home-news.tsx";
import { articlePath } from "./news-card.tsx";
import { answerNewsFeed } from "./news-feed.ts";
import { answerNewsList } from "./news-list.page.tsx";
import { answerTranscript } from "./transcript.ts";

export { explanationsOf } from "./explanations.ts";

/** The public side of the newsroom: news list, articles, feed. */
export function newsroomPages(): PortalPages {
  return {
    name: "tin-tuc",
    navigation: [{ label: "Tin tức", href: "/tin-tuc" }],
    routes: [
      { path: "/tin-tuc", query: ["chu-de", "trang"], answer: answerNewsList },
      { path: "/tin-tuc/:slug", query: [], answer: answerArticle },
      { path: "/tin-tuc/:slug/loi-doc.txt", query: [], answer: answerTranscript },
      { path: "/feeds/:path{.+}", query: [], answer: answerNewsFeed },
    ],
    home: answerHomeNews,
    sitemap: async ({ database, agency }, page) => [
      ...(page === 1 ? [{ path: "/tin-tuc", lastModified: null }] : []),
      ...(await publishedForSitemap(database, agency.id, page)).map(({ slug, updatedAt, explains }) => ({
        path: articlePath(slug),
        lastModified: updatedAt,
        ...(explains && { lasting: "explanation" as const }),
      })),
    ],
    news: async ({ database, agency, now }) =>
      (await newestForNewsSitemap(database, agency.id, now)).map(({ slug, ...item }) => ({
        path: articlePath(slug),
        ...item,
      })),
    feeds: feedLists.map(feedOffer),
  };
}
