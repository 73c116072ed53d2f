import { and, eq } from "drizzle-orm";
import type { Hono } from "hono";
import { contentToDeliver } from "#newsroom";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { pressPickup, pressPickupProof } from "../../tables.ts";
import { pickupPolicy } from "./policy.ts";

/** Pictures of pick-ups at /press-pickup-proofs/<id>, for people of the agency who see the text; written anew when they came in. */
export function servePickupProofs(app: Hono, database: Database): void {
  app.get("/press-pickup-proofs/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    if (!actor || pickupPolicy.hindrance(actor, "read", { agencyId: actor.agencyId })) return c.notFound();
    const [found] = await database
      .select({ proof: pressPickupProof, itemId: pressPickup.itemId })
      .from(pressPickupProof)
      .innerJoin(pressPickup, eq(pressPickup.id, pressPickupProof.pickupId))
      .where(and(eq(pressPickupProof.id, c.req.param("id")), eq(pressPickupProof.agencyId, actor.agencyId)));
    if (!found || !(await contentToDeliver(database, actor, [found.itemId])).has(found.itemId))
      return c.notFound();
    const bytes = await readFile(found.proof.id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": found.proof.contentType,
      "Content-Length": String(bytes.length),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
