import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { listenForInvalidation } from "#platform/http/page-invalidation.ts";
import { listen } from "../src/apps/cli/listen.ts";
import { createPortalCache } from "../src/apps/portal/mount-portal.ts";
import { createSite } from "../src/apps/site.ts";
import { type Product, startProduct } from "./product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends bytes exactly as given and reads the whole answer; status 0: the connection was closed without one. */
function send(request: string, address = product.address): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request, "latin1"));
    const chunks: Buffer[] = [];
    socket.setTimeout(15_000, () => socket.destroy(new Error(`no answer to ${request.slice(0, 80)}`)));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? finish() : reject(error),
    );
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", () => finish());
    function finish() {
      const text = Buffer.concat(chunks).toString("utf8");
      const [head = "", body = ""] = text.split(/\r\n\r\n([\s\S]*)/);
      const lines = head.split("\r\n");
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(lines[0] ?? "")?.[1] ?? 0),
        headers: Object.fromEntries(
          lines.slice(1).map((line) => {
            const at = line.indexOf(":");
            return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
          }),
        ),
        body,
      });
    }
  });
}

const host = () => new URL(product.address).host;
const get = (path: string, headers: string[] = [], address = product.address) =>
  send(
    [`GET ${path} HTTP/1.1`, `Host: ${new URL(address).host}`, ...headers, "Connection: close", "", ""].join(
      "\r\n",
    ),
    address,
  );
const withHost = (path: string, name: string, headers: string[] = [], address = product.address) =>
  send(
    [`GET ${path} HTTP/1.1`, `Host: ${name}`, ...headers, "Connection: close", "", ""].join("\r\n"),
    address,
  );

/** Every answer of ours says how little the browser may do with it. */
function expectSecured({ headers }: Answer, of: string): void {
  expect([of, headers["x-content-type-options"]]).toEqual([of, "nosniff"]);
  expect([of, headers["content-security-policy"]]).toEqual([
    of,
    expect.stringContaining("frame-ancestors 'none'"),
  ]);
  expect([of, headers["x-frame-options"]]).toEqual([of, "DENY"]);
  expect([of, headers["referrer-policy"]]).toEqual([of, expect.stringMatching(/origin/)]);
  expect([of, headers["x-powered-by"], headers.server]).toEqual([of, undefined, undefined]);
}

describe("every answer", () => {
  test("carries the security headers, whatever it is and however it ends", async () => {
    const style = /href="(\/assets\/portal[^"]+)"/.exec((await get("/")).body)![1]!;
    for (const [path, status] of [
      ["/", 200],
      ["/tin-tuc", 200],
      ["/tim-kiem?q=thu+tuc", 200],
      ["/khong-co", 404],
      ["/tin-tuc/khong-co", 404],
      ["/tin-tuc/", 301],
      ["/hien-thi", 303],
      ["/feeds/tin-tuc.json", 200],
      ["/sitemap.xml", 200],
      ["/robots.txt", 200],
      ["/healthz", 200],
      ["/readyz", 200],
      [style, 200],
      ["/assets/khong-co.css", 404],
      ["/media/00000000-0000-0000-0000-000000000000", 404],
      ["/api/openapi.json", 200],
      ["/api/khong-co", 404],
      ["/api/plans", 401],
    ] as const) {
      // Twice: as rendered, and as kept.
      for (let time = 0; time < 2; time += 1) {
        const answer = await get(path);
        expect([path, answer.status]).toEqual([path, status]);
        expectSecured(answer, path);
        if (path.startsWith("/api/") && status !== 200)
          expect([path, answer.headers["cache-control"]]).toEqual([path, "no-store"]);
      }
    }
  });

  test("allows the own script file alone on public pages and sets no cookie", async () => {
    for (const path of ["/", "/tin-tuc", "/ke-hoach", "/gioi-thieu", "/tim-kiem?q=a", "/khong-co"]) {
      const { headers } = await get(path);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*/);
      expect(headers["content-security-policy"]).toContain("script-src 'self';");
      expect(headers["set-cookie"]).toBeUndefined();
    }
  });
});

describe("an address that nobody would write", () => {
  test("is refused or not found, never a fault", async () => {
    const long = "a".repeat(10_000);
    for (const [path, statuses] of [
      ["/tin-tuc/%", [400, 404]],
      ["/tin-tuc/%E0%A4%A", [400, 404]],
      ["/tin-tuc/%C0%AF%C0%AF", [400, 404]],
      ["/tin-tuc/%FF%FE", [400, 404]],
      ["/tin-tuc/%00", [400, 404]],
      ["/tin-tuc/a%00b", [400, 404]],
      ["/tin-tuc/a%0d%0aSet-Cookie:%20x=1", [400, 404]],
      ["/ke-hoach/%00", [400, 404]],
      ["/ke-hoach/%ED%A0%80", [400, 404]],
      [`/tin-tuc/${long}`, [404]],
      [`/${"a/".repeat(5000)}`, [301, 404]],
      [`/tin-tuc?trang=${"9".repeat(400)}`, [404]],
      ["/tin-tuc?trang=1e3", [404]],
      ["/tin-tuc?trang=-1", [404]],
      ["/tin-tuc?chu-de=%00", [200, 404]],
      [`/tim-kiem?q=${"%F0%9F%8C%BE".repeat(200)}`, [200]],
      ["/tim-kiem?q=%00%ff%fe%ED%A0%80", [200]],
      [`/tim-kiem?${"q=a&".repeat(3000)}`, [200]],
      [`/?${"x".repeat(12_000)}`, [200]],
      ["/feeds/%2e%2e%2f%2e%2e%2fetc%2fpasswd", [404]],
      ["/feeds/tin-tuc%00.atom", [404]],
      ["/sitemaps/tin-tuc-99999.xml", [404]],
    ] as [string, number[]][]) {
      const answer = await get(path);
      expect([path.slice(0, 60), statuses.includes(answer.status) ? "ok" : answer.status]).toEqual([
        path.slice(0, 60),
        "ok",
      ]);
      if (answer.status !== 400) expectSecured(answer, path.slice(0, 60));
    }
  });

  test("that is longer than a server takes gets a short refusal, a long search an answer", async () => {
    expect((await get(`/tim-kiem?q=${encodeURIComponent("ữ".repeat(10_000))}`)).status).toBe(200);
    expect((await get(`/${"a".repeat(140_000)}`)).status).toBe(431);
    expect((await get("/", [`X-Long: ${"a".repeat(140_000)}`])).status).toBe(431);
  });

  test("reaches no file of the machine", async () => {
    for (const path of [
      "/assets/../../package.json",
      "/assets/..%2f..%2fpackage.json",
      "/assets/%2e%2e/%2e%2e/package.json",
      "/assets/....//....//package.json",
      "/assets/..%5c..%5cpackage.json",
      "/assets//etc/passwd",
      "/workspace/assets/..%2f..%2f..%2fpackage.json",
      "/workspace/assets/%2e%2e%2fserver%2fgandan.js",
      "/media/..%2f..%2fsecrets.json",
      "/media/../../secrets.json",
      "//etc/passwd",
      "/.env",
      "/.git/config",
    ]) {
      const { status, body } = await get(path);
      expect([path, [301, 400, 404, 200].includes(status)]).toEqual([path, true]);
      expect(body).not.toMatch(/"dependencies"|root:x:|databaseOwner|\[core\]/);
    }
  });
});

describe("headers that lie", () => {
  test("never put a foreign name on a page, nor into what others are shown", async () => {
    const paths = [
      "/",
      "/tin-tuc",
      "/gioi-thieu",
      "/feeds/tin-tuc.atom",
      "/feeds/tin-tuc.json",
      "/sitemap.xml",
      "/robots.txt",
    ];
    const lies = [
      "X-Forwarded-Host: evil.example",
      "X-Forwarded-Proto: https",
      "Forwarded: host=evil.example;proto=https",
      "X-Original-URL: /workspace/",
      "X-Rewrite-URL: /evil",
      "X-Host: evil.example",
      "X-Forwarded-Prefix: /evil",
    ];
    for (const path of paths) {
      const lied = await get(path, lies);
      expect(lied.body).not.toContain("evil");
      expect(lied.headers.location ?? "").not.toContain("evil");
      for (const name of [
        "evil.example",
        "evil.example:80",
        `${host()}.evil.example`,
        `evil.example#${host()}`,
      ]) {
        const foreign = await withHost(path, name);
        expect(foreign.body).not.toContain("evil");
      }
      // What the next reader gets is as if nobody had lied.
      const honest = await get(path);
      expect(honest.body).not.toContain("evil");
      expect(honest.body).not.toContain("https://127.0.0.1");
    }
  });

  test("are believed from a trusted proxy alone, each public address with its own pages", async () => {
    const { db } = product;
    const config = readConfig({ PORT: "0", GANDAN_TRUST_PROXY: "on", GANDAN_SAMPLE: "on" });
    const pages = createPortalCache(config);
    const faults: unknown[] = [];
    const site = createSite({ database: db.database, config, pages }, (error) => faults.push(error));
    const web = await listen(site, config, pages.answer);
    const invalidation = await listenForInvalidation(db.url, pages);
    try {
      const behind = ["X-Forwarded-Host: so-mau.example.vn", "X-Forwarded-Proto: https"];
      const other = ["X-Forwarded-Host: evil.example, khac.example.vn", "X-Forwarded-Proto: http, https"];
      for (let time = 0; time < 2; time += 1) {
        expect((await get("/tin-tuc", behind, web.address)).body).toContain(
          'href="https://so-mau.example.vn/tin-tuc"',
        );
        // A chain of proxies: the nearest one's word counts.
        const chained = (await get("/tin-tuc", other, web.address)).body;
        expect(chained).toContain('href="https://khac.example.vn/tin-tuc"');
        expect(chained).not.toContain("evil");
      }
      for (const broken of ['"><script>', "evil .example", "evil.example/x", "x@evil.example"])
        expect((await get("/tin-tuc", [`X-Forwarded-Host: ${broken}`], web.address)).body).not.toContain(
          broken,
        );
      expect(faults).toEqual([]);
    } finally {
      await web.close();
      await invalidation.stop();
    }
  });

  test("cannot split an answer, smuggle a request or name no host", async () => {
    for (const request of [
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
      `POST /hien-thi HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: ${host()}\r\nX-A: b\rSet-Cookie: x=1\r\n\r\n`,
      "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
      "NOT HTTP AT ALL\r\n\r\n",
    ]) {
      const answer = await send(request);
      expect([request, [0, 200, 400].includes(answer.status)]).toEqual([request, true]);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    expect((await get("/healthz")).body).toContain("ok");
  });

  test("of another method change nothing", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"]) {
      const answer = await send(
        `${method} /tin-tuc HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
      expect([method, [404, 405].includes(answer.status)]).toEqual([method, true]);
    }
  });
});

describe("the way back after choosing letters", () => {
  const choose = (fields: Record<string, string>, headers: string[] = []) => {
    const body = new URLSearchParams(fields).toString();
    return send(
      [
        "POST /hien-thi HTTP/1.1",
        `Host: ${host()}`,
        "Content-Type: application/x-www-form-urlencoded",
        `Content-Length: ${body.length}`,
        ...headers,
        "Connection: close",
        "",
        body,
      ].join("\r\n"),
    );
  };

  test("leads to a page of this site alone, and cannot carry a header", async () => {
    expect((await choose({ "co-chu": "lon", ve: "/tin-tuc?trang=2" })).headers.location).toBe(
      "/tin-tuc?trang=2",
    );
    for (const ve of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "/\r\nSet-Cookie: x=1",
      "javascript:alert(1)",
      "tin-tuc",
      "",
      "/tin\\tuc",
      "/điều",
    ]) {
      const answer = await choose({ "co-chu": "lon", ve });
      expect([ve, answer.status, answer.headers.location]).toEqual([ve, 303, "/"]);
      expect(answer.headers["set-cookie"]).toMatch(/^hien-thi=chu-lon; /);
    }
  });

  test("keeps the look for a year, in a cookie that names only the look", async () => {
    const larger = await choose({ "co-chu": "rat-lon", ve: "/" });
    expect(larger.headers["set-cookie"]).toBe(
      "hien-thi=chu-rat-lon; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
    );
    expectSecured(larger, "/hien-thi");
    const both = await choose({ "tuong-phan": "cao", ve: "/" }, ["Cookie: a=b; hien-thi=chu-rat-lon"]);
    expect(both.headers["set-cookie"]).toContain("hien-thi=chu-rat-lon.tuong-phan;");
    const usual = await choose({ "co-chu": "vua", ve: "/" }, ["Cookie: hien-thi=chu-lon"]);
    expect(usual.headers["set-cookie"]).toContain("hien-thi=; Path=/; Max-Age=0;");
    const unknown = await choose({ "co-chu": '"><script>', ve: "/" }, ["Cookie: hien-thi=chu-lon"]);
    expect(unknown.headers["set-cookie"]).toContain("hien-thi=chu-lon;");
  });

  test("dresses kept and fresh pages for the readers who chose it, and for nobody else", async () => {
    for (const path of ["/gioi-thieu", "/tim-kiem?q=a", "/khong-co"]) {
      const plain = await get(path);
      expect(plain.body).toContain('<html lang="vi"><head>');
      expect(plain.headers.vary).toContain("Cookie");
      const dressed = await get(path, ["Cookie: hien-thi=chu-lon.tuong-phan"]);
      expect(dressed.body).toContain('<html lang="vi" class="chu-lon tuong-phan"><head>');
      expect(dressed.body.replace(' class="chu-lon tuong-phan"', "")).toBe(plain.body);
      if (plain.headers.etag) expect(dressed.headers.etag).not.toBe(plain.headers.etag);
      for (const lie of ["x", 'chu-lon"><script>', "chu-lon.chu-rat-lon", "constructor"])
        expect((await get(path, [`Cookie: hien-thi=${lie}`])).body).toBe(plain.body);
    }
    const feed = await get("/feeds/tin-tuc.atom");
    const sameFeed = await get("/feeds/tin-tuc.atom", ["Cookie: hien-thi=chu-lon"]);
    expect([sameFeed.headers.etag, sameFeed.headers.vary]).toEqual([feed.headers.etag, "Accept-Encoding"]);
  });
});

afterAll(async () => {
  // The server outlived all of it.
  expect((await get("/")).status).toBe(200);
});
