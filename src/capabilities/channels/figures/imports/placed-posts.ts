import { sql } from "drizzle-orm";
import { contentFactsThere } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { addressKey } from "./written-figure.ts";

export interface PlacedPost {
  placementId: string;
  title: string;
  network: string;
  accountName: string;
  url: string | null;
  remoteId: string | null;
  placedAt: Date;
}

/** Finds posts of the agency by what a table says of them. */
export interface PlacedPosts {
  byAddress: (address: string) => PlacedPost[];
  byPost: (id: string) => PlacedPost[];
}

function put(map: Map<string, PlacedPost[]>, key: string | null, post: PlacedPost): void {
  if (key === null) return;
  const known = map.get(key);
  if (known) known.push(post);
  else map.set(key, [post]);
}

/** Every post of the agency outside our own portal that the actor sees, by address and by the network's own id. */
export async function placedPosts(q: Queryable, actor: Actor): Promise<PlacedPosts> {
  const { texts } = await contentFactsThere(q, actor);
  const { rows } = await q.execute<Omit<PlacedPost, "placedAt"> & { placedAt: string }>(sql`
    select p.id as "placementId", c.title, a.network, a.name as "accountName", p.url, p.remote_id as "remoteId", p.placed_at as "placedAt"
    from placement p join channel_account a on a.id = p.account_id join (${texts}) c on c.id = p.item_id
    where p.agency_id = ${actor.agencyId} and a.way <> 'own'`);
  const addresses = new Map<string, PlacedPost[]>();
  const ids = new Map<string, PlacedPost[]>();
  for (const { placedAt, ...row } of rows) {
    const post = { ...row, placedAt: new Date(placedAt) };
    if (post.url) put(addresses, addressKey(post.url), post);
    // A console names a post of a page without the page; a video by what stands in its address.
    const named = [post.remoteId, post.remoteId?.split("_").at(-1), lastPart(post.url)];
    for (const id of new Set(named)) put(ids, id || null, post);
  }
  return {
    byAddress: (address) => addresses.get(addressKey(address) ?? "") ?? [],
    byPost: (id) => ids.get(id) ?? [],
  };
}

/** What names the post in its address: the video of a query, else the last part of the path. */
function lastPart(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (!parsed) return null;
  return parsed.searchParams.get("v") ?? parsed.pathname.split("/").filter(Boolean).at(-1) ?? null;
}
