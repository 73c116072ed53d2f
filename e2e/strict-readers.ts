import { type SaxesAttributeNS, SaxesParser } from "saxes";

/**
 * Readers as strict as the formats' own rules, for what the portal emits: each throws a sentence that names the rule
 * which is broken. They share no code with what writes the formats.
 */

interface Node {
  uri: string;
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

function fail(rule: string): never {
  throw new Error(rule);
}

const demand = (holds: unknown, rule: string) => holds || fail(rule);

/** The document as a tree; throws when it is not well-formed, not declared as UTF-8, or not NFC. */
function xmlTree(xml: string): Node {
  demand(/^<\?xml version="1\.0" encoding="utf-8"\?>/i.test(xml), "declares XML 1.0 in UTF-8");
  demand(xml === xml.normalize("NFC"), "is NFC");
  const top: Node = { uri: "", name: "", attributes: {}, text: "", children: [] };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const flat = Object.entries(attributes as Record<string, SaxesAttributeNS>).map(([name, { value }]) => [
      name,
      value,
    ]);
    const node: Node = { uri, name: local, attributes: Object.fromEntries(flat), text: "", children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  const add = (text: string) => {
    open.at(-1)!.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  demand(top.children.length === 1, "has one root");
  return top.children[0]!;
}

const all = (node: Node, name: string, uri = node.uri) =>
  node.children.filter((child) => child.name === name && child.uri === uri);
const one = (node: Node, name: string, uri = node.uri): Node => {
  const found = all(node, name, uri);
  demand(found.length === 1, `<${node.name}> has exactly one <${name}>, not ${found.length}`);
  return found[0]!;
};
const said = (node: Node, name: string, uri = node.uri) => {
  const text = one(node, name, uri).text.trim();
  demand(text !== "", `<${name}> is not empty`);
  return text;
};
const instant = (text: string): Date => {
  demand(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
    `RFC 3339 date-time with offset: ${text}`,
  );
  return new Date(text);
};
const web = (text: string): string => {
  demand(/^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text), `absolute address: ${text}`);
  return text;
};
/** RFC 4151. */
const tag = (text: string): string => {
  demand(/^tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w\-.~!$&'()*+,;=:@/?%]*$/i.test(text), `tag URI: ${text}`);
  return text;
};
const distinct = (values: string[], what: string) =>
  demand(new Set(values).size === values.length, `${what} are distinct`);
/** HTML for readers elsewhere: every address in it is absolute, and nothing runs. */
const portable = (html: string): string => {
  for (const [, address] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    demand(/^(https?:|mailto:|tel:)/.test(address!), `absolute address in the text: ${address}`);
  }
  demand(!/<script|\son\w+=/i.test(html.replace(/>[^<]*</g, "><")), "no script in the text");
  return html;
};

const ATOM = "http://www.w3.org/2005/Atom";
const TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
const HISTORY = "http://purl.org/syndication/history/1.0";

export interface ReadItem {
  id: string;
  url: string;
  title: string;
  html: string;
  published: Date;
  updated: Date | null;
}

/** RFC 4287, 5005 and 6721. */
export function readAtom(xml: string) {
  const feed = xmlTree(xml);
  demand(feed.name === "feed" && feed.uri === ATOM, "root is atom:feed");
  const links = all(feed, "link").map(({ attributes }) => attributes);
  const link = (rel: string) => {
    const found = links.filter((one) => one.rel === rel);
    demand(found.length <= 1, `at most one link ${rel}`);
    return found[0] ? web(found[0].href!) : null;
  };
  demand(said(one(feed, "author"), "name"), "author has a name");
  const items = all(feed, "entry").map((entry): ReadItem => {
    const alternate = all(entry, "link").filter(({ attributes }) => attributes.rel === "alternate");
    demand(alternate.length === 1, "one alternate link an entry");
    const content = one(entry, "content");
    demand(content.attributes.type === "html", "content says that it is html");
    const item = {
      id: tag(said(entry, "id")),
      url: web(alternate[0]!.attributes.href!),
      title: said(entry, "title"),
      html: portable(content.text),
      published: instant(said(entry, "published")),
      updated: instant(said(entry, "updated")),
    };
    demand(item.updated >= item.published, "updated is not before published");
    return item;
  });
  const deleted = all(feed, "deleted-entry", TOMBSTONES).map(({ attributes }) => ({
    id: tag(attributes.ref!),
    at: instant(attributes.when!),
  }));
  distinct(
    [...items, ...deleted].map(({ id }) => id),
    "entries, living and deleted,",
  );
  const updated = instant(said(feed, "updated"));
  for (const item of items) demand(item.updated! <= updated, "the feed is as new as its newest entry");
  return {
    id: tag(said(feed, "id")),
    title: said(feed, "title"),
    updated,
    self: link("self") ?? fail("has a self link"),
    page: link("alternate"),
    previous: link("prev-archive"),
    next: link("next-archive"),
    current: link("current"),
    isArchive: all(feed, "archive", HISTORY).length === 1,
    items,
    deleted,
  };
}

const rssDate = (text: string): Date => {
  const form =
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/;
  demand(form.test(text), `RFC 822 date with a four-digit year: ${text}`);
  return new Date(text);
};

/** RSS 2.0 with content, dc and atom:link. */
export function readRss(xml: string) {
  const root = xmlTree(xml);
  demand(root.name === "rss" && root.uri === "" && root.attributes.version === "2.0", "root is rss 2.0");
  const channel = one(root, "channel");
  said(channel, "description");
  demand(said(channel, "language") === "vi", "language is vi");
  rssDate(said(channel, "lastBuildDate"));
  const links = all(channel, "link", ATOM).map(({ attributes }) => attributes);
  const items = all(channel, "item").map((item): ReadItem => {
    const guid = one(item, "guid");
    demand(guid.attributes.isPermaLink === "false", "guid says that it is no address");
    return {
      id: tag(guid.text.trim()),
      url: web(said(item, "link")),
      title: said(item, "title"),
      html: portable(said(item, "encoded", "http://purl.org/rss/1.0/modules/content/")),
      published: rssDate(said(item, "pubDate")),
      updated: null,
    };
  });
  distinct(
    items.map(({ id }) => id),
    "guids",
  );
  return {
    title: said(channel, "title"),
    page: web(said(channel, "link")),
    self: web(links.find(({ rel }) => rel === "self")?.href ?? fail("has a self link")),
    next: links.find(({ rel }) => rel === "next")?.href ?? null,
    items,
  };
}

const ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
const PODCAST = "https://podcastindex.org/namespace/1.0";

/** What players of podcasts demand of RSS beside its own rules. */
export function readPodcast(xml: string) {
  readRss(xml);
  const channel = one(xmlTree(xml), "channel");
  demand(said(channel, "author", ITUNES), "the channel has an author");
  demand(
    one(channel, "category", ITUNES).attributes.text === "Government",
    "the category is one of the list",
  );
  demand(said(channel, "explicit", ITUNES) === "false", "explicit is said");
  demand(/^(yes|no)$/.test(said(channel, "locked", PODCAST)), "locked is yes or no");
  const episodes = all(channel, "item").map((item) => {
    const { url = "", length = "", type = "" } = one(item, "enclosure").attributes;
    demand(
      /^[1-9]\d*$/.test(length) && /^audio\/[a-z0-9.+-]+$/.test(type),
      "an enclosure has length and type",
    );
    demand(/^\d+$/.test(said(item, "duration", ITUNES)), "the duration is in seconds");
    demand(said(item, "episodeType", ITUNES) === "full", "the episode is a whole one");
    const transcript = one(item, "transcript", PODCAST).attributes;
    demand(
      transcript.type === "text/plain" && transcript.language === "vi",
      "the transcript says what it is",
    );
    return {
      guid: said(item, "guid"),
      url: web(url),
      length: Number(length),
      type,
      seconds: Number(said(item, "duration", ITUNES)),
      transcript: web(transcript.url ?? ""),
    };
  });
  return { cover: web(one(channel, "image", ITUNES).attributes.href ?? ""), episodes };
}

/** JSON Feed 1.1. */
export function readJsonFeed(text: string) {
  const feed = JSON.parse(text);
  demand(feed.version === "https://jsonfeed.org/version/1.1", "version is 1.1");
  demand(typeof feed.title === "string" && feed.title !== "", "has a title");
  demand(feed.language === "vi", "language is vi");
  const items = (feed.items as Record<string, string>[]).map((item): ReadItem => {
    demand(item.content_html || item.content_text, "an item has content");
    return {
      id: tag(item.id!),
      url: web(item.url!),
      title: item.title!,
      html: portable(item.content_html!),
      published: instant(item.date_published!),
      updated: instant(item.date_modified!),
    };
  });
  distinct(
    items.map(({ id }) => id),
    "ids",
  );
  return {
    title: feed.title as string,
    page: web(feed.home_page_url),
    self: web(feed.feed_url),
    next: (feed.next_url as string | undefined) ?? null,
    items,
  };
}

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

/** A sitemap, or an index of sitemaps: addresses and, where it is said, when they last changed. */
export function readSitemap(xml: string): { loc: string; changed: Date | null; news: ReadNews | null }[] {
  demand(Buffer.byteLength(xml) <= 50 * 1024 * 1024, "at most 50 MB");
  const root = xmlTree(xml);
  demand(root.uri === SITEMAP && ["urlset", "sitemapindex"].includes(root.name), "root is urlset or index");
  const entries = all(root, root.name === "urlset" ? "url" : "sitemap");
  demand(entries.length <= 50_000, "at most 50,000 addresses");
  distinct(
    entries.map((entry) => said(entry, "loc")),
    "addresses",
  );
  return entries.map((entry) => {
    demand(
      all(entry, "changefreq").length + all(entry, "priority").length === 0,
      "no changefreq, no priority",
    );
    const changed = all(entry, "lastmod")[0];
    const news = all(entry, "news", NEWS)[0];
    return {
      loc: web(said(entry, "loc")),
      changed: changed ? instant(changed.text) : null,
      news: news ? readNews(news) : null,
    };
  });
}

interface ReadNews {
  title: string;
  publication: string;
  at: Date;
}

function readNews(news: Node): ReadNews {
  const publication = one(news, "publication");
  demand(said(publication, "language") === "vi", "language is vi");
  return {
    title: said(news, "title"),
    publication: said(publication, "name"),
    at: instant(said(news, "publication_date")),
  };
}

/** What a crawler without cookies or scripts makes of a page: Open Graph, canonical address, JSON-LD. */
export function readMetadata(html: string) {
  const decode = (text: string) =>
    text
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&");
  const head = html.slice(0, html.indexOf("</head>"));
  const meta: Record<string, string> = {};
  for (const [, name, content] of head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)) {
    demand(!(name! in meta) || name === "article:tag", `${name} stands once`);
    meta[name!] = decode(content!);
  }
  for (const name of ["og:type", "og:title", "og:description", "og:url", "og:site_name", "og:image"]) {
    demand(meta[name], `${name} is there`);
  }
  demand(meta["og:locale"] === "vi_VN", "og:locale is vi_VN");
  demand([...meta["og:title"]!].length <= 90, "og:title has at most 90 characters");
  demand([...meta["og:description"]!].length <= 200, "og:description has at most 200 characters");
  web(meta["og:image"]!);
  demand(Number(meta["og:image:width"]) > 0 && Number(meta["og:image:height"]) > 0, "the picture has a size");
  demand(/<html lang="vi"/.test(html), "the language is said");
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1];
  if (canonical) demand(decode(canonical) === meta["og:url"], "og:url is the canonical address");
  const data = [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => {
      demand(!/[<>]/.test(json!), "no bracket stands bare in a script");
      const value = JSON.parse(json!);
      demand(value["@context"] === "https://schema.org" && value["@type"], "JSON-LD names context and type");
      return value as Record<string, unknown>;
    },
  );
  const feeds = [...head.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"/g)].map(
    ([, type, href]) => ({ type: type!, href: web(decode(href!)) }),
  );
  return { meta, canonical: canonical ? decode(canonical) : null, data, feeds };
}
