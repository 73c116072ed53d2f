import { type Feed, type FeedFormat, feedFormats, writeFeed } from "#platform/http/feed.ts";
import type { FeedOffer, PortalCall, PortalFile, PortalRoute } from "#platform/http/portal-page.ts";
import { xmlElement } from "#platform/http/xml.ts";
import { newestChanges, type ProcedureChange } from "../published.ts";
import { FINDER_PATH } from "./finder.tsx";

const NEWEST = 50;
/** Of an event's feed the newest are chosen among so many. */
const LOOKED = 1000;

const feedPath = (format: FeedFormat): string => `${FINDER_PATH}/thay-doi.${feedFormats[format].ending}`;

/** An identifier never changes: the year is that of the naming (RFC 4151). */
const tagUri = (origin: string, name: string) => `tag:${new URL(origin).hostname},2026:${name}`;

async function changesFor({ database, agency, query }: PortalCall): Promise<ProcedureChange[]> {
  const field = query["linh-vuc"];
  const event = query["su-kien"];
  const all = await newestChanges(database, agency.id, {
    ...(field && { field }),
    limit: event ? LOOKED : NEWEST,
  });
  const fitting = event ? all.filter(({ events }) => events.some(({ slug }) => slug === event)) : all;
  return fitting.slice(0, NEWEST);
}

const answerFeed =
  (format: FeedFormat) =>
  async (call: PortalCall): Promise<PortalFile> => {
    const { agency, origin, query } = call;
    const asked = new URLSearchParams();
    for (const name of ["linh-vuc", "su-kien"]) if (query[name]) asked.set(name, query[name]);
    const narrow = asked.size > 0 ? `?${asked}` : "";
    const changes = await changesFor(call);
    const updated = changes[0]?.changedAt ?? null;
    const feed: Feed = {
      id: tagUri(origin, `feed${agency.base}/thu-tuc${narrow}`),
      title: `${agency.name} – Thủ tục hành chính thay đổi`,
      subtitle: "Thủ tục mới, sửa đổi, tạm dừng, bãi bỏ",
      author: { name: agency.name, url: `${origin}/` },
      pageUrl: origin + FINDER_PATH + narrow,
      selfUrl: origin + feedPath(format) + narrow,
      hubUrl: null,
      updated: updated ?? new Date(0),
      items: changes.map(({ id, name, code, path, what, changedAt, field }) => ({
        id: tagUri(origin, `procedure/${id}/${changedAt.toISOString()}`),
        url: origin + path,
        title: name,
        summary: what,
        html: xmlElement("p", `${what} Mã thủ tục ${code}.`),
        text: `${what} Mã thủ tục ${code}.`,
        published: changedAt,
        updated: changedAt,
        category: field ? { term: field, label: field } : null,
        image: null,
        recording: null,
      })),
      deleted: [],
      isArchive: false,
      podcast: null,
      links: {},
    };
    return {
      kind: "file",
      contentType: feedFormats[format].contentType,
      body: writeFeed(format, feed),
      tags: ["procedure:any", "procedure:each"],
      lastModified: updated,
      maxAge: 300,
    };
  };

const formats = Object.keys(feedFormats) as FeedFormat[];

/** /thu-tuc/thay-doi.atom, .rss, .json: what changed last; of a field or an event if it is named. */
export const procedureFeeds: PortalRoute[] = formats.map((format) => ({
  path: feedPath(format),
  query: ["linh-vuc", "su-kien"],
  answer: answerFeed(format),
}));

export const procedureFeedOffer: FeedOffer = {
  title: "Thủ tục hành chính thay đổi",
  files: formats.map((format) => ({
    path: feedPath(format),
    label: feedFormats[format].label,
    contentType: feedFormats[format].contentType,
  })),
};
