import {
  type AtomFeed,
  parseAtomFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from "feedsmith";
import type { MendedXml } from "./mend-xml.ts";
import { html, type RawFeed, type RawItem, type RawText } from "./raw-feed.ts";

/** Atom says how its texts are written; without a word they are plain. */
function typed(
  part: { value?: string; type?: string; xml?: { base?: string } } | undefined,
  base: string | null,
): RawText | null {
  if (!part?.value) return null;
  const kind = /html/i.test(part.type ?? "") ? "html" : "text";
  return { kind, value: part.value, base: part.xml?.base ?? base };
}

type AtomEntry = NonNullable<AtomFeed.Feed<string>["entries"]>[number];

const linkOf = (links: AtomEntry["links"]): string | null =>
  (
    links?.find(({ rel, type }) => (rel ?? "alternate") === "alternate" && /html/i.test(type ?? "html")) ??
    links?.find(({ rel }) => (rel ?? "alternate") === "alternate")
  )?.href ?? null;

function atomItem(entry: AtomEntry, feedBase: string | null): RawItem {
  const base = entry.xml?.base ?? feedBase;
  return {
    id: entry.id ?? null,
    link: linkOf(entry.links),
    base,
    title: typed(entry.title, base),
    dates: [entry.published, entry.dc?.dates?.[0], entry.updated],
    changed: entry.updated ?? null,
    summary: typed(entry.summary, base),
    content: typed(entry.content, base),
  };
}

type RssItem = NonNullable<RssFeed.Feed<string>["items"]>[number];
type RdfItem = NonNullable<RdfFeed.Feed<string>["items"]>[number];

const webAddress = (value: string | null | undefined): string | null =>
  value && /^https?:\/\//i.test(value) ? value : null;

function rssItem(item: RssItem | RdfItem, feedBase: string | null): RawItem {
  const guid = "guid" in item ? item.guid : undefined;
  const about = "rdf" in item ? item.rdf?.about : undefined;
  const base = item.xml?.base ?? feedBase;
  return {
    id: guid?.value ?? about ?? item.atom?.id ?? null,
    link:
      item.link ??
      linkOf(item.atom?.links) ??
      (guid?.isPermaLink === false ? null : webAddress(guid?.value)) ??
      webAddress(about),
    base,
    title: html(item.title ?? item.dc?.titles?.[0]),
    dates: [
      "pubDate" in item ? item.pubDate : null,
      item.dc?.dates?.[0],
      item.atom?.published,
      item.atom?.updated,
    ],
    changed: item.atom?.updated ?? null,
    summary: html(item.description ?? item.dc?.descriptions?.[0], item.xml?.base),
    content: html(item.content?.encoded, item.xml?.base),
  };
}

const readers: Record<string, (xml: string) => Omit<RawFeed, "itemsInFile">> = {
  feed: (xml) => {
    const feed = parseAtomFeed(xml);
    const base = feed.xml?.base ?? null;
    const self = feed.links?.find(({ rel }) => rel === "self")?.href;
    return {
      title: typed(feed.title, base),
      addresses: [base, self, linkOf(feed.links)],
      items: (feed.entries ?? []).map((entry) => atomItem(entry, base)),
    };
  },
  rdf: (xml) => {
    const feed = parseRdfFeed(xml);
    const base = feed.xml?.base ?? null;
    return {
      title: html(feed.title),
      addresses: [base, feed.link, feed.rdf?.about],
      items: (feed.items ?? []).map((item) => rssItem(item, base)),
    };
  },
  rss: (xml) => {
    const feed = parseRssFeed(xml);
    const base = feed.xml?.base ?? null;
    const self = feed.atom?.links?.find(({ rel }) => rel === "self")?.href;
    return {
      title: html(feed.title),
      addresses: [base, self, feed.link],
      items: (feed.items ?? []).map((item) => rssItem(item, base)),
    };
  },
};

/** RSS, RSS 1.0 (RDF) or Atom, by feedsmith; null: it is none of them. */
export function readXmlFeed({ root, xml, entries }: MendedXml): RawFeed | null {
  const read = readers[root];
  if (!read) return null;
  try {
    return { ...read(xml), itemsInFile: entries };
  } catch {
    // It is well formed by now: feedsmith takes a feed that holds nothing for none.
    return { title: null, addresses: [], items: [], itemsInFile: entries };
  }
}
