import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainFeedback, ChainFeedbackRow } from "./feedback-in-period.ts";

const row = (id: string, more: Partial<ChainFeedbackRow> = {}): ChainFeedbackRow => ({
  ...{ id, code: `PA-${id}`, kindLabel: "Hỏi, nhờ hướng dẫn", unitName: "Phòng Mẫu A" },
  ...{ receivedOn: "2026-10-20", dueOn: "2026-11-05", answeredOn: null, endedOn: null },
  ...{ paused: false, rating: null, publishedOn: null, ...more },
});
const feedback: ChainFeedback = {
  ...{ from: "2026-10-15", until: "2026-11-14" },
  rows: [
    row("carried", { receivedOn: "2026-10-01" }),
    row("in-time", { answeredOn: "2026-11-05", endedOn: "2026-11-05", rating: "satisfied" }),
    row("late", { answeredOn: "2026-11-06", endedOn: "2026-11-06", rating: "dissatisfied" }),
    row("public", { answeredOn: "2026-11-01", endedOn: "2026-11-01", publishedOn: "2026-11-10" }),
    row("refused", { endedOn: "2026-10-22" }),
    row("asked", { paused: true }),
    row("answered-after", { answeredOn: "2026-11-20", endedOn: "2026-11-20", dueOn: "2026-11-25" }),
  ],
};
const chain = sampleChain({ feedback });
const figures = countFigures(chain);
const find = (key: string) => figures.find((one) => one.key === `feedback.${key}`)!;

test("every number counts rows, and those handled are answered, ended otherwise, or open", () => {
  const counts = ["received", "answered", "in-time", "ended-otherwise", "open", "overdue", "published"];
  expect(counts.map((key) => [find(key).numerator, find(key).denominator])).toEqual([
    [6, 7],
    [3, 7],
    [2, 3],
    [1, 7],
    [3, 7],
    [1, 3],
    [1, 3],
  ]);
  expect([find("rated"), find("satisfied")].map((one) => [one.numerator, one.denominator])).toEqual([
    [2, 3],
    [1, 2],
  ]);
  expect(find("overdue").rows.ids).toEqual(["carried"]);
  expect(figureRows(chain, find("in-time")).map(({ id }) => id)).toEqual(["in-time", "public"]);
});

test("cases that were approved are counted beside them, each a row; a report frozen before tells none", () => {
  const cases = [
    {
      ...{ id: "case", title: "Phiếu hẹn ghi rõ ngày", unitName: "Phòng Mẫu A" },
      ...{ beforeOn: "2026-10-01", afterOn: "2026-10-20", approvedOn: "2026-10-21" },
    },
  ];
  const told = (of: ChainFeedback) => {
    const its = sampleChain({ feedback: of });
    const counted = countFigures(its);
    const section = draftText(its, counted, "2026-11-15T08:00:00+07:00").sections.find(
      ({ heading }) => heading === "Tiếp nhận, xử lý phản ánh, kiến nghị",
    )!;
    return { its, figure: counted.find(({ key }) => key === "feedback.cases"), text: section.text };
  };
  const { its, figure, text } = told({ ...feedback, cases });
  expect([figure!.numerator, figureRows(its, figure!).map(({ id }) => id)]).toEqual([1, ["case"]]);
  expect(text).toContain("Trong kỳ có 1 trường hợp trước và sau khi xử lý được duyệt");
  expect(told({ ...feedback, cases: [] }).text).toContain("không phát sinh trường hợp trước và sau");
  expect(told(feedback)).toMatchObject({
    figure: undefined,
    text: expect.not.stringContaining("trước và sau"),
  });
});

test("the report tells them, by codes alone; what did not arise is said so", () => {
  const text = (of: ChainFeedback | undefined) => {
    const its = sampleChain(of === undefined ? {} : { feedback: of });
    return draftText(its, countFigures(its), "2026-11-15T08:00:00+07:00").sections.find(
      ({ heading }) => heading === "Tiếp nhận, xử lý phản ánh, kiến nghị",
    )?.text;
  };
  expect(text(feedback)).toContain("Trong kỳ phải xử lý 7 phản ánh, kiến nghị");
  expect(text({ ...feedback, rows: [row("only")] })).toContain(
    "Phản ánh, kiến nghị trả lời đúng hạn, trong số đã trả lời: không phát sinh",
  );
  expect(text({ ...feedback, rows: [] })).toContain("không phát sinh phản ánh, kiến nghị nào");
  expect(text(undefined)).toBeUndefined();
});
