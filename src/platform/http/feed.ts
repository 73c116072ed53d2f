import { generateRssFeed } from "feedsmith";
import { playersWords, podcastChannel, podcastItem } from "./podcast.ts";
import { xmlElement, xmlTag, xmlText } from "./xml.ts";

/** One item as every format of a feed tells it. */
export interface FeedItem {
  /** Unchanged by edits and by a new address; never given to another item. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** With absolute addresses. */
  html: string;
  text: string;
  published: Date;
  updated: Date;
  category: { term: string; label: string } | null;
  image: { url: string; alt: string; width: number; height: number } | null;
  /** A video or sound that players of podcasts take; one at most, as RSS has it. */
  recording: {
    url: string;
    contentType: string;
    bytes: number;
    seconds: number;
    /** What is said, as text alone; null: nobody wrote it down. */
    transcriptUrl: string | null;
  } | null;
}

/** Where the hub of the installation stands, under its public address. */
export const HUB_PATH = "/websub";

/** A page of a feed, whatever its format; all addresses are absolute. */
export interface Feed {
  id: string;
  title: string;
  subtitle: string;
  /** Who answers for the content: the agency and its site. */
  author: { name: string; url: string };
  /** The same list as a page for people. */
  pageUrl: string;
  selfUrl: string;
  /** Where readers ask to be told of changes (WebSub); null: these items change no more. */
  hubUrl: string | null;
  updated: Date;
  items: FeedItem[];
  /** What was taken back: named so that readers drop it (RFC 6721). */
  deleted: { id: string; at: Date }[];
  /** An archive's entries are settled (RFC 5005). */
  isArchive: boolean;
  /** It is there to be heard: whose cover it has, and who answers for it; null: it is to be read. */
  podcast: { coverUrl: string; email: string | null } | null;
  /** Further pages by relation: "prev-archive", "next-archive", "current"; "next" for the formats without archives. */
  links: Partial<Record<"prev-archive" | "next-archive" | "current" | "next", string>>;
}

export const feedFormats = {
  atom: { ending: "atom", contentType: "application/atom+xml; charset=utf-8", label: "Atom" },
  rss: { ending: "rss", contentType: "application/rss+xml; charset=utf-8", label: "RSS" },
  json: { ending: "json", contentType: "application/feed+json", label: "JSON Feed" },
} as const;

export type FeedFormat = keyof typeof feedFormats;

const atomItem = ({
  id,
  url,
  title,
  summary,
  html,
  published,
  updated,
  category,
  recording,
}: FeedItem): string =>
  [
    "<entry>",
    xmlElement("id", id),
    xmlElement("title", title),
    xmlTag("link", { rel: "alternate", type: "text/html", href: url }),
    recording
      ? xmlTag("link", {
          rel: "enclosure",
          type: recording.contentType,
          length: String(recording.bytes),
          href: recording.url,
        })
      : "",
    xmlElement("published", published.toISOString()),
    xmlElement("updated", updated.toISOString()),
    xmlElement("summary", summary),
    category ? xmlTag("category", category) : "",
    xmlElement("content", html, { type: "html" }),
    "</entry>",
  ].join("");

/** Atom (RFC 4287) with archives (RFC 5005) and what was taken back (RFC 6721). */
function atom(feed: Feed): string {
  const { author, links } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="vi">',
    xmlElement("id", feed.id),
    xmlElement("title", feed.title),
    xmlElement("subtitle", feed.subtitle),
    xmlElement("updated", feed.updated.toISOString()),
    `<author>${xmlElement("name", author.name)}${xmlElement("uri", author.url)}</author>`,
    xmlElement("rights", author.name),
    feed.isArchive ? xmlTag("fh:archive", {}) : "",
    xmlTag("link", { rel: "self", type: "application/atom+xml", href: feed.selfUrl }),
    feed.hubUrl ? xmlTag("link", { rel: "hub", href: feed.hubUrl }) : "",
    xmlTag("link", { rel: "alternate", type: "text/html", href: feed.pageUrl }),
    ...Object.entries(links).map(([rel, href]) =>
      xmlTag("link", { rel, type: "application/atom+xml", href }),
    ),
    ...feed.items.map(atomItem),
    ...feed.deleted.map(({ id, at }) => xmlTag("at:deleted-entry", { ref: id, when: at.toISOString() })),
    "</feed>",
    "",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** RSS 2.0 with the whole text of each item. */
const rss = (feed: Feed): string =>
  playersWords(
    generateRssFeed({
      title: xmlText(feed.title),
      link: feed.pageUrl,
      description: xmlText(feed.subtitle),
      language: "vi",
      lastBuildDate: feed.updated,
      ttl: 15,
      ...podcastChannel(feed),
      atom: {
        links: [
          { rel: "self", type: "application/rss+xml", href: feed.selfUrl },
          ...(feed.hubUrl ? [{ rel: "hub", href: feed.hubUrl }] : []),
          ...(feed.links.next ? [{ rel: "next", type: "application/rss+xml", href: feed.links.next }] : []),
        ],
      },
      items: feed.items.map((item) => ({
        title: xmlText(item.title),
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        pubDate: item.published,
        dc: { creators: [xmlText(feed.author.name)] },
        ...(item.category && { categories: [{ name: xmlText(item.category.label) }] }),
        description: xmlText(item.summary),
        content: { encoded: xmlText(item.html) },
        ...(item.recording && {
          enclosures: [
            { url: item.recording.url, length: item.recording.bytes, type: item.recording.contentType },
          ],
        }),
        ...podcastItem(feed, item),
        ...(item.image && {
          media: {
            contents: [
              {
                url: item.image.url,
                medium: "image",
                width: item.image.width,
                height: item.image.height,
                ...(item.image.alt && { description: { value: xmlText(item.image.alt) } }),
              },
            ],
          },
        }),
      })),
    }),
  );

/** JSON Feed 1.1. */
const json = (feed: Feed): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    ...(feed.hubUrl && { hubs: [{ type: "WebSub", url: feed.hubUrl }] }),
    description: feed.subtitle,
    language: "vi",
    authors: [feed.author],
    ...(feed.links.next && { next_url: feed.links.next }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      content_text: item.text,
      summary: item.summary,
      ...(item.image && { image: item.image.url }),
      ...(item.recording && {
        attachments: [
          {
            url: item.recording.url,
            mime_type: item.recording.contentType,
            size_in_bytes: item.recording.bytes,
            duration_in_seconds: item.recording.seconds,
          },
        ],
      }),
      date_published: item.published.toISOString(),
      date_modified: item.updated.toISOString(),
      ...(item.category && { tags: [item.category.label] }),
      language: "vi",
    })),
  });

/** The feed in one of its formats. */
export const writeFeed = (format: FeedFormat, feed: Feed): string => ({ atom, rss, json })[format](feed);
