import { PODCAST_COVER } from "#platform/http/podcast.ts";
import { xmlElement, xmlTag } from "#platform/http/xml.ts";
import type { Station } from "../register-queries.ts";
import type { itemsOf } from "./schedule.ts";

type Item = Awaited<ReturnType<typeof itemsOf>>[number];

/** By which systems that know it plan what any player of podcasts plays. */
const NAMESPACE = "https://example.gov.vn/ns/grassroots/1";

function itemXml({ slotId, title, text, approval, audio, ...planned }: Item): string {
  const { priority, areas, playFrom, playUntil, repeat } = planned;
  const { url, sizeBytes, mimeType, durationSeconds, sha256 } = audio[0]!;
  const approvedAt = approval.approvedAt && new Date(approval.approvedAt).toUTCString();
  return [
    "<item>",
    xmlElement("title", title),
    // What is played at another hour is another item.
    xmlElement("guid", slotId, { isPermaLink: "false" }),
    xmlElement("pubDate", approvedAt),
    xmlElement("description", text),
    xmlTag("enclosure", { url, length: String(sizeBytes), type: mimeType }),
    xmlElement("itunes:duration", String(durationSeconds)),
    xmlElement("gb:priority", priority),
    ...areas.map((area) => xmlElement("gb:area", area)),
    xmlElement("gb:playFrom", playFrom),
    xmlElement("gb:playUntil", playUntil),
    xmlElement("gb:repeat", String(repeat.times)),
    xmlElement("gb:sha256", sha256),
    "</item>",
  ].join("");
}

/** What a station has to play as a podcast: any player takes the sound, one that knows our words its hours as well. */
export const stationPodcast = (station: Station, department: string, items: Item[], base: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    xmlTag("rss", {
      version: "2.0",
      "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
      "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
      "xmlns:gb": NAMESPACE,
    }).replace(/\/>$/, ">"),
    "<channel>",
    xmlElement("title", station.name),
    xmlElement("link", base),
    xmlElement("description", `Lịch phát của ${station.name}`),
    xmlElement("language", "vi"),
    xmlElement("itunes:author", department),
    xmlTag("itunes:category", { text: "Government" }),
    xmlElement("itunes:explicit", "false"),
    xmlTag("itunes:image", { href: `${base}${PODCAST_COVER}` }),
    xmlElement("podcast:locked", "yes"),
    ...items.map(itemXml),
    "</channel></rss>\n",
  ].join("");
