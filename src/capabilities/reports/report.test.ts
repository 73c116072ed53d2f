import { describe, expect, test } from "vitest";
import { type ReportMove, reportMoves, reportStates, stateAfter } from "./report.ts";

describe("vòng đời báo cáo", () => {
  test("đi hết một lượt từ thu thập đến đã ban hành", () => {
    const path: ReportMove[] = ["freeze", "draft", "edit", "review", "sign-off", "submit"];
    const states = path.map(
      (
        (state) => (move) =>
          (state = stateAfter(state, move) ?? expect.fail(`${state} → ${move}`))
      )(reportStates[0] as (typeof reportStates)[number]),
    );
    expect(states).toEqual(["frozen", "drafted", "drafted", "reviewed", "signed-off", "submitted"]);
  });

  test("mọi bước không có trong bảng đều bị từ chối", () => {
    const allowed = Object.entries(reportMoves).flatMap(([move, { from }]) =>
      from.map((state) => `${state} ${move}`),
    );
    for (const state of reportStates)
      for (const move of Object.keys(reportMoves) as ReportMove[])
        expect(stateAfter(state, move) !== null).toBe(allowed.includes(`${state} ${move}`));
  });

  test("sửa văn bản sau khi đã soát thì phải soát lại; đã ký duyệt thì không sửa được nữa", () => {
    expect(stateAfter("reviewed", "edit")).toBe("drafted");
    for (const state of ["signed-off", "submitted"] as const)
      for (const move of ["edit", "reopen", "return", "freeze"] as const)
        expect(stateAfter(state, move)).toBeNull();
  });
});
