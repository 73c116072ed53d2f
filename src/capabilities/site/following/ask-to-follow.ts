import { randomBytes } from "node:crypto";
import { and, count, eq, gte } from "drizzle-orm";
import { queueSealedMail } from "#organization";
import { sealPersonal } from "#platform/config/own-secret.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { followRequest } from "../tables.ts";
import { CONFIRM_HOURS, type Pace } from "./following.ts";
import { hashOfAddress, hashOfToken } from "./reader-address.ts";

/** So often within a day one address is asked to confirm; nobody can be flooded through us. */
const MOST_A_DAY = 3;

export interface AskedToFollow {
  /** Made by the form: sent again it asks for nothing more. */
  id: string;
  agencyId: string;
  address: string;
  topics: string[];
  pace: Pace;
}

/**
 * Asks the owner of an address to confirm; whoever sends the form learns nothing of what that address follows. Nothing
 * is written to an address that was asked often enough today.
 */
export async function askToFollow(
  database: Database,
  { id, agencyId, address, topics, pace }: AskedToFollow,
  at = new Date(),
): Promise<void> {
  const addressHash = hashOfAddress(address);
  const token = randomBytes(32).toString("base64url");
  const addressSealed = await sealPersonal(`${token} ${address.trim()}`);
  await work(
    database,
    systemActor(agencyId, "Người đọc trên cổng"),
    async ({ tx }) => {
      const since = new Date(at.getTime() - 24 * 3_600_000);
      const [asked] = await tx
        .select({ n: count() })
        .from(followRequest)
        .where(
          and(
            eq(followRequest.agencyId, agencyId),
            eq(followRequest.addressHash, addressHash),
            gte(followRequest.askedAt, since),
          ),
        );
      if (asked!.n >= MOST_A_DAY) return;
      const expiresAt = new Date(at.getTime() + CONFIRM_HOURS * 3_600_000);
      const made = await tx
        .insert(followRequest)
        .values({
          ...{ id, agencyId, addressHash, addressSealed, topics, pace },
          tokenHash: hashOfToken(token),
          askedAt: at,
          expiresAt,
        })
        .onConflictDoNothing()
        .returning({ id: followRequest.id });
      if (made.length === 0) return;
      const mailId = await queueSealedMail(tx, { agencyId, subject: "Xác nhận nhận tin qua thư" });
      await tx.update(followRequest).set({ mailId }).where(eq(followRequest.id, id));
    },
    { at },
  );
}
