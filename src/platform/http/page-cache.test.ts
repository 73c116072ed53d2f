import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import type { Listener } from "../database/keep-listening.ts";
import { testDatabase } from "../testing/test-database.ts";
import { invalidatePages } from "./invalidate-pages.ts";
import { createPageCache, type PageCache, TAGS_HEADER } from "./page-cache.ts";
import { listenForInvalidation } from "./page-invalidation.ts";

const CHANGED = "Mon, 23 Nov 2026 01:00:00 GMT";

/** A site of one page whose text can be changed, and how often it was rendered. */
function siteWith(cache: PageCache, text = { value: "Một cửa ".repeat(300) }) {
  const rendered: string[] = [];
  const site = new Hono();
  site.get("/rieng", cache.middleware, (c) => c.text("riêng"));
  site.get("/*", cache.middleware, (c) => {
    rendered.push(c.req.path);
    return c.body(text.value, 200, {
      "content-type": "text/html; charset=utf-8",
      "last-modified": CHANGED,
      [TAGS_HEADER]: `agency:1 content:${c.req.path.slice(1)}`,
    });
  });
  return { site, rendered, text };
}

function cacheInStep(options: Partial<Parameters<typeof createPageCache>[0]> = {}) {
  const cache = createPageCache({ maxBytes: 10_000_000, ...options });
  cache.setInStep(true);
  return cache;
}

describe("a page kept as bytes", () => {
  test("is rendered once and sent in the encoding that the reader takes", async () => {
    const { site, rendered, text } = siteWith(cacheInStep());
    const plain = await site.request("/a");
    const gzip = await site.request("/a", { headers: { "accept-encoding": "gzip, deflate" } });
    const brotli = await site.request("/a", { headers: { "accept-encoding": "gzip, deflate, br, zstd" } });
    const refused = await site.request("/a", { headers: { "accept-encoding": "br;q=0, gzip" } });
    expect(await plain.text()).toBe(text.value);
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(text.value);
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(text.value);
    expect(refused.headers.get("content-encoding")).toBe("gzip");
    expect(rendered).toEqual(["/a"]);
    expect(new Set([plain, gzip, brotli].map((r) => r.headers.get("etag"))).size).toBe(3);
    expect(brotli.headers.get("vary")).toBe("Accept-Encoding");
    expect(plain.headers.has(TAGS_HEADER)).toBe(false);
  });

  test("answers 304 to the reader who has these very bytes, and 200 to any other", async () => {
    const { site } = siteWith(cacheInStep());
    const first = await site.request("/a");
    const etag = first.headers.get("etag")!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = (headers: Record<string, string>) => site.request("/a", { headers });
    const unchanged = await again({ "if-none-match": `"x", ${etag}` });
    expect(unchanged.status).toBe(304);
    expect(await unchanged.text()).toBe("");
    expect(unchanged.headers.get("etag")).toBe(etag);
    expect((await again({ "if-none-match": '"x"' })).status).toBe(200);
    expect((await again({ "if-none-match": etag, "accept-encoding": "gzip" })).status).toBe(200);
    expect((await again({ "if-modified-since": CHANGED })).status).toBe(304);
    expect((await again({ "if-modified-since": "Sun, 22 Nov 2026 01:00:00 GMT" })).status).toBe(200);
    expect((await again({ "if-none-match": '"x"', "if-modified-since": CHANGED })).status).toBe(200);
  });

  test("answers HEAD with the headers of GET and no body", async () => {
    const { site, text } = siteWith(cacheInStep());
    const head = await site.request("/a", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(text.value)));
    expect(head.headers.get("etag")).toBe((await site.request("/a")).headers.get("etag"));
  });

  test("is dropped by its tag and by no other", async () => {
    const cache = cacheInStep();
    const { site, rendered } = siteWith(cache);
    await site.request("/a");
    await site.request("/b");
    cache.invalidate(["content:a"]);
    await site.request("/a");
    await site.request("/b");
    expect(rendered).toEqual(["/a", "/b", "/a"]);
    cache.invalidate(["agency:1"]);
    expect(cache.held()).toEqual({ pages: 0, bytes: 0 });
  });

  test("that lists all of a kind is dropped by any of the kind", async () => {
    const cache = cacheInStep();
    const site = new Hono();
    site.get("/ke-hoach", cache.middleware, (c) =>
      c.body("danh sách", 200, { [TAGS_HEADER]: "agency:1 plan:any" }),
    );
    await site.request("/ke-hoach");
    cache.invalidate(["content:7"]);
    expect(cache.held().pages).toBe(1);
    cache.invalidate(["plan:7"]);
    expect(cache.held().pages).toBe(0);
  });

  test("is not kept when something changed while it was being rendered", async () => {
    const cache = cacheInStep();
    const site = new Hono();
    let text = "cũ";
    site.get("/a", cache.middleware, (c) => {
      const read = text;
      text = "mới";
      cache.invalidate(["content:a"]);
      return c.body(read, 200, { [TAGS_HEADER]: "content:a" });
    });
    expect(await (await site.request("/a")).text()).toBe("cũ");
    expect(await (await site.request("/a")).text()).toBe("mới");
  });

  test("is made once for all who ask while it is being made, unless it changed meanwhile", async () => {
    const cache = cacheInStep();
    const site = new Hono();
    const waiting: (() => void)[] = [];
    site.get("/a", cache.middleware, async (c) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return c.body(`lần ${waiting.length}`, 200, { [TAGS_HEADER]: "content:a" });
    });
    const crowd = Array.from({ length: 20 }, () => site.request("/a"));
    await delay(10);
    expect(waiting).toHaveLength(1);
    waiting[0]!();
    expect(new Set(await Promise.all((await Promise.all(crowd)).map((one) => one.text())))).toEqual(
      new Set(["lần 1"]),
    );
    expect(waiting).toHaveLength(1);

    cache.invalidate(["content:a"]);
    const early = site.request("/a");
    await delay(10);
    cache.invalidate(["content:a"]);
    const late = site.request("/a");
    waiting[1]!();
    await early;
    await delay(10);
    // What was begun before the change is not given to who asked after it.
    expect(waiting).toHaveLength(3);
    waiting[2]!();
    expect(await (await late).text()).toBe("lần 3");
  });

  test("that fails for the first fails for nobody else", async () => {
    const cache = cacheInStep();
    const site = new Hono();
    let times = 0;
    site.get("/a", cache.middleware, async (c) => {
      times += 1;
      await delay(10);
      if (times === 1) throw new Error("hỏng");
      return c.body("được", 200, { [TAGS_HEADER]: "content:a" });
    });
    site.onError((_, c) => c.text("hỏng", 500));
    const [first, second] = await Promise.all([site.request("/a"), site.request("/a")]);
    expect([first.status, second.status, await second.text()]).toEqual([500, 200, "được"]);
  });

  test("without tags it is neither kept nor touched", async () => {
    const cache = cacheInStep();
    const { site } = siteWith(cache);
    const response = await site.request("/rieng");
    expect(response.headers.has("etag")).toBe(false);
    expect(cache.held().pages).toBe(0);
  });

  test("the least recently used pages go when the bytes are used up", async () => {
    const cache = cacheInStep({ maxBytes: 30_000 });
    const { site, rendered } = siteWith(cache);
    for (const path of ["/a", "/b", "/c", "/a", "/d", "/e", "/f", "/g", "/h", "/i"]) await site.request(path);
    expect(cache.held().bytes).toBeLessThanOrEqual(30_000);
    expect(cache.held().pages).toBeGreaterThan(1);
    await site.request("/i");
    expect(rendered.filter((path) => path === "/i")).toHaveLength(1);
    await site.request("/b");
    expect(rendered.filter((path) => path === "/b")).toHaveLength(2);
  });

  test("parameters that change nothing share one page", async () => {
    const cache = cacheInStep({
      canonical: (path, query) => (query.has("trang") ? `${path}?trang=${query.get("trang")}` : path),
    });
    const { site, rendered } = siteWith(cache);
    await site.request("/a?fbclid=1");
    await site.request("/a?fbclid=2");
    await site.request("/a");
    await site.request("/a?utm_source=zalo&trang=2");
    await site.request("/a?trang=2");
    expect(rendered).toHaveLength(2);
  });
});

describe("hits answered before the router", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  test("carry the same bytes and headers as through the router", async () => {
    const cache = cacheInStep();
    const { site, rendered, text } = siteWith(cache);
    const listener = getRequestListener(site.fetch);
    server = createServer((request, response) => {
      if (!cache.answer(request, response)) void listener(request, response);
    });
    await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`;
    const first = await fetch(address);
    const second = await fetch(address);
    expect(await first.text()).toBe(text.value);
    expect(await second.text()).toBe(text.value);
    expect(rendered).toEqual(["/a"]);
    const known = (response: Response) =>
      Object.fromEntries(
        [...response.headers].filter(([name]) => !["date", "keep-alive", "connection"].includes(name)),
      );
    expect(known(second)).toEqual(known(first));
    const etag = second.headers.get("etag")!;
    expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(304);
    const head = await fetch(address, { method: "HEAD" });
    expect(head.headers.get("etag")).toBe(etag);
    expect((await fetch(address, { method: "POST" })).status).toBe(404);
  });
});

describe("two processes on one database", () => {
  const listeners: Listener[] = [];
  afterEach(async () => {
    for (const listener of listeners.splice(0)) await listener.stop();
  });

  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      if (await condition()) return;
      await delay(20);
    }
    throw new Error("waited too long");
  }

  async function twoSites() {
    const db = await testDatabase();
    const text = { value: "trước" };
    const sites = [0, 1].map(() => {
      const cache = createPageCache({ maxBytes: 1_000_000 });
      return { cache, ...siteWith(cache, text) };
    });
    for (const { cache } of sites) listeners.push(await listenForInvalidation(db.url, cache));
    return { db, text, sites: sites as [(typeof sites)[0], (typeof sites)[0]] };
  }

  test("both drop a page when a transaction that changed it commits, not before", async () => {
    const { db, text, sites } = await twoSites();
    for (const { site } of sites) expect(await (await site.request("/a")).text()).toBe("trước");
    const client = await db.pool.connect();
    await client.query("begin");
    await client.query(`select pg_notify('page_invalidated', '["content:a"]')`);
    text.value = "sau";
    for (const { site } of sites) expect(await (await site.request("/a")).text()).toBe("trước");
    await client.query("commit");
    client.release();
    for (const { site } of sites)
      await until(async () => (await (await site.request("/a")).text()) === "sau");
  });

  test("as many pages as one act changes are dropped: a message of the database does not hold all their names", async () => {
    const { db, text, sites } = await twoSites();
    for (const { site } of sites) expect(await (await site.request("/a")).text()).toBe("trước");
    text.value = "sau";
    await invalidatePages(db.database, [
      ...Array.from({ length: 1000 }, () => `document:${randomUUID()}`),
      "content:a",
    ]);
    for (const { site } of sites)
      await until(async () => (await (await site.request("/a")).text()) === "sau");
  });

  test("a listener that lost its connection serves nothing from the cache, then starts anew", async () => {
    const { db, text, sites } = await twoSites();
    const [{ site, cache, rendered }] = sites;
    await site.request("/a");
    await site.request("/a");
    expect(rendered).toHaveLength(1);
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gandan listener' and datname = current_database()",
    );
    await owner.end();
    text.value = "đổi khi không ai nghe";
    await until(async () => (await (await site.request("/a")).text()) === "đổi khi không ai nghe");
    await until(async () => {
      await site.request("/a");
      return cache.held().pages === 1;
    });
  });

  test("a change that names no tags drops everything", async () => {
    const { db, sites } = await twoSites();
    const [{ site, cache }] = sites;
    await site.request("/a");
    await db.pool.query("select pg_notify('page_invalidated', 'gì đó')");
    await until(() => cache.held().pages === 0);
  });
});
