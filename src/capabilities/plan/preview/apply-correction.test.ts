import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Clause, PlanTask } from "../reading/plan-reading.ts";
import { readPlanWithSource } from "../reading/read-plan.ts";
import { textPlan } from "../reading/sample-plans.fixture.ts";
import { applyCorrection } from "./apply-correction.ts";
import type { Correction } from "./correction.ts";
import { named, outlineOf } from "./outline.ts";
import { ImpossibleCorrection, type PreviewState } from "./preview-state.ts";

const document = `UBND TỈNH MẪU
SỞ THÍ DỤ

Số:     /KH-STD

KẾ HOẠCH

Cải cách năm 2026

I. MỤC ĐÍCH

Người dân biết việc cơ quan

làm và làm ra sao.

II. NỘI DUNG

1. Viết tin, bài

Đơn vị chủ trì: Phòng Mẫu.

a) Tin ngắn

b) Bài dài

2. Niêm yết tại quầy

Thời gian thực hiện: thường xuyên.

Nơi nhận:

- Các phòng, đơn vị thuộc Sở;
`;

let start: PreviewState;
let longer: PreviewState;
const readIn = async (text: string): Promise<PreviewState> =>
  readPlanWithSource(Buffer.from(text), "ke-hoach.txt");
beforeAll(async () => {
  start = await readIn(document);
  longer = await readIn(textPlan);
});

const flat = (clauses: Clause[]): Clause[] => clauses.flatMap((clause) => [clause, ...flat(clause.children)]);
const paths = ({ reading }: PreviewState) => flat(reading.clauses).map(({ path }) => path);
const clause = ({ reading }: PreviewState, path: string) =>
  flat(reading.clauses).find((row) => row.path === path)!;
const corrected = (state: PreviewState, ...corrections: Exclude<Correction, { kind: "undo" }>[]) =>
  corrections.reduce(applyCorrection, state);
const wordsOf = ({ reading }: PreviewState) =>
  flat(reading.clauses)
    .flatMap(({ title, text }) => `${title ?? ""} ${text}`.split(/\s+/))
    .filter((word) => word !== "");
const taskFields = ({ clause: at, title, leadUnits, coordinatingUnits, due, deliverable }: PlanTask) => ({
  clause: at,
  title,
  leadUnits,
  coordinatingUnits,
  due,
  deliverable,
});

describe("correcting clauses", () => {
  test("names them as the reader does", () => {
    for (const state of [start, longer])
      expect(named(outlineOf(state.reading.clauses)).clauses).toEqual(state.reading.clauses);
  });

  test("joins a cut sentence with the one above, whose paragraphs then lead to it", () => {
    expect(paths(start).slice(0, 3)).toEqual(["I", "I.p1", "I.p2"]);
    const next = corrected(start, { kind: "join-clause", path: "I.p2", into: "text" });
    expect(clause(next, "I.p1").text).toBe("Người dân biết việc cơ quan làm và làm ra sao.");
    expect(paths(next)).not.toContain("I.p2");
    expect(next.paragraphs.find(({ text }) => text.startsWith("làm"))!.clausePath).toBe("I.p1");
  });

  test("joins a cut heading with its rest, and a misread number with its words", () => {
    const cut = corrected(start, {
      kind: "add-clause",
      after: "I.p2",
      label: "",
      title: null,
      text: "VÀ YÊU CẦU",
    });
    const heading = corrected(
      cut,
      { kind: "remove-clause", path: "I.p1", inner: "keep" },
      { kind: "remove-clause", path: "I.p1", inner: "keep" },
    );
    const whole = corrected(heading, { kind: "join-clause", path: "I.p1", into: "title" });
    expect(clause(whole, "I").title).toBe("MỤC ĐÍCH VÀ YÊU CẦU");
    const misread = corrected(start, { kind: "join-clause", path: "II.2", into: "text" });
    expect(clause(misread, "II.1.b").text).toContain("2. Niêm yết tại quầy");
  });

  test("takes a clause out alone or with all inside; its tasks go to the one that held it", () => {
    const kept = corrected(start, { kind: "remove-clause", path: "II.1", inner: "keep" });
    expect(paths(kept)).toEqual(["I", "I.p1", "I.p2", "II", "II.a", "II.b", "II.2"]);
    expect(kept.reading.tasks[0]!.clause).toBe("II");
    const gone = corrected(start, { kind: "remove-clause", path: "II.1", inner: "remove" });
    expect(paths(gone)).toEqual(["I", "I.p1", "I.p2", "II", "II.2"]);
    expect(gone.paragraphs.find(({ text }) => text.includes("Tin ngắn"))!.clausePath).toBeNull();
    const last = corrected(gone, { kind: "remove-clause", path: "I", inner: "remove" });
    expect(() => corrected(last, { kind: "remove-clause", path: "II", inner: "remove" })).toThrow(
      ImpossibleCorrection,
    );
  });

  test("moves a clause in and out without changing the order of the document", () => {
    const inside = corrected(start, { kind: "move-clause", path: "II.2", to: "in" });
    expect(paths(inside).at(-1)).toBe("II.1.2");
    expect(clause(inside, "II.1.2").level).toBe(2);
    const out = corrected(start, { kind: "move-clause", path: "II.1", to: "out" });
    expect(paths(out)).toEqual(["I", "I.p1", "I.p2", "II", "1", "1.a", "1.b", "1.2"]);
    expect(out.reading.tasks.map((task) => task.clause)).toEqual(["1", "1.2"]);
    for (const impossible of [
      { path: "I", to: "in" },
      { path: "I", to: "out" },
    ] as const)
      expect(() => corrected(start, { kind: "move-clause", ...impossible })).toThrow(ImpossibleCorrection);
  });

  test("changes number, title and text; two of one number are told apart", () => {
    const next = corrected(start, {
      kind: "edit-clause",
      path: "II.2",
      label: "1.",
      title: "Niêm yết",
      text: "Tại quầy.",
    });
    expect(clause(next, "II.1~2")).toMatchObject({ label: "1", title: "Niêm yết", text: "Tại quầy." });
    const bare = corrected(start, {
      kind: "edit-clause",
      path: "II.2",
      label: "",
      title: null,
      text: "Niêm yết.",
    });
    expect(paths(bare)).toContain("II.p1");
    expect(bare.reading.tasks[1]!.clause).toBe("II.p1");
    expect(() =>
      corrected(start, { kind: "edit-clause", path: "IX", label: "", title: null, text: "" }),
    ).toThrow("IX");
  });
});

describe("correcting tasks and header", () => {
  test("settles what was unsure once it is stated", () => {
    const unsure = (state: PreviewState) =>
      state.reading.warnings.map(({ code, where }) => `${code} ${where}`);
    expect(unsure(start)).toContain("lead-unit-missing II.2");
    const fields = taskFields(start.reading.tasks[1]!);
    const next = corrected(start, {
      kind: "edit-task",
      index: 1,
      task: { ...fields, leadUnits: ["Văn phòng Sở"] },
    });
    expect(next.reading.tasks[1]).toMatchObject({ leadUnit: "Văn phòng Sở", leadUnits: ["Văn phòng Sở"] });
    expect(unsure(next)).not.toContain("lead-unit-missing II.2");
    expect(unsure(start)).toContain("number-blank header.number");
    const header = { ...start.reading.header, number: " 12 ", place: "", recipients: ["Các phòng", " "] };
    const headed = corrected(start, { kind: "header", header });
    expect(headed.reading.header).toMatchObject({ number: "12", place: null, recipients: ["Các phòng"] });
    expect(unsure(headed)).not.toContain("number-blank header.number");
  });

  test("adds and removes a task; what points to the others still does", () => {
    const added = corrected(start, {
      kind: "add-task",
      task: { ...taskFields(start.reading.tasks[0]!), title: "Việc thêm", leadUnits: [] },
    });
    expect(added.reading.tasks.at(-1)).toMatchObject({ title: "Việc thêm", leadUnit: null, appendix: null });
    const second = start.reading.tasks[1]!.title;
    const paragraph = (state: PreviewState, index: number) =>
      state.paragraphs.find(({ tasks }) => tasks?.includes(index))?.clausePath;
    expect(paragraph(start, 1)).toBe("II.2");
    const removed = corrected(start, { kind: "remove-task", index: 0 });
    expect(removed.reading.tasks.map(({ title }) => title)).toEqual([second]);
    expect(paragraph(removed, 0)).toBe("II.2");
    expect(() => corrected(start, { kind: "remove-task", index: 9 })).toThrow(ImpossibleCorrection);
    const astray = { ...taskFields(start.reading.tasks[0]!), clause: "IX" };
    expect(() => corrected(start, { kind: "add-task", task: astray })).toThrow("IX");
  });
});

test("whatever is corrected in whatever order: every path once, nothing points nowhere, no word is lost", () => {
  const step = fc.record({ what: fc.nat(), where: fc.nat() });
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 25 }), (long, steps) => {
      let state = long ? longer : start;
      for (const { what, where } of steps) {
        const known = paths(state);
        const path = known[where % known.length]!;
        const corrections: Exclude<Correction, { kind: "undo" }>[] = [
          { kind: "join-clause", path, into: what % 2 === 0 ? "text" : "title" },
          { kind: "move-clause", path, to: "in" },
          { kind: "move-clause", path, to: "out" },
          { kind: "add-clause", after: path, label: what % 3 === 0 ? "" : "1", title: null, text: "thêm" },
          {
            kind: "edit-clause",
            path,
            label: "",
            title: clause(state, path).title,
            text: clause(state, path).text,
          },
          { kind: "settle-warning", index: where % (state.reading.warnings.length + 1) },
          { kind: "remove-task", index: where % (state.reading.tasks.length + 1) },
        ];
        const before = wordsOf(state);
        const chosen = corrections[what % corrections.length]!;
        try {
          state = applyCorrection(state, chosen);
        } catch (error) {
          if (!(error instanceof ImpossibleCorrection)) throw error;
          continue;
        }
        const kept = new Map<string, number>();
        for (const word of wordsOf(state)) kept.set(word, (kept.get(word) ?? 0) + 1);
        for (const word of before) {
          const left = (kept.get(word) ?? 0) - 1;
          expect(left, `${chosen.kind} ${path}: ${word}`).toBeGreaterThanOrEqual(0);
          kept.set(word, left);
        }
        const now = paths(state);
        expect(new Set(now).size).toBe(now.length);
        for (const { clausePath, tasks = [], warnings = [] } of state.paragraphs) {
          if (clausePath !== null) expect(now).toContain(clausePath);
          for (const index of tasks) expect(state.reading.tasks[index]).toBeDefined();
          for (const index of warnings) expect(state.reading.warnings[index]).toBeDefined();
        }
        for (const task of state.reading.tasks) if (task.clause !== null) expect(now).toContain(task.clause);
        expect(named(outlineOf(state.reading.clauses)).clauses).toEqual(state.reading.clauses);
      }
    }),
    { numRuns: 150 },
  );
});
