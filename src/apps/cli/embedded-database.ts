import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { Config } from "#platform/config/config.ts";
import type { Secrets } from "#platform/config/secrets.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#platform/database/embedded-postgres.ts";

/** The embedded server and the hold on it; null: another process holds it. */
export interface HeldDatabase {
  embedded: EmbeddedPostgres;
  instance: pg.Client | null;
}

/** A server that ends more often than this within the span has a fault that starting it again does not mend. */
const MOST_ENDS = 5;
const SPAN_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 200;

/**
 * Held as long as this process uses the embedded server; freed by the server itself when the process is killed.
 * Null when another process holds it; "gone" when that process took the server down meanwhile.
 */
async function takeInstance(ownerUrl: string): Promise<pg.Client | null | "gone"> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: `gandan instance ${process.pid}`,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    // A process killed a moment ago may still be seen as connected: look again for a second.
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { rows } = await client.query(
        "select pg_try_advisory_lock(hashtext('gandan.instance')) as taken",
      );
      if (rows[0].taken) return client;
      await delay(100);
    }
  } catch {
    return "gone";
  }
  await client.end();
  return null;
}

/** The embedded server and the hold on it; begun again when a stopping process took the server down under us. */
export async function openEmbedded(config: Config, secrets: Secrets): Promise<HeldDatabase> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const embedded = await startEmbeddedPostgres(config.dataDirectory, secrets);
    const instance = await takeInstance(embedded.url("owner"));
    if (instance !== "gone") return { embedded, instance };
  }
  throw new Error("Máy chủ PostgreSQL liên tục bị dừng khi đang mở; hãy thử lại.");
}

export interface KeptDatabase {
  /** Resolves with what to tell when the server cannot be brought back; never while it is kept. */
  lost: Promise<string>;
  /** Lets go of the server and stops it. */
  close: () => Promise<void>;
}

/**
 * Keeps the embedded server up for as long as this process serves: whoever ends it from outside, the machine that ran
 * out of memory most of all, is answered by starting it again. `tell` hears one line each time.
 */
export function keepEmbedded(
  first: HeldDatabase & { instance: pg.Client },
  open: () => Promise<HeldDatabase>,
  tell: (line: string) => void,
): KeptDatabase {
  let held: HeldDatabase | null = first;
  let closing = false;
  let reviving: Promise<void> = Promise.resolve();
  const ends: number[] = [];
  const { promise: lost, resolve: giveUp } = Promise.withResolvers<string>();

  const revive = async (): Promise<void> => {
    held = null;
    const now = Date.now();
    ends.push(now);
    const lately = ends.filter((at) => now - at < SPAN_MS).length;
    if (lately > MOST_ENDS) return giveUp(`Máy chủ PostgreSQL bị dừng ${lately} lần trong 10 phút.`);
    await delay(FIRST_PAUSE_MS * 2 ** (lately - 1));
    if (closing) return;
    try {
      const next = await open();
      if (next.instance === null) return giveUp("Một Gần Dân khác đã nhận lấy cơ sở dữ liệu.");
      held = next;
      watch(next.instance);
      tell(
        next.embedded.adopted
          ? "Mất kết nối tới máy chủ PostgreSQL; đã nối lại."
          : "Máy chủ PostgreSQL bị dừng từ bên ngoài; đã mở lại, dữ liệu đã ghi còn nguyên.",
      );
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error));
    }
  };
  const watch = (instance: pg.Client) =>
    instance.once("end", () => {
      if (!closing) reviving = revive();
    });
  watch(first.instance);

  return {
    lost,
    close: async () => {
      closing = true;
      await reviving;
      await held?.instance?.end();
      await held?.embedded.stop();
    },
  };
}
