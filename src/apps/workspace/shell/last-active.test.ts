import { expect, test } from "vitest";
import { idleState } from "./last-active.ts";

const MINUTE = 60_000;

test("an unused session warns two minutes before the server's limit, then is over", () => {
  expect(idleState(0, 27 * MINUTE, 30)).toEqual({ phase: "active" });
  expect(idleState(0, 28 * MINUTE, 30)).toEqual({ phase: "warned", secondsLeft: 120 });
  expect(idleState(0, 29.5 * MINUTE, 30)).toEqual({ phase: "warned", secondsLeft: 30 });
  expect(idleState(0, 30 * MINUTE, 30)).toEqual({ phase: "over" });
});
