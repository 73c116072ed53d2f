import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { countVisit, isReader, VISITED_HEADER } from "./visits.ts";

type Encoding = "br" | "gzip" | "identity";

/** One encoding of a page: its bytes and the headers that go with them. */
interface Variant {
  bytes: Buffer;
  etag: string;
  headers: Record<string, string>;
  rawHeaders: string[];
  notModifiedHeaders: string[];
}

interface Entry {
  status: number;
  plain: Buffer;
  digest: string;
  headers: Record<string, string>;
  /** Seconds since 1970; null when the page has no time of change. */
  lastModified: number | null;
  tags: string[];
  /** Under which name its visits are counted; null: they are not. */
  visited: string | null;
  keepUntil: number;
  /** By look and encoding. */
  variants: Map<string, Variant>;
  size: number;
}

export interface PageCache {
  /** Hono middleware: answers hits, keeps what the handler answered when it names its tags. */
  middleware: MiddlewareHandler;
  /** Answers a hit straight on the node:http response, before any router; false: not answered. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Drops every page that carries one of the tags, "plan:any" being on pages that every "plan:…" changes. */
  invalidate: (tags: string[]) => void;
  /** Drops everything. */
  clear: () => void;
  /** False: pages are neither served from nor put into the cache, because changes would not be heard. */
  setInStep: (inStep: boolean) => void;
  /** Pages and bytes held now. */
  held: () => { pages: number; bytes: number };
}

/**
 * Ways in which readers may have pages dressed (larger letters, more contrast): the same page for everyone who chose
 * the same look, so that it can be kept. Applies to HTML alone.
 */
export interface Looks {
  /** The look that the request's cookies name; "" is the usual one. */
  chosen: (cookies: string | undefined) => string;
  dress: (page: Buffer, look: string) => Buffer;
}

export interface PageCacheOptions {
  looks?: Looks;
  /** Bytes of pages in all encodings; the least recently used go first. */
  maxBytes: number;
  maxPages?: number;
  /** Longest time a page is kept even if nothing changes, in milliseconds. */
  maxAge?: number;
  /** What of the request, beside its address, decides the page (the host, when addresses follow it). */
  keyOf?: (header: (name: string) => string | undefined) => string;
  /** Address without the query parameters that change nothing; absent: the address as requested. */
  canonical?: (path: string, query: URLSearchParams) => string;
}

/** Header by which a handler hands its tags to the cache; never sent on. */
export const TAGS_HEADER = "x-page-tags";

/** Compressing less than this saves nothing; fonts and pictures are compressed already. */
const WORTH_COMPRESSING = 860;
const COMPRESSIBLE = /^text\/|xml|json/;

const acceptedEncoding = (header: string | undefined): Encoding => {
  if (!header) return "identity";
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(header)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(header) ? "gzip" : "identity";
};

function compress(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === "br") {
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
  return encoding === "gzip" ? gzipSync(bytes, { level: 6 }) : bytes;
}

const flat = (headers: Record<string, string>) => Object.entries(headers).flat();

const isPage = (entry: Entry) => (entry.headers["content-type"] ?? "").startsWith("text/html");

function variantOf(entry: Entry, wanted: Encoding, look: string, looks: Looks | undefined): Variant {
  const compressible =
    entry.plain.length >= WORTH_COMPRESSING && COMPRESSIBLE.test(entry.headers["content-type"] ?? "");
  const encoding = compressible ? wanted : "identity";
  const dressed = look === "" ? entry.plain : looks!.dress(entry.plain, look);
  const bytes = compress(dressed, encoding);
  const marks = [look, encoding === "identity" ? "" : encoding].filter((mark) => mark !== "");
  const etag = `"${[entry.digest, ...marks].join("-")}"`;
  const { "content-type": contentType, ...others } = entry.headers;
  const validators = {
    ...others,
    etag,
    vary: looks && isPage(entry) ? "Accept-Encoding, Cookie" : "Accept-Encoding",
    ...(entry.lastModified !== null && {
      "last-modified": new Date(entry.lastModified * 1000).toUTCString(),
    }),
  };
  const headers = {
    ...(contentType && { "content-type": contentType }),
    ...validators,
    ...(encoding !== "identity" && { "content-encoding": encoding }),
    "content-length": String(bytes.length),
  };
  return { bytes, etag, headers, rawHeaders: flat(headers), notModifiedHeaders: flat(validators) };
}

/** RFC 9110, 13.2.2: If-None-Match decides alone when it is there. */
function isUnchanged(entry: Entry, etag: string, noneMatch?: string, modifiedSince?: string): boolean {
  if (entry.status !== 200) return false;
  if (noneMatch !== undefined) {
    return (
      noneMatch.trim() === "*" || noneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)
    );
  }
  if (modifiedSince === undefined || entry.lastModified === null) return false;
  const since = Date.parse(modifiedSince);
  return !Number.isNaN(since) && entry.lastModified * 1000 <= since;
}

/**
 * Public pages as compressed bytes. A page is kept under its address (path and the query that matters) until one of
 * its tags is invalidated. Nothing personal may pass through: answers are the same for everyone who chose the same
 * look, and no cookie is set.
 */
export function createPageCache({
  maxBytes,
  maxPages = 20_000,
  maxAge = 10 * 60_000,
  keyOf,
  canonical,
  looks,
}: PageCacheOptions): PageCache {
  // A Map keeps the order of insertion: the first is the one not used for longest.
  const entries = new Map<string, Entry>();
  let bytes = 0;
  let inStep = false;
  // Counts what was dropped: a page whose data was read before a change must not be kept after it.
  let changes = 0;
  // A page that many open at once while it is not kept is made once; the others wait for it.
  const underWay = new Map<string, Promise<void>>();

  const drop = (key: string) => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    bytes -= entry.size;
  };
  const weigh = (key: string, entry: Entry) => {
    const size =
      key.length * 2 +
      1000 +
      entry.plain.length +
      entry.variants
        .values()
        .reduce((sum, { bytes: variant }) => sum + (variant === entry.plain ? 0 : variant.length), 0);
    bytes += size - entry.size;
    entry.size = size;
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes && entries.size <= maxPages) break;
      drop(oldest);
    }
  };
  const find = (key: string): Entry | undefined => {
    if (!inStep) return undefined;
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.keepUntil < Date.now()) {
      drop(key);
      return undefined;
    }
    return entry;
  };
  const variantFor = (key: string, entry: Entry, accepted?: string, cookies?: string): Variant => {
    const encoding = acceptedEncoding(accepted);
    const look = cookies && looks && isPage(entry) ? looks.chosen(cookies) : "";
    const name = look === "" ? encoding : `${look} ${encoding}`;
    const known = entry.variants.get(name);
    if (known) return known;
    const made = variantOf(entry, encoding, look, looks);
    entry.variants.set(name, made);
    if (entries.get(key) === entry) weigh(key, entry);
    return made;
  };
  const touch = (key: string, entry: Entry) => {
    // Moving at every hit would cost more than it gives; only a crowded cache needs the exact order.
    if (bytes < maxBytes / 2 && entries.size < maxPages / 2) return;
    entries.delete(key);
    entries.set(key, entry);
  };

  const answer: PageCache["answer"] = (request, response) => {
    const { method, headers, url } = request;
    if ((method !== "GET" && method !== "HEAD") || !url) return false;
    const key = keyOf ? `${keyOf((name) => headers[name] as string | undefined)} ${url}` : url;
    const entry = find(key);
    if (!entry) return false;
    touch(key, entry);
    if (entry.visited !== null && isReader(method, (name) => headers[name] as string | undefined))
      countVisit(entry.visited);
    const variant = variantFor(key, entry, headers["accept-encoding"] as string | undefined, headers.cookie);
    if (isUnchanged(entry, variant.etag, headers["if-none-match"], headers["if-modified-since"])) {
      response.writeHead(304, variant.notModifiedHeaders).end();
      return true;
    }
    response.writeHead(entry.status, variant.rawHeaders);
    response.end(method === "HEAD" ? undefined : variant.bytes);
    return true;
  };

  /** The page as its handler makes it now, kept unless something changed meanwhile; null: it is not to be kept. */
  const make = async (c: Context, next: () => Promise<void>, key: string): Promise<Entry | null> => {
    const before = changes;
    await next();
    const tags = c.res.headers.get(TAGS_HEADER);
    if (tags === null) return null;
    const headers = Object.fromEntries(c.res.headers);
    const {
      [TAGS_HEADER]: _,
      [VISITED_HEADER]: visited,
      "last-modified": lastModified,
      "content-length": __,
      ...kept
    } = headers;
    const plain = Buffer.from(await c.res.arrayBuffer());
    const entry: Entry = {
      status: c.res.status,
      plain,
      digest: createHash("sha256").update(plain).digest("base64url").slice(0, 27),
      headers: kept,
      lastModified: lastModified ? Math.floor(Date.parse(lastModified) / 1000) : null,
      tags: tags.split(" ").filter((tag) => tag !== ""),
      visited: visited ?? null,
      keepUntil: Date.now() + maxAge,
      variants: new Map(),
      size: 0,
    };
    if (inStep && changes === before && entry.tags.length > 0) {
      drop(key);
      entries.set(key, entry);
      weigh(key, entry);
    }
    return entry;
  };

  const middleware: MiddlewareHandler = async (c, next) => {
    const { method } = c.req;
    if (method !== "GET" && method !== "HEAD") return next();
    const { pathname, search, searchParams } = new URL(c.req.url);
    const address = search && canonical ? canonical(pathname, searchParams) : pathname + search;
    const key = keyOf ? `${keyOf((name) => c.req.header(name))} ${address}` : address;
    let entry: Entry | null | undefined = find(key);
    const other = entry ? undefined : underWay.get(key);
    if (other) {
      await other;
      entry = find(key);
    }
    if (!entry) {
      const { promise, resolve: isMade } = Promise.withResolvers<void>();
      if (inStep && !underWay.has(key)) underWay.set(key, promise);
      try {
        entry = await make(c, next, key);
      } finally {
        if (underWay.get(key) === promise) underWay.delete(key);
        isMade();
      }
      if (!entry) return;
    }
    if (entry.visited !== null && isReader(method, (name) => c.req.header(name))) countVisit(entry.visited);
    const variant = variantFor(key, entry, c.req.header("accept-encoding"), c.req.header("cookie"));
    const unchanged = isUnchanged(
      entry,
      variant.etag,
      c.req.header("if-none-match"),
      c.req.header("if-modified-since"),
    );
    // Set twice because Hono otherwise carries the first answer's headers, the tags too, into the second.
    c.res = undefined;
    c.res = unchanged
      ? new Response(null, { status: 304, headers: pairs(variant.notModifiedHeaders) })
      : new Response(method === "HEAD" ? null : new Uint8Array(variant.bytes), {
          status: entry.status,
          headers: variant.headers,
        });
  };

  return {
    middleware,
    answer,
    invalidate: (tags) => {
      changes += 1;
      const gone = new Set(tags.flatMap((tag) => [tag, `${tag.split(":")[0]}:any`]));
      for (const [key, entry] of entries) if (entry.tags.some((tag) => gone.has(tag))) drop(key);
    },
    clear: () => {
      changes += 1;
      entries.clear();
      bytes = 0;
    },
    setInStep: (value) => {
      inStep = value;
    },
    held: () => ({ pages: entries.size, bytes }),
  };
}

function pairs(flatHeaders: string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let at = 0; at < flatHeaders.length; at += 2) result.push([flatHeaders[at]!, flatHeaders[at + 1]!]);
  return result;
}
