import type { Context } from "hono";
import { streamSSE } from "hono/streaming";

const LOOK_MS = 1000;
/** Lines that say nothing keep what lies between from closing a quiet connection. */
const QUIET_MS = 15_000;
/** So often it is asked whether the key still lets in. */
const KEY_MS = 60_000;

/**
 * Tells of what is urgent as soon as it is, for as long as a station listens: the objects of the long poll, each under its
 * cursor, so that one that comes back is told only what it missed.
 */
export const streamUrgent = (
  c: Context,
  {
    since,
    look,
    isLetIn,
    ended,
  }: {
    since: string | undefined;
    look: () => Promise<{ cursor: string; items: unknown[]; cancelled: string[] }>;
    isLetIn: () => Promise<boolean>;
    ended: () => void;
  },
): Response =>
  streamSSE(c, async (stream) => {
    let known = since;
    let [spoken, asked] = [Date.now(), Date.now()];
    try {
      while (!stream.aborted && !stream.closed) {
        if (Date.now() - asked > KEY_MS) {
          if (!(await isLetIn())) return;
          asked = Date.now();
        }
        const told = await look();
        if (told.cursor !== known) {
          await stream.writeSSE({ id: told.cursor, data: JSON.stringify(told) });
          [known, spoken] = [told.cursor, Date.now()];
        } else if (Date.now() - spoken > QUIET_MS) {
          await stream.write(": \n\n");
          spoken = Date.now();
        }
        await stream.sleep(LOOK_MS);
      }
    } catch {
      // The stream ends and the station comes back with its cursor; what failed is not for it to read.
    } finally {
      ended();
    }
  });
