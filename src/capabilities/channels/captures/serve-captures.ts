import { and, eq } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placementCapture } from "../tables.ts";

/** Kept pages at /placement-captures/<id>, for people of the agency only: to keep as a file, never opened as a page. */
export function serveCaptures(app: Hono, database: Database): void {
  app.get("/placement-captures/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    const [capture] = await database
      .select()
      .from(placementCapture)
      .where(and(eq(placementCapture.id, c.req.param("id")), eq(placementCapture.state, "taken")));
    if (!actor || !capture || capture.agencyId !== actor.agencyId) return c.notFound();
    if (deliveryPolicy.hindrance(actor, "read", { agencyId: capture.agencyId })) return c.notFound();
    const bytes = await readFile(capture.id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "application/warc",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="trang-da-luu-${capture.id}.warc.gz"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
