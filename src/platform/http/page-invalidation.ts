import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { PageCache } from "./page-cache.ts";

/** Channel on which a transaction that changes public content names its tags, as a JSON array. */
const PAGE_INVALIDATED = "page_invalidated";

export interface InvalidationListener {
  stop: () => Promise<void>;
}

/** Milliseconds between two questions to a quiet connection, and until an answer is missed. */
const HEARTBEAT = 15_000;
const HEARTBEAT_ANSWER = 5_000;
const PAUSES = [100, 250, 500, 1000, 2000, 5000];

function tagsIn(payload: string | undefined): string[] | null {
  try {
    const tags = JSON.parse(payload ?? "");
    return Array.isArray(tags) ? tags.map(String) : null;
  } catch {
    return null;
  }
}

/**
 * Keeps `cache` in step with the database behind `connectionString` over a connection of its own. While that
 * connection is down the cache is out of use; when it is back everything is dropped first, since changes may
 * have been missed. Resolves once it listens for the first time; tries again by itself if it cannot yet.
 */
export async function listenForInvalidation(
  connectionString: string,
  cache: PageCache,
): Promise<InvalidationListener> {
  let stopped = false;
  let client: pg.Client | null = null;
  const stopping = new AbortController();

  const connect = async (): Promise<boolean> => {
    const next = new pg.Client({
      connectionString,
      application_name: "gandan pages",
      keepAlive: true,
      query_timeout: HEARTBEAT_ANSWER,
    });
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      cache.setInStep(false);
      if (client === next) {
        client = null;
        void reconnect();
      }
    };
    next.on("error", lose);
    next.on("end", lose);
    next.on("notification", ({ payload }) => {
      const tags = tagsIn(payload);
      if (tags === null) cache.clear();
      else cache.invalidate(tags);
    });
    try {
      await next.connect();
      await next.query(`listen ${PAGE_INVALIDATED}`);
    } catch {
      await next.end().catch(() => {});
      return false;
    }
    if (lost || stopped) {
      await next.end().catch(() => {});
      return false;
    }
    client = next;
    // A connection cut without a word looks alive: ask it now and then.
    const heartbeat = setInterval(() => {
      next.query("select 1").catch(() => {
        lose();
        next.connection.stream.destroy();
      });
    }, HEARTBEAT).unref();
    next.on("end", () => clearInterval(heartbeat));
    cache.clear();
    cache.setInStep(true);
    return true;
  };

  const reconnect = async (): Promise<void> => {
    for (let attempt = 0; !stopped; attempt += 1) {
      if (await connect()) return;
      await delay(PAUSES[Math.min(attempt, PAUSES.length - 1)], undefined, {
        signal: stopping.signal,
        ref: false,
      }).catch(() => {});
    }
  };

  if (!(await connect())) void reconnect();
  return {
    stop: async () => {
      stopped = true;
      stopping.abort();
      cache.setInStep(false);
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}
