import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { clientCertificate } from "#platform/http/client-certificate.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { audioHash } from "../audio-hash.ts";
import { playableBroadcasts } from "../broadcast-queries.ts";
import { takeCertificates } from "../certificates-taken.ts";
import { recordPlays } from "../record-plays.ts";
import type { Station } from "../register-queries.ts";
import { stationByKey } from "../station-keys.ts";
import { broadcast, loudspeakerArea, loudspeakerStation } from "../tables.ts";
import { callsAMinute } from "./a-minute.ts";
import { itemsOf, stationTime, withdrawnOf } from "./schedule.ts";
import { heartbeatCall, receiptOf, receiptsCall } from "./station-calls.ts";
import { stationPodcast } from "./station-podcast.ts";
import { streamUrgent } from "./stream-urgent.ts";

const BASE = "/grassroots/v1";
const CALLS_A_MINUTE = 120;
const POLL_SECONDS = 60;
const LARGEST_CALL = 512 * 1024;
const MOST_DAYS = 7;
const LONGEST_WAIT = 50;
/** Long polls that one server holds open at once; further ones are answered at once. */
const MOST_WAITING = 500;

const words: Record<string, [400 | 401 | 403 | 404 | 410 | 413 | 429, string]> = {
  "bad-request": [400, "Lời gọi thiếu hoặc sai; xem mô tả giao thức."],
  "bad-key": [401, "Khóa không đúng hoặc đã thu hồi."],
  "area-not-allowed": [403, "Khóa này không dùng được cho đài, địa bàn ấy."],
  "unknown-station": [404, "Không có bản tin này."],
  withdrawn: [410, "Bản tin đã thu hồi; không phát nữa."],
  "too-large": [413, "Lời gọi lớn quá; hãy chia nhỏ."],
  "too-many": [429, "Gọi quá nhiều; hãy chờ rồi gọi lại."],
};

function fault(c: Context, code: string, retryAfterSeconds?: number) {
  const [status, message] = words[code]!;
  if (retryAfterSeconds) c.header("Retry-After", String(retryAfterSeconds));
  return c.json({ error: { code, message, ...(retryAfterSeconds && { retryAfterSeconds }) } }, status);
}

/** What devices of stations call: their schedule, what is urgent, what they did; each with its own key or certificate. */
export function serveStations(
  app: Hono,
  { database, config, baseUrl }: { database: Database; config: Config; baseUrl: () => string },
): void {
  const ofKey = callsAMinute(CALLS_A_MINUTE);
  const ofAddress = callsAMinute(CALLS_A_MINUTE * 10);
  let waiting = 0;
  takeCertificates(config.clientCertHeader !== null);

  async function ownerOf(c: Context) {
    const key = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header("authorization") ?? "")?.[1];
    if (key) return stationByKey(database, "device", key, new Date());
    const certificate = clientCertificate(c, config);
    return certificate ? stationByKey(database, "certificate", certificate, new Date()) : null;
  }
  const isLetIn = async (c: Context): Promise<boolean> => typeof (await ownerOf(c)) === "object";

  /** Whose key it is; or what is answered instead. */
  async function enter(c: Context): Promise<{ station: Station } | Response> {
    c.header("Cache-Control", "private, no-store");
    const over = ofAddress(callerAddress(c, config));
    if (over > 0) return fault(c, "too-many", over);
    const found = await ownerOf(c);
    if (found === null || found === "revoked") return fault(c, "bad-key");
    const wait = ofKey(found.keyId);
    return wait > 0 ? fault(c, "too-many", wait) : { station: found.station };
  }

  /** A key is for its own station and the commune of it. */
  async function isOwn(station: Station, named: { station?: string; area?: string }): Promise<boolean> {
    const same = (a: string | undefined, b: string) => a === undefined || a.toLowerCase() === b.toLowerCase();
    if (!same(named.station, station.code)) return false;
    if (named.area === undefined) return true;
    const [area] = await database
      .select({ code: loudspeakerArea.code })
      .from(loudspeakerArea)
      .where(eq(loudspeakerArea.id, station.areaId));
    return same(named.area, area?.code ?? "");
  }

  app.get(`${BASE}/schedule`, async (c) => {
    const entered = await enter(c);
    if (entered instanceof Response) return entered;
    const { station } = entered;
    const { station: named, area, from, days = "3" } = c.req.query();
    if (!(await isOwn(station, { ...(named && { station: named }), ...(area && { area }) })))
      return fault(c, "area-not-allowed");
    if (!/^[1-9]\d?$/.test(days) || (from !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(from)))
      return fault(c, "bad-request");
    const now = new Date();
    let first: Date;
    try {
      first = startOfDay(from ?? toVietnamDate(now).toString());
    } catch {
      return fault(c, "bad-request");
    }
    const until = new Date(first.getTime() + Math.min(Number(days), MOST_DAYS) * 86_400_000);
    const items = await itemsOf(database, station, { from: first, until, base: baseUrl() });
    const withdrawn = await withdrawnOf(database, station, now);
    // When it was asked for is not part of what is told.
    const told = JSON.stringify([items, withdrawn.map(({ withdrawnAt: _, ...one }) => one)]);
    const etag = `"${createHash("sha256").update(told).digest("hex").slice(0, 32)}"`;
    c.header("ETag", etag);
    c.header("Cache-Control", "private, max-age=60");
    if (c.req.header("if-none-match") === etag) return c.body(null, 304);
    return c.json({
      ...{ version: 1, station: station.code, generatedAt: stationTime(now), etag },
      ...{ pollAfterSeconds: POLL_SECONDS, items, withdrawn },
    });
  });

  /** All that is urgent now; the cursor names exactly this, so that nothing between two calls is missed. */
  async function urgentFor(station: Station) {
    const now = new Date();
    const items = await itemsOf(database, station, {
      ...{ from: now, until: new Date(now.getTime() + 86_400_000), base: baseUrl(), urgentOnly: true },
    });
    const cancelled = (await withdrawnOf(database, station, now)).map(({ bulletinId }) => bulletinId);
    const cursor = createHash("sha256")
      .update(JSON.stringify([items, cancelled]))
      .digest("hex")
      .slice(0, 24);
    return { cursor, items, cancelled };
  }

  app.get(`${BASE}/emergency`, async (c) => {
    const entered = await enter(c);
    if (entered instanceof Response) return entered;
    const { station: named, since, wait: asked = "0" } = c.req.query();
    if (!(await isOwn(entered.station, { ...(named && { station: named }) })))
      return fault(c, "area-not-allowed");
    const until = Date.now() + Math.min(Number(asked) || 0, LONGEST_WAIT) * 1000;
    const { signal } = c.req.raw;
    let told = await urgentFor(entered.station);
    if (waiting < MOST_WAITING) {
      waiting += 1;
      try {
        while (told.cursor === since && Date.now() < until && !signal.aborted) {
          await wait(Math.min(1000, until - Date.now()));
          told = await urgentFor(entered.station);
        }
      } finally {
        waiting -= 1;
      }
    }
    return c.json(told.cursor === since ? { cursor: told.cursor, items: [], cancelled: [] } : told);
  });

  app.get(`${BASE}/emergency/stream`, async (c) => {
    const entered = await enter(c);
    if (entered instanceof Response) return entered;
    const { station: named, since } = c.req.query();
    if (!(await isOwn(entered.station, { ...(named && { station: named }) })))
      return fault(c, "area-not-allowed");
    // As many as may wait; the others ask again.
    if (waiting >= MOST_WAITING) return fault(c, "too-many", POLL_SECONDS);
    waiting += 1;
    return streamUrgent(c, {
      since: c.req.header("last-event-id") ?? since,
      look: () => urgentFor(entered.station),
      isLetIn: () => isLetIn(c),
      ended: () => {
        waiting -= 1;
      },
    });
  });

  const limited = bodyLimit({ maxSize: LARGEST_CALL, onError: (c) => fault(c, "too-large") });
  const given = async (c: Context): Promise<unknown> => c.req.json().catch(() => null);

  app.post(`${BASE}/receipts`, limited, async (c) => {
    const entered = await enter(c);
    if (entered instanceof Response) return entered;
    const { station } = entered;
    const call = receiptsCall.safeParse(await given(c));
    if (!call.success) return fault(c, "bad-request");
    if (!(await isOwn(station, { station: call.data.station }))) return fault(c, "area-not-allowed");
    const read = call.data.receipts.map((one) => ({ one, receipt: receiptOf(one) }));
    const told = await work(database, systemActor(station.agencyId, station.name), (current) =>
      recordPlays(
        current,
        station,
        read.flatMap(({ receipt }) => (receipt ? [receipt] : [])),
        { source: "device", recordedBy: null, hashOf: audioHash },
      ),
    );
    const unread = read
      .filter(({ receipt }) => receipt === null)
      .map(({ one }) => ({
        receiptId: String((one as { receiptId?: unknown } | null)?.receiptId ?? ""),
        error: "bad-receipt",
      }));
    return c.json({ ...told, rejected: [...told.rejected, ...unread] });
  });

  app.post(`${BASE}/heartbeat`, limited, async (c) => {
    const entered = await enter(c);
    if (entered instanceof Response) return entered;
    const call = heartbeatCall.safeParse(await given(c));
    if (!call.success) return fault(c, "bad-request");
    const { station, software, storageFreeMb, clusters } = call.data;
    if (!(await isOwn(entered.station, { station }))) return fault(c, "area-not-allowed");
    const failed = clusters.filter(({ state }) => state !== "ok").map(({ id }) => id);
    const now = new Date();
    await database
      .update(loudspeakerStation)
      .set({ seenAt: now, said: { software, storageFreeMb: storageFreeMb ?? null, failed } })
      .where(eq(loudspeakerStation.id, entered.station.id));
    return c.json({ serverTime: stationTime(now), pollAfterSeconds: POLL_SECONDS });
  });

  // What is public needs no key; what was taken back is gone here, too.
  app.get(`${BASE}/audio/:id{[0-9a-f-]{36}}`, async (c) => {
    const over = ofAddress(callerAddress(c, config));
    if (over > 0) return fault(c, "too-many", over);
    const [known] = await database
      .select()
      .from(broadcast)
      .where(eq(broadcast.id, c.req.param("id")));
    if (!known) return fault(c, "unknown-station");
    const [playable] = await playableBroadcasts(database, known.agencyId, eq(broadcast.id, known.id));
    c.header("Cache-Control", "no-store");
    return playable ? c.redirect(playable.recording.path, 302) : fault(c, "withdrawn");
  });

  /** What a station plays from today on, by its list's name: its own code or its commune's. */
  async function listed(c: Context, ending: string, days: number) {
    const entered = await enter(c);
    if (entered instanceof Response) return entered;
    const { station } = entered;
    const named = c.req.param("list")!.slice(0, -ending.length);
    const own = (await isOwn(station, { station: named })) || (await isOwn(station, { area: named }));
    if (!own) return fault(c, "area-not-allowed");
    const from = startOfDay(toVietnamDate(new Date()).toString());
    const until = new Date(from.getTime() + days * 86_400_000);
    return { station, items: await itemsOf(database, station, { from, until, base: baseUrl() }) };
  }

  app.get(`${BASE}/:list{[A-Za-z0-9._-]+\\.rss}`, async (c) => {
    const found = await listed(c, ".rss", 3);
    if (found instanceof Response) return found;
    const { station, items } = found;
    c.header("Content-Type", "application/rss+xml; charset=utf-8");
    return c.body(stationPodcast(station, items[0]?.department ?? "", items, baseUrl()));
  });

  app.get(`${BASE}/:list{[A-Za-z0-9._-]+\\.m3u8}`, async (c) => {
    const found = await listed(c, ".m3u8", 1);
    if (found instanceof Response) return found;
    const lines = found.items.flatMap((item) => [
      `#EXTINF:${item.audio[0]!.durationSeconds},${item.title.replace(/[\r\n]+/gu, " ")}`,
      item.audio[0]!.url,
    ]);
    c.header("Content-Type", "application/vnd.apple.mpegurl; charset=utf-8");
    return c.body(`#EXTM3U\n${lines.map((line) => `${line}\n`).join("")}`);
  });
}
