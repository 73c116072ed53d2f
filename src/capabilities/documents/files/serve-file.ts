import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { streamedFile } from "#platform/files/files.ts";
import { documentPolicy } from "../policy.ts";
import { fileById } from "./file-queries.ts";

/**
 * Files of documents at /document-files/<id>, byte for byte, as a download that nothing renders within the site: to
 * everybody while the document is public, to the agency's people before and after.
 */
export function serveDocumentFiles(app: Hono, database: Database): void {
  app.get("/document-files/:id{[0-9a-f-]{36}}", async (c) => {
    const found = await fileById(database, c.req.param("id"));
    if (!found) return c.notFound();
    if (!found.isPublic) {
      const actor = await actorOf(database, c.req.raw.headers);
      if (!actor || actor.agencyId !== found.agencyId || documentPolicy.hindrance(actor, "read", found))
        return c.notFound();
    }
    const file = await streamedFile(found.id);
    if (!file) return c.notFound();
    const etag = `"${found.sha256}"`;
    const bare = found.fileName.replace(/[^A-Za-z0-9._-]/gu, "_");
    const headers = {
      "Content-Type": found.contentType,
      "Content-Disposition": `attachment; filename="${bare}"; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": found.isPublic ? "public, no-cache" : "private, no-cache",
      ETag: etag,
    };
    if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers);
    return c.body(file.read(0, file.bytes - 1), 200, { ...headers, "Content-Length": String(file.bytes) });
  });
}
