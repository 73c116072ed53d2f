import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { pressEnquiryFile } from "../../tables.ts";
import { enquiryPolicy } from "./policy.ts";

/** Files of enquiries at /press-enquiry-files/<id>, for people of the agency who may read the log; downloaded only. */
export function serveEnquiryFiles(app: Hono, database: Database): void {
  app.get("/press-enquiry-files/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    const [file] = await database
      .select()
      .from(pressEnquiryFile)
      .where(eq(pressEnquiryFile.id, c.req.param("id")));
    if (!actor || !file || file.agencyId !== actor.agencyId) return c.notFound();
    if (enquiryPolicy.hindrance(actor, "read", { agencyId: file.agencyId })) return c.notFound();
    const bytes = await readFile(file.id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": file.contentType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
