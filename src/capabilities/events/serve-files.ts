import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { mediaBytes } from "#newsroom";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { isPublic } from "./event.ts";
import { photosOf } from "./holding/show-photos.ts";
import { event, eventMaterial, eventPhoto } from "./tables.ts";

const kept = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/**
 * Files handed out at events, at /su-kien-tep/<id>, as downloads; pictures of events that took place, at
 * /su-kien-anh/<event>/<picture>, only while their rights and consents stand. Drafts are for people of the agency.
 */
export function serveEventFiles(app: Hono, database: Database): void {
  app.get("/su-kien-tep/:id{[0-9a-f-]{36}}", async (c) => {
    const [found] = await database
      .select({ material: eventMaterial, row: event })
      .from(eventMaterial)
      .innerJoin(event, eq(event.id, eventMaterial.eventId))
      .where(eq(eventMaterial.id, c.req.param("id")));
    if (!found?.material.fileName) return c.notFound();
    const open = isPublic(found.row);
    if (!open && (await actorOf(database, c.req.raw.headers))?.agencyId !== found.row.agencyId)
      return c.notFound();
    const bytes = await readFile(found.material.id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      ...kept,
      "Content-Type": found.material.contentType!,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.material.fileName)}`,
      "Cache-Control": open ? "public, max-age=300" : "private, no-store",
    });
  });
  app.get("/su-kien-anh/:event{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}", async (c) => {
    const [found] = await database
      .select({ agencyId: eventPhoto.agencyId, state: event.state })
      .from(eventPhoto)
      .innerJoin(event, eq(event.id, eventPhoto.eventId))
      .where(eq(eventPhoto.eventId, c.req.param("event")))
      .limit(1);
    if (found?.state !== "held") return c.notFound();
    const photo = (await photosOf(database, found.agencyId, c.req.param("event"))).find(
      ({ id }) => id === c.req.param("id"),
    );
    const bytes = photo && photo.issues.length === 0 ? await mediaBytes(photo.id) : null;
    if (!photo || !bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      ...kept,
      "Content-Type": photo.contentType,
      "Cache-Control": "public, max-age=300",
    });
  });
}
