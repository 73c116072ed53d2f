import { createHash } from "node:crypto";
import type { Context, Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile, streamedFile } from "#platform/files/files.ts";
import { PICTURE_WIDTHS } from "#platform/rich-text/rich-text.ts";
import { isShownByLink } from "../outside-checks/outside-check-queries.ts";
import { markOfPicture } from "./ai-mark/mark-of-picture.ts";
import { withMark } from "./ai-mark/write-mark.ts";
import { rangeOf } from "./byte-range.ts";
import { crops } from "./crops.ts";
import { pictureAddress } from "./picture-address.ts";
import { mediaForServing, type ServedMedia } from "./public-media.ts";
import { renditionOf, typeOf } from "./renditions.ts";

/** Short, because a removed picture must be gone soon; the bytes under an address never change, so asking is cheap. */
const SECONDS_KEPT = 600;

type Headers = Record<string, string>;

/** A picture with its mark is another file than the same without. */
const versionOfMark = (mark: string | null): string =>
  mark === null ? "" : `-${createHash("sha256").update(mark).digest("hex").slice(0, 16)}`;

/** A video or a recording of sound, from the disk, in the piece that the player asks for. */
async function answerPieces(c: Context, id: string, headers: Headers): Promise<Response> {
  const file = await streamedFile(id);
  if (!file) return c.notFound();
  const { bytes } = file;
  const asked = rangeOf(c.req.header("range"), bytes);
  if (asked === "beyond") return c.body(null, 416, { ...headers, "Content-Range": `bytes */${bytes}` });
  const { start, end } = asked ?? { start: 0, end: bytes - 1 };
  return c.body(file.read(start, end), asked ? 206 : 200, {
    ...headers,
    "Content-Length": String(end - start + 1),
    ...(asked && { "Content-Range": `bytes ${start}-${end}/${bytes}` }),
  });
}

/**
 * Serves what the library keeps at /media/<id>: videos and sound in pieces, pictures also narrower at
 * /media/<id>/<width> and as link card at /media/<id>/the.jpg, a video's poster and captions beside it. To everybody
 * when a live text shows it, to the agency's own people before. A picture carries how it came about.
 * Nothing served here can run.
 */
export function serveMedia(app: Hono, database: Database): void {
  const serve = (
    path: string,
    answer: (
      c: Context,
      id: string,
      media: ServedMedia & { mark: string | null },
      headers: Headers,
    ) => Promise<Response>,
    versionOf: (media: ServedMedia) => string,
  ) =>
    app.get(path, async (c) => {
      const id = c.req.param("id")!;
      const media = await mediaForServing(database, id);
      if (!media) return c.notFound();
      if (
        !media.isPublic &&
        !(await isShownByLink(database, c.req.query("lien-ket"), id)) &&
        (await actorOf(database, c.req.raw.headers))?.agencyId !== media.agencyId
      )
        return c.notFound();
      const mark = media.sort === "picture" ? await markOfPicture(database, { id, ...media }) : null;
      const etag = `"${id}-${versionOf(media)}${versionOfMark(mark)}"`;
      const headers = {
        "Cache-Control": media.isPublic
          ? `public, max-age=${SECONDS_KEPT}, must-revalidate`
          : "private, no-cache",
        ETag: etag,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
      };
      if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers);
      return answer(c, id, { ...media, mark }, headers);
    });
  const given = (
    c: Context,
    bytes: Uint8Array | null,
    type: string,
    headers: Headers,
    mark: string | null = null,
  ) => {
    if (!bytes) return c.notFound();
    const body = new Uint8Array(withMark(bytes, mark));
    return c.body(body, 200, { ...headers, "Content-Type": type, "Content-Length": String(body.length) });
  };
  const withId = (path: string) => path.replace(":id", ":id{[0-9a-f-]{36}}");

  serve(
    withId(pictureAddress(":id", null)),
    async (c, id, { sort, contentType, mark }, headers) => {
      if (sort === "picture") return given(c, await readFile(id), contentType, headers, mark);
      return answerPieces(c, id, {
        ...headers,
        "Content-Type": contentType,
        "Accept-Ranges": "bytes",
        // Read in the reader's own program, never inside this site.
        ...(sort === "document" && { "Content-Disposition": "attachment" }),
      });
    },
    () => "0",
  );
  for (const width of PICTURE_WIDTHS)
    serve(
      withId(pictureAddress(":id", width)),
      async (c, id, { sort, mark }, headers) =>
        sort === "picture"
          ? given(c, await renditionOf(id, width, null), typeOf(width), headers, mark)
          : c.notFound(),
      () => String(width),
    );
  for (const { slug, file, ending } of crops)
    serve(
      withId(`/media/:id/:cut{${file}(?:-[0-9]{1,3}-[0-9]{1,3})?\\.${ending}}`),
      async (c, id, { sort, focus, mark }, headers) => {
        if (sort !== "picture") return c.notFound();
        const now = pictureAddress(id, slug, focus);
        // Of another point, or from before one was set: it leads to the cut of today.
        if (c.req.path !== now)
          return c.body(null, 302, { ...headers, Location: now, "Cache-Control": "no-cache" });
        return given(c, await renditionOf(id, slug, focus), typeOf(slug), headers, mark);
      },
      ({ focus }) => `${slug}-${focus?.x}-${focus?.y}`,
    );
  serve(
    withId("/media/:id/poster.jpg"),
    async (c, _, { posterId }, headers) =>
      given(c, posterId ? await readFile(posterId) : null, "image/jpeg", headers),
    ({ posterId }) => String(posterId),
  );
  serve(
    withId("/media/:id/captions.vtt"),
    async (c, _, { captions }, headers) =>
      given(c, captions === null ? null : Buffer.from(captions), "text/vtt; charset=utf-8", {
        ...headers,
        "Cache-Control": "no-cache",
      }),
    ({ captions }) => `vtt-${captions?.length}-${captions?.slice(-40).length}`,
  );
}
