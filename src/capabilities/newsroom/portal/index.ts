import type { PortalPages } from "#platform/http/portal-page.ts";
import { publishedForSitemap } from "../published.ts";
import { answerArticle } from "./article.page.tsx";
import { answerHomeNews } from "./home-news.tsx";
import { articlePath } from "./news-card.tsx";
import { answerNewsFeed, FEED_PATH } from "./news-feed.ts";
import { answerNewsList } from "./news-list.page.tsx";
import { searchNews } from "./search-news.ts";

/** The public side of the newsroom: news list, articles, feed. */
export function newsroomPages(): PortalPages {
  return {
    name: "tin-tuc",
    navigation: [{ label: "Tin tức", href: "/tin-tuc" }],
    routes: [
      { path: "/tin-tuc", query: ["chu-de", "trang"], answer: answerNewsList },
      { path: "/tin-tuc/:slug", query: [], answer: answerArticle },
      { path: FEED_PATH, query: [], answer: answerNewsFeed },
    ],
    home: answerHomeNews,
    search: searchNews,
    sitemap: async ({ database, agency }, page) => [
      ...(page === 1 ? [{ path: "/tin-tuc", lastModified: null }] : []),
      ...(await publishedForSitemap(database, agency.id, page)).map(({ slug, updatedAt }) => ({
        path: articlePath(slug),
        lastModified: updatedAt,
      })),
    ],
    feeds: [{ path: FEED_PATH, title: "Tin tức (Atom)", contentType: "application/atom+xml" }],
  };
}
