import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { feedsReadCommand } from "./feeds-read.command.ts";
import { fetchFeed, secondsAsked } from "./fetch-feed.ts";
import type { ReadFeed } from "./read-feed.ts";

const feed =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Báo Mẫu</title><item><title>Tin một</title><link>/tin/1</link></item></channel></rss>';
const bomb = Buffer.alloc(51 * 1024 * 1024, 0x20);
const packed =
  (encoding: string, body: Buffer): RequestListener =>
  (_, response) => {
    response.writeHead(200, { "content-type": "application/rss+xml", "content-encoding": encoding });
    response.end(body);
  };
const to =
  (status: number, location: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { location });
    response.end();
  };

/** A server of the press as they are, and as somebody who means harm would run one. */
const places: Record<string, RequestListener> = {
  "/tin.rss": (request, response) => {
    const isKnown = request.headers["if-none-match"] === '"1"';
    response.writeHead(isKnown ? 304 : 200, {
      etag: '"1"',
      "last-modified": "Mon, 23 Nov 2026 00:30:00 GMT",
    });
    response.end(isKnown ? undefined : feed);
  },
  "/gzip": packed("gzip", gzipSync(feed)),
  "/deflate": packed("deflate", deflateSync(feed)),
  "/raw": packed("deflate", deflateRawSync(feed)),
  "/br": packed("br", brotliCompressSync(feed)),
  "/twice": packed("gzip, br", brotliCompressSync(gzipSync(feed))),
  "/named-only": packed("gzip", Buffer.from(feed)),
  "/sitemap.xml.gz": (_, response) => response.end(gzipSync(feed)),
  "/bomb-gzip": packed("gzip", gzipSync(bomb)),
  "/bomb-br": packed("br", brotliCompressSync(bomb)),
  "/bomb-in-bomb": packed("gzip", gzipSync(gzipSync(bomb))),
  "/cut": packed("gzip", gzipSync(feed).subarray(0, 40)),
  "/odd": packed("lzma", Buffer.from(feed)),
  "/moved": to(301, "/moved-again"),
  "/moved-again": to(308, "/tin.rss"),
  "/for-now": to(302, "/moved"),
  "/inside": to(302, "http://localhost:1/x"),
  "/metadata": to(302, "http://169.254.169.254/latest/meta-data/"),
  "/disk": to(302, "file:///etc/passwd"),
  "/round": to(302, "/round"),
  "/gone": (_, response) => response.writeHead(410).end(),
  "/busy": (_, response) => response.writeHead(503, { "retry-after": "120" }).end(),
};
let server: Server;
let base = "";
const folder = mkdtempSync(join(tmpdir(), "nguon-tin-"));

beforeAll(async () => {
  server = createServer((request, response) => (places[request.url!] ?? to(404, ""))(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

async function run(place: string | undefined, allowed?: string) {
  const out: { data: unknown; text: string; error: string } = { data: null, text: "", error: "" };
  const code = await feedsReadCommand.run({
    args: place === undefined ? [] : [place],
    flags: allowed === undefined ? {} : { "allow-host": allowed },
    config: readConfig({}),
    answer: (data, text) => Object.assign(out, { data, text }),
    ask: async () => null,
    stdout: () => {},
    stderr: (text) => {
      out.error = text;
    },
    get database(): never {
      throw new Error("no database is opened");
    },
    ownerUrl: "",
  });
  return { code, ...out };
}

test.each([
  "/tin.rss",
  "/gzip",
  "/deflate",
  "/raw",
  "/br",
  "/twice",
  "/named-only",
  "/sitemap.xml.gz",
  "/moved",
  "/for-now",
])("reads %s of a host that is allowed, its links whole", async (path) => {
  const { code, data, text } = await run(base + path, "bao.example,127.0.0.1:8080");
  expect(code).toBe(0);
  expect(data as ReadFeed).toMatchObject({
    ...{ title: "Báo Mẫu", itemsInFile: 1, warnings: [] },
    items: [{ title: "Tin một", url: `${base}/tin/1` }],
  });
  expect(text).toContain("Báo Mẫu: 1 mục");
});

test.each([
  ["/bomb-gzip", "50 MB sau khi giải nén"],
  ["/bomb-br", "50 MB sau khi giải nén"],
  ["/bomb-in-bomb", "50 MB sau khi giải nén"],
  ["/cut", "nén bị hỏng"],
  ["/odd", "không đọc được"],
  ["/inside", "mạng nội bộ"],
  ["/metadata", "mạng nội bộ"],
  ["/disk", "Chỉ đọc địa chỉ http và https"],
  ["/round", "quá nhiều lần"],
  ["/gone", "410"],
  ["/busy", "503"],
])("%s is refused with one line", async (path, words) => {
  const { code, data, error } = await run(base + path, "127.0.0.1");
  expect([code, data]).toEqual([2, null]);
  expect(error).toContain(words);
  expect(error).not.toContain("\n");
});

test.each([
  "http://127.0.0.1:1/",
  "http://localhost:1/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://10.1.2.3/",
  "https://192.168.1.1/",
  "http://0.0.0.0/",
])("%s lies inside the network and is not called", async (place) => {
  const { code, error } = await run(place, "bao.example");
  expect([code, error]).toEqual([2, expect.stringContaining("mạng nội bộ")]);
});

test("reads a file, packed or not, and refuses what is none", async () => {
  const at = (name: string) => join(folder, name);
  writeFileSync(at("tin.xml"), feed);
  writeFileSync(at("tin.xml.gz"), gzipSync(feed));
  writeFileSync(at("bom.gz"), gzipSync(bomb));
  for (const name of ["tin.xml", "tin.xml.gz"])
    expect(await run(at(name))).toMatchObject({
      code: 0,
      data: { title: "Báo Mẫu", items: [{ url: null }] },
    });
  for (const [place, words] of [
    [at("khong-co.xml"), "không có tệp này"],
    [folder, "thư mục"],
    ["/dev/zero", "không phải một tệp"],
    [at("bom.gz"), "50 MB"],
    ["ftp://bao.example/tin.xml", "Chỉ đọc địa chỉ http và https"],
    [`file://${at("tin.xml")}`, "Chỉ đọc địa chỉ http và https"],
    ["http://", "không đúng"],
    [undefined, "Thiếu tệp"],
  ] as const)
    expect(await run(place), `${place}`).toMatchObject({ code: 2, error: expect.stringContaining(words) });
});

test("an unchanged feed is not sent again; what moved for good is told, what moved for now is not", async () => {
  const allowHosts = ["127.0.0.1"];
  const first = await fetchFeed(`${base}/moved`, { allowHosts });
  expect(first).toMatchObject({ movedTo: `${base}/tin.rss`, etag: '"1"' });
  const again = await fetchFeed(`${base}/tin.rss`, {
    allowHosts,
    etag: first.etag,
    lastModified: first.lastModified,
  });
  expect([again.bytes, again.movedTo]).toEqual([null, null]);
  expect((await fetchFeed(`${base}/for-now`, { allowHosts })).movedTo).toBeNull();
  await expect(fetchFeed(`${base}/busy`, { allowHosts })).rejects.toMatchObject({
    status: 503,
    retryAfter: 120,
  });
  expect([secondsAsked("x"), secondsAsked(null), secondsAsked("Thu, 01 Jan 1970 00:00:00 GMT")]).toEqual([
    null,
    null,
    0,
  ]);
});
