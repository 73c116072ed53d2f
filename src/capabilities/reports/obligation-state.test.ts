import { expect, test } from "vitest";
import { annexLines } from "./annex.ts";
import { sampleChain } from "./chain.fixture.ts";
import type { Chain } from "./chain.ts";
import { composeReport } from "./compose-report.ts";
import { draftText } from "./draft-text.ts";
import { countFigures } from "./figures.ts";

const [first, second, third] = sampleChain().obligations;
const withThird = (more: Partial<Chain["obligations"][number]>, chain: Partial<Chain> = {}): Chain =>
  sampleChain({ ...chain, obligations: [first!, second!, { ...third!, ...more }] });
const lineOf = (chain: Chain) => annexLines(chain)[2]!;
const noTasks = { tasks: [sampleChain().tasks[0]!] };

test("what is due within the year is not late before the year ends; what is continuous is open in its period", () => {
  expect(lineOf(withThird({ due: "year" }, noTasks))).toMatchObject({
    state: "not-due",
    noneReason: "Chưa có minh chứng, chưa đến hạn",
    clause: "II.1",
    units: ["Phòng Mẫu B"],
  });
  expect(lineOf(withThird({ due: "continuous" }, noTasks)).state).toBe("open");
  const year = { code: "2026", basis: "decree", kind: "year", from: "2025-12-15", to: "2026-12-14" } as const;
  expect(
    lineOf(withThird({ due: "year" }, { ...noTasks, period: { ...year, label: "Năm 2026" } })).state,
  ).toBe("open");
});

test("days of its tasks go before what the plan says of it", () => {
  const due = (dueOn: string) => ({ tasks: [{ ...sampleChain().tasks[1]!, dueOn }] });
  expect(lineOf(withThird({ due: "continuous" }, due("2026-12-01"))).state).toBe("not-due");
  expect(lineOf(withThird({ due: "year" }, due("2026-11-01"))).state).toBe("open");
});

test("a reason that was written for the period explains, also what is not yet due", () => {
  const unitReasons = ["PMB: Chưa có hội nghị nào (ghi ngày 12/11/2026)"];
  expect(lineOf(withThird({ due: "year", unitReasons }, noTasks))).toMatchObject({
    state: "explained",
    noneReason: unitReasons[0],
  });
});

test("a report frozen before it was kept when things are due counts as it did", () => {
  expect(lineOf(withThird({}, noTasks)).state).toBe("open");
});

test("the annex adds up, by part of the plan, to the figures of the report", () => {
  const chain = withThird({ due: "year" }, noTasks);
  const figures = countFigures(chain);
  const numbers = ["with-evidence", "with-reason", "not-due", "open"].map(
    (key) => figures.find((one) => one.key === `obligations.${key}`)!.numerator,
  );
  expect(numbers).toEqual([1, 1, 1, 0]);
  const takenAt = "2026-11-15T08:00:00+07:00";
  const text = draftText(chain, figures, takenAt);
  expect(text.sections.map((one) => one.text).join("\n")).toContain("chưa đến hạn");
  const model = composeReport({ id: "r", takenAt, frozen: false }, chain, figures, text, {
    number: null,
    issuedOn: null,
  });
  const [annex] = model.appendices;
  expect(annex!.title).toBe("Danh mục nhiệm vụ và minh chứng");
  const sums = annex!.body[1] as { rows: { text: string }[][] };
  expect(sums.rows.at(-1)!.map(({ text: word }) => word)).toEqual([
    "Cộng nội dung phải thực hiện",
    ...numbers.map(String),
    "3",
  ]);
});
