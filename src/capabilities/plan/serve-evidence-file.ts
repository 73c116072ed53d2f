import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { isPicture } from "#platform/files/usable-file.ts";
import { planPolicy } from "./policy.ts";
import { evidenceFile } from "./tables.ts";

/**
 * Files of proofs at /evidence-files/<id>, for people of the agency only. A picture (which was written anew) is shown;
 * everything else is handed over as a download and never rendered.
 */
export function evidenceFileRoutes(app: Hono, database: Database): void {
  app.get("/evidence-files/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    const [file] = await database
      .select()
      .from(evidenceFile)
      .where(eq(evidenceFile.id, c.req.param("id")));
    if (!actor || !file || file.agencyId !== actor.agencyId || planPolicy.hindrance(actor, "read", file))
      return c.notFound();
    const bytes = await readFile(file.id);
    if (!bytes) return c.notFound();
    const shown = isPicture(file.contentType) ? "inline" : "attachment";
    const bare = file.fileName.replace(/[^A-Za-z0-9._-]/g, "_");
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": file.contentType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `${shown}; filename="${bare}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
