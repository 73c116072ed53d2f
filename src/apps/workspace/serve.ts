import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { Hono } from "hono";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
};
const compressible = new Set([".js", ".css", ".svg"]);
const encoders = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};

/** Scripts and styles come from this server or carry the nonce of the page; nothing may frame the workspace. */
const policyFor = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The encoding to answer with; "" for none. */
const encodingOf = (accepted: string, ending: string): keyof typeof encoders | "" => {
  if (!compressible.has(ending)) return "";
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "";
};

/** A file of the build and what it needs, as the bundler writes it down. */
interface Chunk {
  file: string;
  src?: string;
  css?: string[];
  assets?: string[];
  imports?: string[];
}

/** Screens that open without a network: the place for writing and the door of an event. */
const OPEN_WITHOUT_NETWORK = ["/offline-writing.page.tsx", "/check-in.page.tsx"];

/** Addresses of every file that the page and what opens without a network are made of. */
function filesForWriting(manifest: Record<string, Chunk>): string[] {
  const taken = new Set<string>();
  const files = new Set<string>();
  const take = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || taken.has(name)) return;
    taken.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const needed of chunk.imports ?? []) take(needed);
  };
  for (const name of Object.keys(manifest))
    if (name === "index.html" || OPEN_WITHOUT_NETWORK.some((ending) => name.endsWith(ending))) take(name);
  return [...files].sort().map((file) => `/workspace/${file}`);
}

/**
 * Serves the built workspace, to be mounted at /workspace: every address is the one page, with a fresh nonce; files
 * under /assets carry a hash in their name and never change; what must keep its name is asked for anew. Compressed once, kept in memory.
 */
export function workspacePages({ distDirectory }: { distDirectory: string }): Hono {
  const kept = new Map<string, Promise<Buffer | null>>();
  const asset = (name: string, encoding: keyof typeof encoders | ""): Promise<Buffer | null> => {
    const key = `${encoding} ${name}`;
    let found = kept.get(key);
    if (!found) {
      found = readFile(join(distDirectory, "assets", name)).then(
        (bytes) => (encoding === "" ? bytes : encoders[encoding](bytes)),
        () => null,
      );
      kept.set(key, found);
      void found.then((bytes) => bytes ?? kept.delete(key));
    }
    return found;
  };
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    // Invitations are scanned at the door of an event; who scans is asked by the browser first.
    c.header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
  });
  app.get("/assets/:name{[A-Za-z0-9._-]+}", async (c) => {
    const name = c.req.param("name");
    const ending = extname(name);
    const encoding = encodingOf(c.req.header("accept-encoding") ?? "", ending);
    const bytes = await asset(name, encoding);
    if (!bytes) return c.text("Không có tệp này; hãy tải lại trang.", 404);
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": types[ending] ?? "application/octet-stream",
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
      ...(encoding && { "Content-Encoding": encoding }),
    });
  });
  app.get("/:name{worker\\.js|manifest\\.webmanifest|icon-\\d+\\.png}", async (c) => {
    const name = c.req.param("name");
    const bytes = await readFile(join(distDirectory, name)).catch(() => null);
    if (!bytes) return c.text("Không có tệp này; hãy tải lại trang.", 404);
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": types[extname(name)]!,
      // Looked at anew each time, so that an upgrade reaches every browser.
      "Cache-Control": "no-cache",
      "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
    });
  });
  app.get("/offline-files.json", async (c) => {
    const manifest = await readFile(join(distDirectory, ".vite", "manifest.json"), "utf8").catch(() => null);
    if (manifest === null) return c.text("Nơi làm việc chưa được dựng.", 503);
    return c.json({ files: filesForWriting(JSON.parse(manifest)) }, 200, { "Cache-Control": "no-cache" });
  });
  app.get("/*", async (c) => {
    const page = await readFile(join(distDirectory, "index.html"), "utf8").catch(() => null);
    if (page === null) {
      return c.text("Nơi làm việc chưa được dựng; hãy chạy “npm run build” rồi mở lại trang này.", 503);
    }
    const nonce = randomBytes(16).toString("base64");
    return c.html(page.replaceAll("__NONCE__", nonce), 200, {
      "Content-Security-Policy": policyFor(nonce),
      "X-Frame-Options": "DENY",
      "Cache-Control": "no-store",
    });
  });
  return app;
}
