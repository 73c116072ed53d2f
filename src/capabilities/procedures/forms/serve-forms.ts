import { and, desc, eq, isNull } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf, portalBase } from "#organization";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { streamedFile } from "#platform/files/files.ts";
import { procedurePolicy } from "../policy.ts";
import { procedurePath } from "../procedure-code.ts";
import { procedureById } from "../procedure-queries.ts";
import { standsOn } from "../procedure-state.ts";
import { procedure, procedureFormFile, procedureVersionForm } from "../tables.ts";

/** Whose version named the file last, and whether that is the one that holds. */
async function holderOf(database: Database, fileId: string) {
  const holders = await database
    .select({
      id: procedure.id,
      code: procedure.code,
      state: procedure.state,
      repealedOn: procedure.repealedOn,
      current: procedure.currentVersion,
      version: procedureVersionForm.version,
    })
    .from(procedureVersionForm)
    .innerJoin(procedure, eq(procedure.id, procedureVersionForm.procedureId))
    .where(and(eq(procedureVersionForm.fileId, fileId), isNull(procedure.takenBackAt)))
    .orderBy(desc(procedureVersionForm.version));
  const day = today().toString();
  const holds = holders.find((one) => standsOn(one, day) && one.current === one.version);
  return { isPublic: holds !== undefined, last: holds ?? holders[0] ?? null };
}

/**
 * Files of forms at /procedure-forms/<id>, byte for byte, as a download that nothing renders within the site: to everybody
 * while a version that holds names them, to the agency's people before and after. Who comes for one that was replaced is
 * led to the procedure, where the new one stands.
 */
export function serveForms(app: Hono, database: Database): void {
  app.get("/procedure-forms/:id{[0-9a-f-]{36}}", async (c) => {
    const [found] = await database
      .select()
      .from(procedureFormFile)
      .where(eq(procedureFormFile.id, c.req.param("id")));
    if (!found) return c.notFound();
    const { isPublic, last } = await holderOf(database, found.id);
    if (!isPublic) {
      const actor = await actorOf(database, c.req.raw.headers);
      const isOwn =
        actor?.agencyId === found.agencyId &&
        !procedurePolicy.hindrance(actor, "read", { agencyId: found.agencyId });
      if (!isOwn) {
        const one = last && (await procedureById(database, found.agencyId, last.id));
        if (!one) return c.notFound();
        const path = procedurePath({ code: one.procedure.code, name: one.version.name });
        return c.redirect((await portalBase(database, found.agencyId)) + path, 302);
      }
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
      "Cache-Control": isPublic ? "public, no-cache" : "private, no-cache",
      ETag: etag,
    };
    if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers);
    return c.body(file.read(0, file.bytes - 1), 200, { ...headers, "Content-Length": String(file.bytes) });
  });
}
