import { type Channels, keepListening, type Listener } from "../database/keep-listening.ts";
import type { PageCache } from "./page-cache.ts";

/** Channel on which a transaction that changes public content names its tags, as a JSON array. */
const PAGE_INVALIDATED = "page_invalidated";

function tagsIn(payload: string): string[] | null {
  try {
    const tags = JSON.parse(payload);
    return Array.isArray(tags) ? tags.map(String) : null;
  } catch {
    return null;
  }
}

/**
 * Keeps `cache` in step with the database behind `connectionString`, and hears `others` on the same connection. While
 * it is down the cache is out of use; when it is back everything is dropped first, since changes may have been missed.
 */
export function listenForInvalidation(
  connectionString: string,
  cache: PageCache,
  others: Channels = {},
): Promise<Listener> {
  const invalidate = (payload: string) => {
    const tags = tagsIn(payload);
    if (tags === null) cache.clear();
    else cache.invalidate(tags);
  };
  return keepListening(
    connectionString,
    { ...others, [PAGE_INVALIDATED]: invalidate },
    {
      up: () => {
        cache.clear();
        cache.setInStep(true);
      },
      down: () => cache.setInStep(false),
    },
  );
}
