import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { type Config, readConfig } from "#platform/config/config.ts";
import { openText, sealText } from "#platform/config/seal.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { type Credentials, NotConnected } from "../connectors/connector.ts";
import { channelCredential } from "../tables.ts";

let settings: Config | null = null;

/** Takes the settings over; called once when the process starts. */
export function sealWith(config: Config): void {
  settings = config;
}

const secretFile = (): string => {
  settings ??= readConfig(process.env);
  return settings.secretFile;
};

/** By which links that we give out are signed. */
export const signingKey = (): string => readSecrets(secretFile()).auth;

/** Sealed with a key that is not in the database. */
export const seal = (secret: unknown): Promise<string> => sealText(secretFile(), JSON.stringify(secret));

export const openSealed = async (sealed: string): Promise<unknown> =>
  JSON.parse(await openText(secretFile(), sealed));

type Kept = typeof channelCredential.$inferSelect;

/** Longer than a network is waited for, asked twice; a process that died renewing hinders nobody after it. */
const LEASE_SECONDS = 180;
const LOOK_AGAIN_MS = 200;

async function kept(database: Database, accountId: string): Promise<Kept> {
  const [row] = await database
    .select()
    .from(channelCredential)
    .where(eq(channelCredential.accountId, accountId));
  if (!row) throw new NotConnected();
  return row;
}

/** Waits until nobody else renews, or who did is no more; by the clock of the database, whichever process asks. */
async function takeLease(database: Database, accountId: string, lease: string): Promise<Kept> {
  for (;;) {
    const [taken] = await database
      .update(channelCredential)
      .set({
        renewedBy: lease,
        renewedUntil: sql`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`,
      })
      .where(
        and(
          eq(channelCredential.accountId, accountId),
          or(isNull(channelCredential.renewedBy), lt(channelCredential.renewedUntil, sql`clock_timestamp()`)),
        ),
      )
      .returning();
    if (taken) return taken;
    await kept(database, accountId);
    await new Promise((next) => setTimeout(next, LOOK_AGAIN_MS));
  }
}

/** Puts what came in place of what it was renewed from; false: another stands there by now. */
async function replace(database: Database, before: Kept, next: unknown): Promise<boolean> {
  const sealed = await seal(next);
  return work(database, systemActor(before.agencyId, "Đăng kênh"), async ({ tx, at, record }) => {
    const [renewed] = await tx
      .update(channelCredential)
      .set({ sealed, savedAt: at, isDead: false, why: null })
      .where(
        and(eq(channelCredential.accountId, before.accountId), eq(channelCredential.sealed, before.sealed)),
      )
      .returning({ id: channelCredential.accountId });
    if (renewed)
      await record({ act: "renew-credential", objectKind: "channel-account", objectId: before.accountId });
    return renewed !== undefined;
  });
}

/**
 * What a connector is let in by. It is renewed by one at a time per account, whichever process does it, under a lease
 * that ends by itself; no transaction is held while the network answers, and what came is committed before anybody
 * uses it. What was renewed meanwhile by another counts.
 */
export function credentialsOf(database: Database, accountId: string): Credentials<unknown> {
  return {
    read: async () => openSealed((await kept(database, accountId)).sealed),
    rotate: async (refresh) => {
      const lease = uuidv7();
      const before = await takeLease(database, accountId, lease);
      try {
        const next = await refresh(await openSealed(before.sealed));
        if (await replace(database, before, next)) return next;
      } catch (error) {
        // Who came later may have spent what was shown here: then theirs is good.
        const newest = await kept(database, accountId);
        if (newest.sealed === before.sealed) throw error;
      } finally {
        await database
          .update(channelCredential)
          .set({ renewedBy: null, renewedUntil: null })
          .where(and(eq(channelCredential.accountId, accountId), eq(channelCredential.renewedBy, lease)));
      }
      return openSealed((await kept(database, accountId)).sealed);
    },
  };
}
