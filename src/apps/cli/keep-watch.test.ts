import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "#platform/database/database.ts";
import { keepWatch } from "./keep-watch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("each capability looks every minute, whatever happens to another, and not after the stop", async () => {
  const [database, faults] = [{} as Database, [] as unknown[]];
  const looks: Database[] = [];
  const stop = keepWatch(
    database,
    [
      { capability: "một", watch: () => Promise.reject(new Error("hỏng")) },
      { capability: "hai" },
      {
        capability: "ba",
        watch: async (given) => {
          looks.push(given);
        },
      },
    ],
    (error) => faults.push(error),
  );
  await vi.advanceTimersByTimeAsync(180_000);
  expect(looks).toEqual([database, database, database]);
  expect(faults).toHaveLength(3);
  await stop();
  await vi.advanceTimersByTimeAsync(180_000);
  expect(looks).toHaveLength(3);
});
