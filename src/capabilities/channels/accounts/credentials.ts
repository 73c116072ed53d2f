import { eq } from "drizzle-orm";
import { type Config, readConfig } from "#platform/config/config.ts";
import { openText, sealText } from "#platform/config/seal.ts";
import type { Database } from "#platform/database/database.ts";
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

/** Sealed with a key that is not in the database. */
export const seal = (secret: unknown): Promise<string> => sealText(secretFile(), JSON.stringify(secret));

const open = async (sealed: string): Promise<unknown> => JSON.parse(await openText(secretFile(), sealed));

/** What a connector is let in by; rotated one at a time per account, whichever process does it. */
export function credentialsOf(database: Database, accountId: string): Credentials<unknown> {
  return {
    read: async () => {
      const [row] = await database
        .select()
        .from(channelCredential)
        .where(eq(channelCredential.accountId, accountId));
      if (!row) throw new NotConnected();
      return open(row.sealed);
    },
    rotate: (refresh) =>
      database.transaction(async (tx) => {
        const [row] = await tx
          .select()
          .from(channelCredential)
          .where(eq(channelCredential.accountId, accountId))
          .for("update");
        if (!row) throw new NotConnected();
        const next = await refresh(await open(row.sealed));
        await tx
          .update(channelCredential)
          .set({ sealed: await seal(next), savedAt: new Date(), isDead: false, why: null })
          .where(eq(channelCredential.accountId, accountId));
        return next;
      }),
  };
}
