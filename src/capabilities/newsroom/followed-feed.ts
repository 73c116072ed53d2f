import { publicAgency } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { feedFormats } from "#platform/http/feed.ts";
import { feedAddress, isFollowed } from "./portal/feed-address.ts";
import { answerNewsFeed } from "./portal/news-feed.ts";

/** A feed as it stands, for those who follow it. */
interface FollowedFeed {
  agencyId: string;
  contentType: string;
  body: string;
  /** Its hub and its own address, as the head of an answer tells them. */
  link: string;
}

const OF_AGENCY = /^(?:\/co-quan\/([a-z0-9-]{1,500}))?\/feeds\/(.{1,500})$/;

/** The feed at this very address as the portal shows it now; null: nobody can follow anything there. */
export async function followedFeed(database: Database, topic: string): Promise<FollowedFeed | null> {
  if (!URL.canParse(topic)) return null;
  const { origin: host, pathname, href } = new URL(topic);
  const [, slug = null, path = ""] = OF_AGENCY.exec(pathname) ?? [];
  const address = feedAddress(path);
  if (href !== topic || host + pathname !== topic || !address || !isFollowed(address)) return null;
  const agency = await publicAgency(database, slug);
  // The installation's own agency has one address alone.
  if (!agency || (agency.base === "") !== (slug === null)) return null;
  const answer = await answerNewsFeed({
    ...{ database, agency, host, origin: host + agency.base },
    ...{ now: new Date(), params: { path }, query: {} },
  });
  if (answer?.kind !== "file") return null;
  const { contentType, body, link = "" } = answer;
  return { agencyId: agency.id, contentType, body, link };
}

/** What the feed at an address is called: "Chủ đề: Chuyển đổi số (Atom)". */
export function nameOfFeed(topic: string): string {
  const address = feedAddress(OF_AGENCY.exec(new URL(topic).pathname)?.[2] ?? "");
  return address ? `${address.list.title} (${feedFormats[address.format].label})` : "Nguồn tin không còn";
}
