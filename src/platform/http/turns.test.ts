import { expect, test } from "vitest";
import { turns } from "./turns.ts";

/** A clock that work moves on, and turns that the test ends. */
function machine(waiting = 100) {
  let [clock, begun]: [number, (() => void)[]] = [0, []];
  const done: string[] = [];
  const turn = turns({
    ...{ most: 5, waiting, now: () => clock },
    afterTurn: (drain) => {
      begun.push(drain);
    },
  });
  const give = (name: string, milliseconds: number) =>
    turn(() => {
      clock += milliseconds;
      done.push(name);
    });
  const endTurn = () => {
    const due = begun;
    begun = [];
    for (const drain of due) drain();
    return due.length;
  };
  return { give, endTurn, done, turn };
}

test("what is asked alone is done at once, and nothing is left to do after it", () => {
  const { give, endTurn, done } = machine();
  expect(give("a", 1)).toBe(true);
  expect(done).toEqual(["a"]);
  expect(endTurn()).toBe(1);
  expect(endTurn()).toBe(0);
});

test("what would take more of a turn waits for the next ones, in its order", () => {
  const { give, endTurn, done } = machine();
  for (const name of ["a", "b", "c", "d", "e", "f"]) give(name, 3);
  expect(done).toEqual(["a", "b"]);
  endTurn();
  expect(done).toEqual(["a", "b", "c", "d"]);
  give("g", 3);
  expect(done).toEqual(["a", "b", "c", "d"]);
  endTurn();
  endTurn();
  expect(done).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
  expect(endTurn()).toBe(0);
});

test("work longer than a turn is done all the same, one of it a turn", () => {
  const { give, endTurn, done } = machine();
  for (const name of ["a", "b", "c"]) give(name, 50);
  expect(done).toEqual(["a"]);
  endTurn();
  expect(done).toEqual(["a", "b"]);
  endTurn();
  expect(done).toEqual(["a", "b", "c"]);
});

test("what comes where too much waits is not taken", () => {
  const { give, endTurn, done } = machine(2);
  expect(["a", "b", "c", "d"].map((name) => give(name, 9))).toEqual([true, true, true, false]);
  endTurn();
  expect(give("e", 9)).toBe(true);
  endTurn();
  endTurn();
  expect(done).toEqual(["a", "b", "c", "e"]);
});

test("work that fails holds up nothing after it", () => {
  const { give, endTurn, done, turn } = machine();
  give("a", 9);
  turn(() => {
    throw new Error("hỏng");
  });
  give("b", 1);
  expect(endTurn).toThrow("hỏng");
  endTurn();
  expect(done).toEqual(["a", "b"]);
});
