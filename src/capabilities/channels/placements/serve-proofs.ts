import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placementProof } from "../tables.ts";

/** Pictures of posts at /placement-proofs/<id>, for people of the agency only; they were written anew when they came in. */
export function serveProofs(app: Hono, database: Database): void {
  app.get("/placement-proofs/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    const [proof] = await database
      .select()
      .from(placementProof)
      .where(eq(placementProof.id, c.req.param("id")));
    if (!actor || !proof || proof.agencyId !== actor.agencyId) return c.notFound();
    if (deliveryPolicy.hindrance(actor, "read", proof)) return c.notFound();
    const bytes = await readFile(proof.id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": proof.contentType,
      "Content-Length": String(bytes.length),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
