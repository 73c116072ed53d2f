import { createHash, randomBytes } from "node:crypto";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { type Station, stationOf } from "./register-queries.ts";
import type { KeySort, MadeKeySort } from "./station.ts";
import { loudspeakerKey, loudspeakerStation } from "./tables.ts";

/** Two at once, so that one is put in before the other is taken out. */
const MOST = 2;

const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Whether the actor may let the station in by one more of a sort; its row is held until the transaction ends. */
export async function demandRoomForKey(
  { tx, actor }: Work,
  { id, sort }: { id: string; sort: KeySort },
): Promise<void> {
  loudspeakerPolicy.permit(actor, "letIn", await stationOf(tx, actor.agencyId, id));
  await tx.select().from(loudspeakerStation).where(eq(loudspeakerStation.id, id)).for("update");
  const [held] = await tx
    .select({ held: count() })
    .from(loudspeakerKey)
    .where(
      and(eq(loudspeakerKey.stationId, id), eq(loudspeakerKey.sort, sort), isNull(loudspeakerKey.revokedAt)),
    );
  if ((held?.held ?? 0) >= MOST)
    throw new Conflict("Đài đã có hai mã đang dùng; hãy thu hồi mã cũ trước khi tạo mã mới.");
}

/** Makes what lets a station in. Told this once: only its hash is kept. */
export async function makeStationKey(
  work: Work,
  { id, sort }: { id: string; sort: MadeKeySort },
): Promise<string> {
  const { actor, tx, at } = work;
  const { agencyId, personId } = actor;
  await demandRoomForKey(work, { id, sort });
  const key = randomBytes(32).toString("base64url");
  const keyId = uuidv7();
  await tx.insert(loudspeakerKey).values({
    ...{ id: keyId, agencyId, stationId: id, sort },
    ...{ hash: hashOf(key), ending: key.slice(-4), madeBy: personId, madeAt: at },
  });
  await work.record({
    act: "make-station-key",
    objectKind: "loudspeaker-station",
    objectId: id,
    after: { keyId, sort },
  });
  return key;
}

/** From now on it lets nobody in. */
export async function revokeStationKey(work: Work, { keyId }: { keyId: string }): Promise<void> {
  const { tx, actor, at } = work;
  loudspeakerPolicy.permit(actor, "letIn", { agencyId: actor.agencyId });
  const [revoked] = await tx
    .update(loudspeakerKey)
    .set({ revokedAt: at, revokedBy: actor.personId })
    .where(
      and(
        eq(loudspeakerKey.agencyId, actor.agencyId),
        eq(loudspeakerKey.id, keyId),
        isNull(loudspeakerKey.revokedAt),
      ),
    )
    .returning();
  if (!revoked) throw new NotFound("Không có mã này, hoặc mã đã được thu hồi.");
  await work.record({
    act: "revoke-station-key",
    objectKind: "loudspeaker-station",
    objectId: revoked.stationId,
    after: { keyId, sort: revoked.sort },
  });
}

/** Whom a key or a certificate, by its SHA-256, lets in; "revoked": it did once. */
export async function stationByKey(
  q: Queryable,
  sort: KeySort,
  key: string,
  now: Date,
): Promise<{ station: Station; keyId: string } | "revoked" | null> {
  const [found] = await q
    .select({ key: loudspeakerKey, station: loudspeakerStation })
    .from(loudspeakerKey)
    .innerJoin(loudspeakerStation, eq(loudspeakerStation.id, loudspeakerKey.stationId))
    .where(
      and(eq(loudspeakerKey.hash, sort === "certificate" ? key : hashOf(key)), eq(loudspeakerKey.sort, sort)),
    )
    .orderBy(sql`${loudspeakerKey.revokedAt} nulls first`)
    .limit(1);
  if (!found) return null;
  if (found.key.revokedAt !== null || found.station.isClosed) return "revoked";
  const last = found.key.usedAt?.getTime() ?? 0;
  // Who asks each minute is not written down each minute.
  if (now.getTime() - last > 300_000)
    await q.update(loudspeakerKey).set({ usedAt: now }).where(eq(loudspeakerKey.id, found.key.id));
  return { station: found.station, keyId: found.key.id };
}
