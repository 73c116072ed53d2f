import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

/** What a transaction tells every process of the installation after its commit, by channel. */
export type Channels = Record<string, (payload: string) => void>;

export interface Listener {
  stop: () => Promise<void>;
}

/** Milliseconds between two questions to a quiet connection, and until an answer is missed. */
const HEARTBEAT = 15_000;
const HEARTBEAT_ANSWER = 5_000;
const PAUSES = [100, 250, 500, 1000, 2000, 5000];

/**
 * Listens on `channels` over a connection of its own, and makes a new one for ever when it is lost. `up` is called
 * whenever it listens (something may have been missed before), `down` whenever it no longer does. Resolves once it
 * listens for the first time; tries again by itself if it cannot yet.
 */
export async function keepListening(
  connectionString: string,
  channels: Channels,
  { up, down }: { up: () => void; down: () => void },
): Promise<Listener> {
  let stopped = false;
  let client: pg.Client | null = null;
  const stopping = new AbortController();

  const connect = async (): Promise<boolean> => {
    const next = new pg.Client({
      connectionString,
      application_name: "gandan listener",
      keepAlive: true,
      query_timeout: HEARTBEAT_ANSWER,
    });
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      down();
      if (client === next) {
        client = null;
        void reconnect();
      }
    };
    next.on("error", lose);
    next.on("end", lose);
    next.on("notification", ({ channel, payload }) => channels[channel]?.(payload ?? ""));
    try {
      await next.connect();
      for (const channel of Object.keys(channels)) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
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
    up();
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
      down();
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}
