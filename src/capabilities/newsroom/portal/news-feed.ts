import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { type Feed, type FeedItem, feedFormats, HUB_PATH, writeFeed } from "#platform/http/feed.ts";
import { PODCAST_COVER } from "#platform/http/podcast.ts";
import type { PortalCall, PortalFile, PortalMove } from "#platform/http/portal-page.ts";
import { xmlElement } from "#platform/http/xml.ts";
import { renderRichText, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import {
  type FeedEntry,
  monthForFeed,
  monthsForFeed,
  newestForFeed,
  withdrawnForFeed,
} from "../published.ts";
import { type FeedAddress, feedAddress, feedPath, isFollowed } from "./feed-address.ts";
import { articlePath } from "./news-card.tsx";
import { transcriptPath } from "./transcript.ts";

const NEWEST = 50;

/** The year is that of the naming (RFC 4151), not of the item: an identifier never changes. */
const tagUri = (origin: string, name: string) => `tag:${new URL(origin).hostname},2026:${name}`;

const correctionsOf = ({ corrections }: FeedEntry) =>
  corrections.map(({ at, note }) => `Cập nhật ngày ${formatDate(toVietnamDate(at))}: ${note}`);

function itemOf(entry: FeedEntry, { origin, host }: PortalCall): FeedItem {
  const { id, slug, title, summary, body, publishedAt, updatedAt, themeSlug, themeLabel, image, media } =
    entry;
  const [recording] = entry.recordings;
  const corrections = correctionsOf(entry);
  return {
    id: tagUri(origin, `content/${id}`),
    url: origin + articlePath(slug),
    title,
    summary,
    html:
      renderRichText(body, {
        baseUrl: origin,
        pictureUrl: host,
        creditOf: (mediaId) => media.get(mediaId)?.credit,
      }) + corrections.map((line) => xmlElement("p", line)).join(""),
    text: [richTextToPlainText(body), ...corrections].join("\n"),
    published: publishedAt,
    updated: updatedAt,
    category: themeSlug && themeLabel ? { term: themeSlug, label: themeLabel } : null,
    image: image && {
      url: host + image.path,
      alt: image.alt,
      width: image.width,
      height: image.height,
    },
    recording: recording
      ? {
          url: host + recording.path,
          contentType: recording.contentType,
          bytes: recording.bytes,
          seconds: recording.seconds,
          transcriptUrl: recording.transcript ? origin + transcriptPath(slug) : null,
        }
      : null,
  };
}

const newest = (dates: Date[]): Date | null =>
  dates.reduce<Date | null>((latest, date) => (latest && latest >= date ? latest : date), null);

/** What the page of a feed holds, and which pages come before and after it. */
async function contentOf(call: PortalCall, { list, format, month, page }: FeedAddress) {
  const { database, agency, now } = call;
  const { scope } = list;
  const thisMonth = toVietnamDate(now).toPlainYearMonth();
  const href = (part?: string) => call.origin + feedPath(list, format, part);
  if (month === null && format !== "atom") {
    const { entries, isLast } = await newestForFeed(database, agency.id, scope, { page, perPage: NEWEST });
    if (page > 1 && entries.length === 0) return null;
    return { entries, links: isLast ? {} : { next: href(`trang-${page + 1}`) } };
  }
  // A month's set of entries is settled when the month is over; until then they stand in the newest.
  const settled = (await monthsForFeed(database, agency.id, scope)).filter(
    (one) => Temporal.PlainYearMonth.compare(one, thisMonth) < 0,
  );
  if (month === null) {
    const { entries } = await newestForFeed(database, agency.id, scope, { page: 1, perPage: NEWEST });
    const unsettled = await monthForFeed(database, agency.id, scope, thisMonth);
    const last = settled.at(-1);
    return {
      entries: unsettled.length > entries.length ? unsettled : entries,
      links: last ? { "prev-archive": href(last.toString()) } : {},
    };
  }
  const place = settled.findIndex((one) => one.equals(month));
  if (place < 0) return null;
  const [before, after] = [settled[place - 1], settled[place + 1]];
  return {
    entries: await monthForFeed(database, agency.id, scope, month),
    links: {
      current: href(),
      ...(before && { "prev-archive": href(before.toString()) }),
      ...(after && { "next-archive": href(after.toString()) }),
    },
  };
}

/** /feeds/…: the newest items of a list in three formats, with archives, and what was taken back in 30 days. */
export async function answerNewsFeed(call: PortalCall): Promise<PortalFile | PortalMove | null> {
  const { database, agency, origin, host, params } = call;
  const address = feedAddress(params.path ?? "");
  if (address?.movedTo) return { kind: "move", to: address.movedTo };
  const content = address && (await contentOf(call, address));
  if (!content) return null;
  const { list, format, month } = address;
  const deleted = month || format !== "atom" ? [] : await withdrawnForFeed(database, agency.id, list.scope);
  const changed = newest([
    ...content.entries.map(({ updatedAt }) => updatedAt),
    ...deleted.map(({ at }) => at),
  ]);
  const selfUrl = `${origin}/feeds/${params.path}`;
  const hubUrl = isFollowed(address) ? host + HUB_PATH : null;
  const feed: Feed = {
    id: tagUri(origin, `feed${agency.base}/${list.identity}${month ? `/${month}` : ""}`),
    title: `${agency.name} – ${list.title}${month ? `, tháng ${month.month}/${month.year}` : ""}`,
    subtitle: "Tin, bài chính thức về cải cách hành chính",
    author: { name: agency.name, url: `${origin}/` },
    pageUrl: origin + list.pagePath,
    selfUrl,
    hubUrl,
    updated: changed ?? new Date(0),
    items: content.entries.map((entry) => itemOf(entry, call)),
    deleted: deleted.map(({ id, at }) => ({ id: tagUri(origin, `content/${id}`), at })),
    isArchive: month !== null,
    podcast: list.isHeard ? { coverUrl: host + PODCAST_COVER, email: agency.email } : null,
    links: content.links,
  };
  return {
    kind: "file",
    contentType: feedFormats[format].contentType,
    body: writeFeed(format, feed),
    tags: ["content:any"],
    lastModified: changed,
    maxAge: 300,
    ...(hubUrl && { link: `<${hubUrl}>; rel="hub", <${selfUrl}>; rel="self"` }),
  };
}
