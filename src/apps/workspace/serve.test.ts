import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workspacePages } from "./serve.ts";

const directory = mkdtempSync(join(tmpdir(), "gandan-workspace-"));
const script = "console.log('xin chào')";
const pages = workspacePages({ distDirectory: directory });

beforeAll(() => {
  mkdirSync(join(directory, "assets"));
  writeFileSync(join(directory, "assets", "index-abc123.js"), script);
  writeFileSync(join(directory, "secret.txt"), "bí mật");
  writeFileSync(
    join(directory, "index.html"),
    `<meta property="csp-nonce" nonce="__NONCE__"><script nonce="__NONCE__" src="/workspace/assets/index-abc123.js"></script>`,
  );
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("the workspace's page", () => {
  test("is the same at every address, with a nonce of its own each time", async () => {
    const answers = await Promise.all(["/", "/noi-dung/1", "/"].map((path) => pages.request(path)));
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        const html = await answer.text();
        const nonce = /<script nonce="([^"]+)"/.exec(html)?.[1];
        expect(html).not.toContain("__NONCE__");
        expect(answer.headers.get("content-security-policy")).toContain(
          `script-src 'self' 'nonce-${nonce}';`,
        );
        expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
        expect(answer.headers.get("cache-control")).toBe("no-store");
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(3);
  });

  test("cannot be framed or sniffed", async () => {
    const { headers } = await pages.request("/");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("says in one sentence when it has not been built", async () => {
    const answer = await workspacePages({ distDirectory: join(directory, "khong-co") }).request("/");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("npm run build");
  });
});

describe("the workspace's files", () => {
  test("never change under their name, and go out compressed", async () => {
    const answer = await pages.request("/assets/index-abc123.js", {
      headers: { "accept-encoding": "gzip, br" },
    });
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(script);
    const plain = await pages.request("/assets/index-abc123.js");
    expect(await plain.text()).toBe(script);
  });

  test("are only those of the build", async () => {
    for (const name of ["..%2fsecret.txt", "%2e%2e%2fsecret.txt", "../secret.txt", "khong-co.js"]) {
      const answer = await pages.request(`/assets/${name}`);
      expect(await answer.text()).not.toContain("bí mật");
    }
    expect((await pages.request("/assets/khong-co.js")).status).toBe(404);
  });
});
