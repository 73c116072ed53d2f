import type { Database } from "#platform/database/database.ts";
import type { Plug } from "#platform/work/plug.ts";

const EACH_MINUTE = 60_000;

/**
 * Lets every capability look once a minute whether its background work is done; for processes that serve people,
 * which notice when the one that works is down. Gives what stops it, once a look that is under way has ended.
 */
export function keepWatch(
  database: Database,
  plugs: Plug[],
  report: (error: unknown) => void,
): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve();
  let idle = true;
  const look = async () => {
    for (const { watch } of plugs) {
      try {
        await watch?.(database);
      } catch (error) {
        report(error);
      }
    }
    idle = true;
  };
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    looking = look();
  }, EACH_MINUTE);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
