import { and, eq } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { isPicture } from "#platform/files/usable-file.ts";
import { procedurePolicy } from "../policy.ts";
import { postingProof } from "../tables.ts";

/** Pictures and files that show where a procedure stood, at /posting-files/<id of the proof>, for people of the agency. */
export function servePostingFiles(app: Hono, database: Database): void {
  app.get("/posting-files/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    if (!actor || procedurePolicy.hindrance(actor, "read", { agencyId: actor.agencyId })) return c.notFound();
    const [proof] = await database
      .select()
      .from(postingProof)
      .where(and(eq(postingProof.id, c.req.param("id")), eq(postingProof.agencyId, actor.agencyId)));
    const bytes = proof?.fileId && (await readFile(proof.fileId));
    if (!proof || !bytes) return c.notFound();
    const kind = isPicture(proof.contentType!) ? "inline" : "attachment";
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": proof.contentType!,
      "Content-Disposition": `${kind}; filename*=UTF-8''${encodeURIComponent(proof.fileName!)}`,
      "Content-Length": String(bytes.length),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
