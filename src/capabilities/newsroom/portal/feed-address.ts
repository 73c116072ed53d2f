import { contentThemes } from "#plan/contract";
import { type FeedFormat, feedFormats } from "#platform/http/feed.ts";
import type { FeedOffer } from "#platform/http/portal-page.ts";
import { slugify } from "#platform/text/slugify.ts";
import { contentKinds } from "../contract.ts";
import type { FeedScope } from "../published.ts";
import { listPath } from "./news-card.tsx";
import { themeAddress } from "./theme-address.ts";

/** A list that has feeds: everything, one theme, one kind. */
export interface FeedList {
  scope: FeedScope;
  /** The part of the address between "/feeds/" and the ending. */
  name: string;
  /** What names the feed for ever: the address that it had first. */
  identity: string;
  title: string;
  /** The page for people that shows the same. */
  pagePath: string;
  /** What it holds is there to be heard: players of podcasts take it. */
  isHeard: boolean;
}

const everything: FeedList = {
  scope: {},
  name: "tin-tuc",
  identity: "tin-tuc",
  title: "Tin tức",
  pagePath: "/tin-tuc",
  isHeard: false,
};

const ofKinds: FeedList[] = contentKinds.map(({ slug, label, media }) => ({
  scope: { kind: slug },
  name: `loai/${slugify(label)}`,
  identity: `loai/${slugify(label)}`,
  title: `Thể loại: ${label}`,
  pagePath: "/tin-tuc",
  isHeard: media.some(({ sort, fewest }) => sort === "audio" && fewest > 0),
}));

const ofThemes: FeedList[] = contentThemes.map((theme) => ({
  scope: { theme: theme.slug },
  name: `chu-de/${themeAddress(theme)}`,
  identity: `chu-de/${theme.slug}`,
  title: `Chủ đề: ${theme.label}`,
  pagePath: listPath({ theme: themeAddress(theme) }),
  isHeard: false,
}));

/** Every list with feeds, the whole first. */
export const feedLists: FeedList[] = [everything, ...ofKinds, ...ofThemes];

/** "/feeds/tin-tuc.atom"; `part` is a month of the archive ("2026-10") or a further page ("trang-2"). */
export const feedPath = ({ name }: FeedList, format: FeedFormat, part?: string): string =>
  `/feeds/${name}${part ? `/${part}` : ""}.${feedFormats[format].ending}`;

/** The list in all its formats, for the head of a page and the page of all feeds. */
export const feedOffer = (list: FeedList): FeedOffer => ({
  title: list.title,
  files: (Object.keys(feedFormats) as FeedFormat[]).map((format) => ({
    path: feedPath(list, format),
    label: feedFormats[format].label,
    contentType: feedFormats[format].contentType,
  })),
});

/** Feeds of one theme; null for a theme that is not listed. */
export const feedsOfTheme = (slug: string): FeedOffer | null => {
  const list = ofThemes.find(({ scope }) => scope.theme === slug);
  return list ? feedOffer(list) : null;
};

export interface FeedAddress {
  list: FeedList;
  format: FeedFormat;
  month: Temporal.PlainYearMonth | null;
  page: number;
  /** Where the feed stands now, when it was asked for by the address that it had first. */
  movedTo: string | null;
}

/** What is told to those who follow a list: its newest items, not the archive nor further pages. */
export const isFollowed = ({ month, page, movedTo }: FeedAddress): boolean =>
  month === null && page === 1 && movedTo === null;

/** What stands behind an address under /feeds/; null: nothing. Months belong to Atom, further pages to the others. */
export function feedAddress(path: string): FeedAddress | null {
  const parts = /^(.+?)(?:\/(?:(\d{4}-(?:0[1-9]|1[0-2]))|trang-([2-9]|[1-9]\d{1,3})))?\.([a-z]+)$/.exec(path);
  if (!parts) return null;
  const [, name, month, page, ending] = parts;
  const list = feedLists.find((one) => one.name === name || one.identity === name);
  const format = (Object.keys(feedFormats) as FeedFormat[]).find((one) => feedFormats[one].ending === ending);
  if (!list || !format || (month && format !== "atom") || (page && format === "atom")) return null;
  return {
    list,
    format,
    month: month ? Temporal.PlainYearMonth.from(month) : null,
    page: Number(page ?? 1),
    movedTo: list.name === name ? null : feedPath(list, format, month ?? (page && `trang-${page}`)),
  };
}
