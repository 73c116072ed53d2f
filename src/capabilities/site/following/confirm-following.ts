import { and, eq, sql } from "drizzle-orm";
import { openPersonal, sealPersonal } from "#platform/config/own-secret.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { followRequest, readerSubscription } from "../tables.ts";
import { hashOfToken } from "./reader-address.ts";

type FollowRequest = typeof followRequest.$inferSelect;

/** What stands behind the link of a confirmation; "open": it waits for the button. */
export async function requestOfToken(
  q: Queryable,
  agencyId: string,
  token: string,
  now: Date,
): Promise<{ request: FollowRequest; end: "open" | "confirmed" | "expired" } | null> {
  const [request] = await q
    .select()
    .from(followRequest)
    .where(and(eq(followRequest.agencyId, agencyId), eq(followRequest.tokenHash, hashOfToken(token))))
    .for("update");
  if (!request) return null;
  const end = request.confirmedAt ? "confirmed" : request.expiresAt <= now ? "expired" : "open";
  return { request, end };
}

/** The owner of the address follows the topics from now on; what was followed before takes the new pace. Once. */
export async function confirmFollowing(
  database: Database,
  agencyId: string,
  token: string,
  at = new Date(),
): Promise<boolean> {
  return work(
    database,
    systemActor(agencyId, "Người đọc trên cổng"),
    async ({ tx }) => {
      const found = await requestOfToken(tx, agencyId, token, at);
      if (found?.end !== "open") return found?.end === "confirmed";
      const { id, addressHash, addressSealed, topics, pace } = found.request;
      const [, address] = (await openPersonal(addressSealed!)).split(" ");
      for (const topic of topics)
        await tx
          .insert(readerSubscription)
          .values({
            ...{ id: uuidv7(), agencyId, addressHash, topic, pace },
            addressSealed: await sealPersonal(address!),
            confirmedAt: at,
          })
          .onConflictDoUpdate({
            target: [readerSubscription.agencyId, readerSubscription.addressHash, readerSubscription.topic],
            targetWhere: sql`ended_at is null`,
            set: { pace },
          });
      await tx
        .update(followRequest)
        .set({ confirmedAt: at, addressSealed: null })
        .where(eq(followRequest.id, id));
      return true;
    },
    { at },
  );
}
