import type { PortalCall, PortalFile } from "#platform/http/portal-page.ts";
import { xmlElement, xmlTag } from "#platform/http/xml.ts";
import { renderRichText } from "#platform/rich-text/render-rich-text.ts";
import { type FeedEntry, publishedForFeed } from "../published.ts";
import { articlePath } from "./news-card.tsx";

export const FEED_PATH = "/feeds/tin-tuc.atom";
const NEWEST = 50;

/**
 * Identifier of a content item for readers elsewhere: never changed by edits or a new slug. The year is that of
 * the naming (RFC 4151), not of the item.
 */
const contentTag = (origin: string, contentId: string) =>
  `tag:${new URL(origin).hostname},2026:content/${contentId}`;

const instant = (date: Date) => date.toISOString();

function entryXml(entry: FeedEntry, origin: string): string {
  const tag = contentTag(origin, entry.id);
  if (entry.deletedAt) {
    return `<at:deleted-entry ref="${tag}" when="${instant(entry.deletedAt)}"/>`;
  }
  const { title, summary, themeSlug, themeLabel, body, credits, publishedAt, updatedAt, slug } = entry;
  return [
    "<entry>",
    xmlElement("id", tag),
    xmlElement("title", title),
    xmlTag("link", { rel: "alternate", type: "text/html", href: origin + articlePath(slug) }),
    xmlElement("published", instant(publishedAt)),
    xmlElement("updated", instant(updatedAt)),
    xmlElement("summary", summary),
    themeSlug && themeLabel ? xmlTag("category", { term: themeSlug, label: themeLabel }) : "",
    xmlElement("content", renderRichText(body, { baseUrl: origin, creditOf: (id) => credits.get(id) }), {
      type: "html",
    }),
    "</entry>",
  ].join("");
}

/** /feeds/tin-tuc.atom: the newest items (RFC 4287) and what was taken back in 30 days (RFC 6721). */
export async function answerNewsFeed({ database, agency, origin }: PortalCall): Promise<PortalFile> {
  const entries = await publishedForFeed(database, agency.id, NEWEST);
  const changes = entries
    .map((entry) => entry.deletedAt ?? entry.updatedAt)
    .sort((a, b) => b.getTime() - a.getTime());
  const updated = changes[0] ?? new Date(0);
  const self = origin + FEED_PATH;
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="vi">',
    xmlElement("id", `tag:${new URL(origin).hostname},2026:feed/tin-tuc`),
    xmlElement("title", `${agency.name} – Tin tức`),
    xmlElement("subtitle", "Tin, bài chính thức về cải cách hành chính"),
    xmlElement("updated", instant(updated)),
    `<author>${xmlElement("name", agency.name)}${xmlElement("uri", `${origin}/`)}</author>`,
    xmlElement("rights", agency.name),
    xmlTag("link", { rel: "self", type: "application/atom+xml", href: self }),
    xmlTag("link", { rel: "alternate", type: "text/html", href: `${origin}/tin-tuc` }),
    ...entries.map((entry) => entryXml(entry, origin)),
    "</feed>",
    "",
  ].join("\n");
  return {
    kind: "file",
    contentType: "application/atom+xml; charset=utf-8",
    body,
    tags: ["content:any"],
    lastModified: changes[0] ?? null,
    maxAge: 300,
  };
}
