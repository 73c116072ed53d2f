import { describe, expect, test } from "vitest";
import {
  type ContentMove,
  type ContentState,
  contentMoves,
  contentStates,
  stateAfter,
  stateLabels,
} from "./content-item.ts";

const moves = Object.keys(contentMoves) as ContentMove[];

describe("the life of a content item", () => {
  test("every state has its word", () => {
    for (const state of contentStates) expect(stateLabels[state]).toMatch(/^\p{Lu}/u);
  });

  test("every state can be reached from a draft", () => {
    const reached = new Set<ContentState>(["draft"]);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const state of [...reached]) {
        for (const move of moves) {
          const next = stateAfter(move, state);
          if (next) reached.add(next);
        }
      }
      grown = reached.size > before;
    }
    expect([...reached].toSorted()).toEqual([...contentStates].toSorted());
  });

  test("nothing is published but what was scheduled, and nothing is scheduled unapproved but urgently", () => {
    for (const state of contentStates) {
      if (stateAfter("publish", state)) expect(state).toBe("scheduled");
      if (stateAfter("schedule", state)) expect(state).toBe("approved");
    }
  });

  test("what was removed stays removed, what was refused stays refused", () => {
    for (const move of moves)
      expect([stateAfter(move, "removed"), stateAfter(move, "refused")], move).toEqual([null, null]);
  });
});
