import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { contentToDeliver } from "#newsroom";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readMadeFile } from "#platform/files/files.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { delivery } from "../tables.ts";
import { picturesToSend } from "./chosen-pictures.ts";
import { cutKey, jpegOf } from "./cut-picture.ts";

/** What every network takes. */
const MOST = { bytes: 2_000_000, side: 2048 };

/**
 * Pictures cut for a channel at /channel-pictures/<delivery>/<key>.jpg: to people of the agency who see the text, and
 * to the network that fetches them once the text is public and a second person agreed.
 */
export function serveCuts(app: Hono, database: Database): void {
  app.get("/channel-pictures/:id{[0-9a-f-]{36}}/:key{[0-9a-f]{12}\\.jpg}", async (c) => {
    const [row] = await database
      .select()
      .from(delivery)
      .where(eq(delivery.id, c.req.param("id")));
    if (!row) return c.notFound();
    const { agencyId, itemId } = row;
    const actor = await actorOf(database, c.req.raw.headers);
    const isOwn = actor?.agencyId === agencyId && deliveryPolicy.hindrance(actor, "read", row) === null;
    const seen = isOwn
      ? (await contentToDeliver(database, actor, [itemId])).get(itemId)
      : (await contentToDeliver(database, { agencyId }, [itemId])).get(itemId);
    const isPublic = seen?.state === "published" && row.ownPicturesApprovedBy !== null;
    if (!seen || !(isOwn || isPublic)) return c.notFound();
    const key = c.req.param("key").replace(".jpg", "");
    const found = picturesToSend(seen, row.ownPictures).find(
      ({ media, cut }) => cut !== null && cutKey(media.id, cut) === key,
    );
    if (!found) return c.notFound();
    const bytes = await readMadeFile(`${found.media.id}-channel-${key}`, () =>
      jpegOf(found.media.id, found.cut, MOST),
    );
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "image/jpeg",
      "Content-Length": String(bytes.length),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": isPublic ? "public, max-age=600, must-revalidate" : "private, no-store",
    });
  });
}
