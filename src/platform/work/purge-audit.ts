import pg from "pg";
import { recordEverywhere } from "./record-everywhere.ts";

/** The last seal of what was taken out. */
export interface Checkpoint {
  position: number;
  /** In hexadecimal. */
  hash: string;
  entries: number;
}

/**
 * Takes the oldest part of the audit out, and writes down in the audit of every agency who did so and the last seal of
 * that part. Null: nothing is that old. `ownerUrl`: as the owner of the tables.
 */
export async function purgeAudit(
  ownerUrl: string,
  { before, reason }: { before: Date; reason: string },
): Promise<Checkpoint | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const {
      rows: [made],
    } = await client.query<{ position: string; hash: string; entries: string }>(
      "select position, encode(hash, 'hex') as hash, entries from purge_audit($1)",
      [before],
    );
    const checkpoint = made && {
      position: Number(made.position),
      hash: made.hash,
      entries: Number(made.entries),
    };
    if (checkpoint) {
      await recordEverywhere(client, {
        act: "purge-audit",
        after: { ...checkpoint, until: before.toISOString() },
        reason,
      });
    }
    await client.query("commit");
    return checkpoint ?? null;
  } finally {
    await client.end();
  }
}
