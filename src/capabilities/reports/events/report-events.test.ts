import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { evidenceSheets } from "../evidence-sheets.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainCommitment, ChainEvent, ChainEvents, ChainQuestion } from "./events-in-period.ts";

const event = (id: string, more: Partial<ChainEvent> = {}): ChainEvent => ({
  ...{ id, kind: "talk", kindLabel: "Tọa đàm", title: `Sự kiện ${id}`, unitName: "Phòng Mẫu A" },
  ...{ state: "held", on: "2026-10-20", lastOn: "2026-10-20", attended: 0, countedHow: "estimate" },
  ...{ photos: 0, materials: 0, ...more },
});
const notHeld = (id: string, state: ChainEvent["state"], more: Partial<ChainEvent> = {}) =>
  event(id, { state, attended: null, countedHow: null, ...more });
const question = (id: string, more: Partial<ChainQuestion> = {}): ChainQuestion => ({
  ...{ id, code: `CH-${id}`, eventId: "b", eventTitle: "Sự kiện b", receivedOn: "2026-10-21" },
  ...{ isDeclined: false, answer: null, publishedOn: null, ...more },
});
const promise = (id: string, more: Partial<ChainCommitment> = {}): ChainCommitment => ({
  ...{ id, eventId: "b", words: `Cam kết ${id}`, unitName: "Phòng Mẫu B", dueOn: "2026-11-10" },
  ...{ madeOn: "2026-10-22", doneOn: null, toldOn: null, ...more },
});
const events: ChainEvents = {
  ...{ from: "2026-10-15", until: "2026-11-14" },
  events: [
    event("a", { attended: 120, countedHow: "list", photos: 4, materials: 1 }),
    event("b", { kind: "dialogue", kindLabel: "Đối thoại", attended: 80, countedHow: "scan", photos: 2 }),
    event("c", { attended: 1000 }),
    notHeld("d", "postponed"),
    notHeld("e", "cancelled"),
    notHeld("f", "announced"),
    notHeld("g", "announced", { lastOn: "2026-11-14" }),
  ],
  questions: [
    question("carried", { receivedOn: "2026-10-01" }),
    question("public", { answer: "published", publishedOn: "2026-11-01" }),
    question("back", { answer: "withdrawn", publishedOn: "2026-11-01" }),
    question("ready", { answer: "waiting" }),
    question("declined", { isDeclined: true }),
  ],
  commitments: [
    promise("in-time", { doneOn: "2026-11-10", toldOn: "2026-11-11" }),
    promise("late", { dueOn: "2026-11-01", doneOn: "2026-11-05", toldOn: "2026-11-06" }),
    promise("overdue"),
    promise("running", { dueOn: "2026-12-10", madeOn: "2026-09-01" }),
  ],
};
const chain = sampleChain({ events });
const figures = countFigures(chain);
const find = (key: string) => figures.find((one) => one.key === key)!;
const pair = (key: string) => [find(key).numerator, find(key).denominator];
const sectionOf = (of?: ChainEvents) => {
  const its = sampleChain(of && { events: of });
  return draftText(its, countFigures(its), "2026-11-15T08:00:00+07:00").sections.find(
    ({ heading }) => heading === "Sự kiện, đối thoại",
  )?.text;
};

test("events are told by kind and by how those who came were counted, and each row gives its share", () => {
  expect(pair("events.held")).toEqual([3, null]);
  expect(pair("events.by-kind.dialogue")).toEqual([1, 3]);
  expect(pair("events.attended")).toEqual([1200, null]);
  expect(["list", "scan", "estimate"].map((way) => pair(`events.attended.${way}`))).toEqual([
    [120, 1200],
    [80, 1200],
    [1000, 1200],
  ]);
  expect(pair("events.photos")).toEqual([6, null]);
  expect(["postponed", "cancelled", "unrecorded"].map((key) => find(`events.${key}`).rows.ids)).toEqual([
    ["d"],
    ["e"],
    ["f"],
  ]);
});

test("questions and promises fall into parts that make up the whole", () => {
  const parts = ["published", "prepared", "declined", "withdrawn", "unanswered"];
  expect(parts.map((key) => find(`dialogue.${key}`).rows.ids)).toEqual([
    ["public"],
    ["ready"],
    ["declined"],
    ["back"],
    ["carried"],
  ]);
  expect(pair("dialogue.received")).toEqual([4, 5]);
  expect(["kept", "running", "overdue"].map((key) => pair(`commitments.${key}`))).toEqual([
    [2, 4],
    [1, 4],
    [1, 4],
  ]);
  expect(pair("commitments.in-time")).toEqual([1, 2]);
  expect(pair("commitments.made")).toEqual([3, 4]);
});

test("the rows behind every one of these figures add up to it", () => {
  const own = figures.filter(({ key }) => /^(?:events|dialogue|commitments)\./u.test(key));
  expect(own.length).toBeGreaterThan(15);
  for (const figure of own)
    expect(
      figureRows(chain, figure).reduce((sum, { amount = 1 }) => sum + amount, 0),
      figure.key,
    ).toBe(figure.numerator);
});

test("the report and its sheets tell it, and say when nothing arose or nothing was kept", () => {
  expect(sectionOf(events)).toContain("- Người dự các sự kiện đã diễn ra: 1.200 lượt người.");
  expect(sectionOf(events)).toContain("- Cam kết quá hạn, chưa có kết quả: 1/4 cam kết (25%).");
  const none = sectionOf({ ...events, events: [], questions: [], commitments: [] });
  expect(none).toContain("chưa ghi nhận sự kiện nào");
  expect(none).toContain("không phát sinh câu hỏi đối thoại nào");
  expect(none).toContain("Không có cam kết nào");
  expect(sectionOf()).toBeUndefined();
  const names = evidenceSheets("r", chain, figures).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Sự kiện", "Câu hỏi đối thoại", "Cam kết"]));
});
