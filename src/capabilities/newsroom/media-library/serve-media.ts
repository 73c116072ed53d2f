import type { Context, Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { PICTURE_WIDTHS } from "#platform/rich-text/rich-text.ts";
import { pictureAddress, type Rendition } from "./picture-address.ts";
import { mediaForServing } from "./public-media.ts";
import { renditionOf, typeOf } from "./renditions.ts";

/** Short, because a removed picture must be gone soon; the bytes under an address never change, so asking is cheap. */
const SECONDS_KEPT = 600;

/**
 * Serves pictures at /media/<id>, narrower ones at /media/<id>/<width>, the link card at /media/<id>/the.jpg: to
 * everybody when a live text shows them, to the agency's own people before.
 */
export function serveMedia(app: Hono, database: Database): void {
  const answer = async (c: Context, rendition: Rendition | null) => {
    const id = c.req.param("id")!;
    const media = await mediaForServing(database, id);
    if (!media || (rendition !== null && media.sort !== "picture")) return c.notFound();
    if (!media.isPublic && (await actorOf(database, c.req.raw.headers))?.agencyId !== media.agencyId)
      return c.notFound();
    const etag = `"${id}-${rendition ?? "0"}"`;
    const headers = {
      "Cache-Control": media.isPublic
        ? `public, max-age=${SECONDS_KEPT}, must-revalidate`
        : "private, no-cache",
      ETag: etag,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      // Read in the reader's own program, never inside this site.
      ...(media.sort === "document" && { "Content-Disposition": "attachment" }),
    };
    if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers);
    const bytes = rendition === null ? await readFile(id) : await renditionOf(id, rendition);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      ...headers,
      "Content-Type": rendition === null ? media.contentType : typeOf(rendition),
      "Content-Length": String(bytes.length),
    });
  };
  for (const rendition of [null, "card", ...PICTURE_WIDTHS] as const)
    app.get(pictureAddress(":id{[0-9a-f-]{36}}", rendition), (c) => answer(c, rendition));
}
