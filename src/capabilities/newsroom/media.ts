import { and, eq, or, sql } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { contentItem, contentRevision, mediaAsset } from "./tables.ts";

/** True when the picture stands in a text that the public may read. */
async function isPublic(database: Database, id: string): Promise<boolean> {
  const [found] = await database
    .select({ id: contentItem.id })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(
      and(
        sql`${contentItem.state} in ('published', 'withdrawn')`,
        or(eq(contentRevision.imageId, id), sql`${contentRevision.body}::text like ${`%/media/${id}%`}`),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** Serves pictures at /media/<id>: to everybody when they are published, to the agency's own people before. */
export function mediaRoutes(app: Hono, database: Database): void {
  app.get("/media/:id{[0-9a-f-]{36}}", async (c) => {
    const id = c.req.param("id");
    const [asset] = await database.select().from(mediaAsset).where(eq(mediaAsset.id, id));
    if (!asset) return c.notFound();
    const open = await isPublic(database, id);
    if (!open && (await actorOf(database, c.req.raw.headers))?.agencyId !== asset.agencyId)
      return c.notFound();
    const bytes = await readFile(id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": asset.contentType,
      "Content-Length": String(bytes.length),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'",
      "Cache-Control": open ? "public, max-age=86400" : "private, no-store",
    });
  });
}
