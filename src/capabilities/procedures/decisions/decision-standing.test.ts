import { expect, test } from "vitest";
import type { PostingBoard, PostingCell } from "../postings/posting-board.ts";
import type { DecisionFacts } from "./decision-queries.ts";
import { decisionStanding } from "./decision-standing.ts";

const cellOf = (state: PostingCell["state"], seenOn: string | null): PostingCell => ({
  ...{ placeId: "quay", state, dueOn: null, isLate: false, isAutomatic: false },
  proof: seenOn === null ? null : { id: "p", version: 1, seenOn, url: null, hasFile: true },
});

const board = (rows: [code: string, state: PostingCell["state"], isOver: boolean][]): PostingBoard => ({
  places: [{ id: "quay", name: "Quầy" }] as PostingBoard["places"],
  rows: rows.map(([code, state, isOver]) => ({
    ...{ procedureId: code, code, name: `Thủ tục ${code}`, version: 1, isOver, decision: null, path: "" },
    cells: [cellOf(state, state === "due" ? null : "2026-11-20")],
  })),
  figures: {} as PostingBoard["figures"],
});

const decisionOf = (...rows: Pick<DecisionFacts["rows"][number], "code" | "action" | "replacesCode">[]) =>
  ({
    decision: { state: "confirmed", effectiveOn: "2026-12-01" },
    rows: rows.map((row) => ({ ...row, name: "" })),
  }) as unknown as DecisionFacts;

test("what a procedure takes the place of must be gone before the row is done", () => {
  const replaced = decisionOf({ code: "1.2", action: "replaced", replacesCode: "1.0, 1.1" });
  const known = new Set(["1.0", "1.1", "1.2"]);
  const still = board([
    ["1.2", "posted", false],
    ["1.0", "removed", true],
    ["1.1", "to-remove", true],
  ]);
  expect(decisionStanding(replaced, still, known)).toMatchObject({
    ...{ done: 0, total: 1, settledOn: null },
    missing: [{ code: "1.1", places: ["Quầy"], removeFrom: null }],
  });
  const gone = board([
    ["1.2", "posted", false],
    ["1.0", "removed", true],
    ["1.1", "removed", true],
  ]);
  expect(decisionStanding(replaced, gone, known)).toMatchObject({ done: 1, settledOn: "2026-11-20" });
});

test("what is repealed from a day ahead is not done while it still stands, and says from when it must be gone", () => {
  const repealing = decisionOf({ code: "1.0", action: "repealed", replacesCode: "" });
  const known = new Set(["1.0"]);
  expect(decisionStanding(repealing, board([["1.0", "posted", false]]), known)).toMatchObject({
    ...{ done: 0, missing: [{ code: "1.0", places: ["Quầy"], removeFrom: "2026-12-01" }] },
  });
  // It never stood there, so nothing has to go.
  expect(decisionStanding(repealing, board([["1.0", "due", false]]), known)).toMatchObject({ done: 1 });
});
