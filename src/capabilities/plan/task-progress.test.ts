import { describe, expect, test } from "vitest";
import { measuringPeriod, partInWords, planProgress, reportingYear, taskProgress } from "./task-progress.ts";

const continuous = { kind: "continuous", every: null };
const dated = { kind: "date", every: null };
const monthly = { kind: "recurring", every: "month" };

describe("the period that a task is measured in", () => {
  test.each([
    ["2026-09-14", "2026-Q3"],
    ["2026-09-15", "2026-Q4"],
    ["2026-12-14", "2026-Q4"],
    ["2025-12-15", "2026-Q1"],
  ])("work without end on %s: %s", (day, code) => {
    expect(measuringPeriod(2026, continuous, day).code).toBe(code);
  });

  test("is the plan's first period before its year and the last one after it", () => {
    expect(measuringPeriod(2027, continuous, "2026-11-20").code).toBe("2027-Q1");
    expect(measuringPeriod(2026, continuous, "2026-12-15").code).toBe("2026-Q4");
    expect(measuringPeriod(2026, monthly, "2027-03-01").code).toBe("2026-12");
  });

  test("is the running month, quarter or half for what recurs, the year for everything else", () => {
    const code = (due: { kind: string; every: string | null }) =>
      measuringPeriod(2026, due, "2026-11-20").code;
    expect(code({ kind: "recurring", every: "week" })).toBe("2026-12");
    expect(code(monthly)).toBe("2026-12");
    expect(code({ kind: "recurring", every: "quarter" })).toBe("2026-Q4");
    expect(code({ kind: "recurring", every: "half-year" })).toBe("2026-H2");
    for (const kind of ["date", "period", "none"]) expect(code({ kind, every: null })).toBe("2026");
  });

  test("of a year closes on the 14th of December", () => {
    expect(reportingYear(2026)).toEqual({ from: "2025-12-15", to: "2026-12-14" });
  });
});

describe("progress by evidence", () => {
  const tasks = [
    { id: "thường xuyên", obligationIds: ["n1"], due: continuous },
    { id: "có hạn", obligationIds: [], due: dated },
  ];
  const proof = (at: string, taskIds: string[], obligationIds: string[] = []) => ({
    at: new Date(at),
    taskIds,
    obligationIds,
  });
  const on = (day: string, ...evidence: ReturnType<typeof proof>[]) =>
    taskProgress({ year: 2026, tasks, evidence }, day);

  test("counts work without end anew in each quarter, work with a day once in the year", () => {
    const spring = proof("2026-03-01T10:00:00+07:00", ["thường xuyên", "có hạn"]);
    const first = on("2026-03-10", spring);
    expect([...first.values()].map(({ done }) => done)).toEqual([true, true]);
    const later = on("2026-11-20", spring);
    expect([...later.values()].map(({ done }) => done)).toEqual([false, true]);
  });

  test("takes a proof for a discharged obligation, to the last second of the 14th and no longer", () => {
    const last = proof("2026-12-14T23:59:59+07:00", [], ["n1"]);
    const next = proof("2026-12-15T00:00:00+07:00", [], ["n1"]);
    expect(on("2026-12-14", last, next).get("thường xuyên")).toMatchObject({ evidenceCount: 1, done: true });
    expect(on("2026-12-14", next).get("thường xuyên")).toMatchObject({ evidenceCount: 0, done: false });
  });

  test("adds up to numerator and denominator of each period, the same words on every screen", () => {
    const counted = planProgress(
      on("2026-11-20", proof("2026-10-01T10:00:00+07:00", ["thường xuyên"])).values(),
    );
    expect(counted).toMatchObject({ tasksDone: 1, tasksTotal: 2 });
    expect(counted.parts.map(partInWords)).toEqual([
      "Quý IV năm 2026 (15/09/2026 – 14/12/2026): 1 trên 1 việc thường xuyên hoặc hằng quý đã có minh chứng",
      "Năm 2026 (15/12/2025 – 14/12/2026): 0 trên 1 việc có thời hạn, hằng năm hoặc chưa nêu thời gian đã có minh chứng",
    ]);
    expect(planProgress([])).toEqual({ tasksDone: 0, tasksTotal: 0, parts: [] });
  });
});
