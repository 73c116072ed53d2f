import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetDocument } from "../tables.ts";

/** Files of the budget at /budget-files/<id>, for people of the agency who may see its money; handed over, never rendered. */
export function documentRoutes(app: Hono, database: Database): void {
  app.get("/budget-files/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    const [file] = await database
      .select()
      .from(budgetDocument)
      .where(eq(budgetDocument.id, c.req.param("id")));
    if (!actor || !file || budgetPolicy.hindrance(actor, "read", file)) return c.notFound();
    const bytes = await readFile(file.id);
    if (!bytes) return c.notFound();
    const bare = file.fileName.replace(/[^A-Za-z0-9._-]/g, "_");
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": file.contentType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="${bare}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
