import { fetchFeed } from "../reading/fetch-feed.ts";
import { type ReadFeed, type ReadItem, readFeed } from "../reading/read-feed.ts";
import { askRobots } from "./robots.ts";

/** Sitemaps of an index that are read: the ones changed last hold the news. */
const MOST_PARTS = 3;

let allowed: readonly string[] = [];

/** Hosts that feeds are read from although they lie inside the network; said once, when the process starts. */
export function allowFeedHosts(hosts: readonly string[]): void {
  allowed = hosts;
}

interface Known {
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export interface SourceAnswer {
  /** Null: nothing has changed since it was asked last. */
  feed: ReadFeed | null;
  movedTo: string | null;
  etag: string | null;
  lastModified: string | null;
}

/** The news behind an index of sitemaps, of its parts that changed last. */
async function itemsOfParts(index: ReadFeed, at: Date): Promise<ReadItem[]> {
  const parts = index.items
    .filter(({ url }) => url !== null)
    .toSorted((one, other) => (other.publishedAt ?? "").localeCompare(one.publishedAt ?? ""))
    .slice(0, MOST_PARTS);
  const items = new Map<string, ReadItem>();
  for (const { url } of parts) {
    await askRobots(url!, allowed, at);
    const { bytes, address, contentType } = await fetchFeed(url!, { allowHosts: allowed });
    for (const item of readFeed({ bytes: bytes ?? new Uint8Array(), address, contentType }).items)
      items.set(item.id, item);
  }
  return [...items.values()];
}

/** Asks a feed for its news, as its host allows. @throws UnreadableFeed */
export async function readSource({ url, etag, lastModified }: Known, at: Date): Promise<SourceAnswer> {
  await askRobots(url, allowed, at);
  const got = await fetchFeed(url, { allowHosts: allowed, etag, lastModified });
  const { bytes, address, contentType, movedTo } = got;
  if (bytes === null)
    return { feed: null, movedTo, etag: got.etag ?? etag, lastModified: got.lastModified ?? lastModified };
  const feed = readFeed({ bytes, address, contentType });
  const isIndex = feed.warnings.some(({ code }) => code === "sitemap-index");
  return {
    ...{ movedTo, etag: got.etag, lastModified: got.lastModified },
    feed: isIndex ? { ...feed, items: await itemsOfParts(feed, at) } : feed,
  };
}
