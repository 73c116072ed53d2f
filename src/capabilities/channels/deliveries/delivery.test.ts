import { expect, test } from "vitest";
import { deadlineOf, deliveryMoves, deliveryStates, nextTry, stateAfter } from "./delivery.ts";

test("the states of a delivery: every move from every state", () => {
  const reached = Object.fromEntries(
    deliveryStates.map((state) => [
      state,
      (Object.keys(deliveryMoves) as (keyof typeof deliveryMoves)[])
        .flatMap((move) => {
          const after = stateAfter(move, state);
          return after ? [`${move} → ${after}`] : [];
        })
        .join(", "),
    ]),
  );
  expect(reached).toEqual({
    pending: "take → submitting, withdraw → withdrawn",
    submitting:
      "accept → submitted, place → placed, fail → failed, holdBack → pending, refuse → refused, doubt → unknown",
    submitted:
      "accept → submitted, place → placed, fail → failed, refuse → refused, doubt → unknown, withdraw → withdrawn",
    placed: "sendOn → pending, withdraw → withdrawn",
    refused: "tryAgain → pending, withdraw → withdrawn",
    failed: "take → submitting, refuse → refused, tryAgain → pending, withdraw → withdrawn",
    unknown: "place → placed, fail → failed, refuse → refused, doubt → unknown, tryAgain → pending",
    withdrawn: "",
  });
});

test("it is tried again later and later, a fifth more or less, and never before the network allows", () => {
  const now = new Date("2026-11-29T08:00:00+07:00");
  const seconds = (attempts: number, atLeast = 0, random = 0.5) =>
    (nextTry(now, attempts, atLeast, () => random).getTime() - now.getTime()) / 1000;
  expect([1, 2, 3, 4, 5, 6, 60].map((attempts) => seconds(attempts))).toEqual([
    2, 8, 30, 120, 600, 1800, 1800,
  ]);
  expect(seconds(3, 0, 0)).toBeCloseTo(24);
  expect(seconds(3, 0, 1)).toBeCloseTo(36);
  expect(seconds(1, 3600)).toBe(3600);
  expect(deadlineOf(now)).toEqual(new Date("2026-11-30T08:00:00+07:00"));
});
