import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { evidenceSheets } from "../evidence-sheets.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainArticle, ChainIncident, ChainListening } from "./press-coverage.ts";

const article = (id: string, more: Partial<ChainArticle> = {}): ChainArticle => ({
  ...{ id, addressKey: `bao.example/${id}`, sourceNames: ["Báo Mẫu"], title: `Tin ${id}` },
  ...{ url: `https://bao.example/${id}`, on: "2026-10-20", themes: [], tone: null, copy: null, ...more },
});
const incident = (id: string, more: Partial<ChainIncident> = {}): ChainIncident => ({
  ...{ id, title: `Vụ việc ${id}`, openedAt: "2026-10-20T01:00:00.000Z" },
  ...{ dueAt: "2026-10-21T01:00:00.000Z", endedAt: null, ...more },
});
const copyOf = (contentId: string, isCredited: boolean) => ({ contentId, share: 80, isCredited });
const listening: ChainListening = {
  ...{ from: "2026-10-15", until: "2026-11-14", at: "2026-11-14T17:00:00.000Z" },
  sources: [
    { id: "s1", name: "Báo Mẫu", items: 40 },
    { id: "s2", name: "Đài Mẫu", items: 2 },
  ],
  articles: [
    article("a", { themes: ["policy"], tone: "praise" }),
    article("b", { themes: ["policy", "pillar.digital"], tone: "criticism" }),
    article("c", { copy: copyOf("own-1", true) }),
    article("d", { copy: copyOf("own-1", false), themes: ["policy"] }),
  ],
  incidents: [
    incident("in-time", { endedAt: "2026-10-20T03:30:00.000Z" }),
    incident("late", { endedAt: "2026-10-21T02:00:00.000Z" }),
    incident("overdue"),
    incident("running", { openedAt: "2026-11-14T10:00:00.000Z", dueAt: "2026-11-15T10:00:00.000Z" }),
    incident("carried", { openedAt: "2026-10-10T10:00:00.000Z", dueAt: "2026-10-11T10:00:00.000Z" }),
  ],
};
const pickup = (id: string, url: string | null) => ({
  ...{ id, itemId: "own-1", outletName: "Báo Mẫu", kind: "whole", kindLabel: "Đăng nguyên văn" },
  ...{ title: `Tin ${id}`, url, publishedOn: "2026-10-20" },
});
const communication = {
  ...{ placements: [], measures: [], broadcasts: [] },
  press: {
    ...{ answerHours: 24, enquiries: [], releases: [], letters: [] },
    pickups: [pickup("p1", "https://www.bao.example/c?utm_source=x"), pickup("p2", null)],
  },
};
const chain = sampleChain({ listening, communication });
const figures = countFigures(chain);
const find = (key: string) => figures.find((one) => one.key === key)!;
const pair = (key: string) => [find(key).numerator, find(key).denominator];
const sectionOf = (of?: ChainListening) => {
  const its = sampleChain(of && { listening: of });
  return draftText(its, countFigures(its), "2026-11-15T08:00:00+07:00").sections.find(
    ({ heading }) => heading === "Báo chí, dư luận",
  )?.text;
};

test("what the press wrote is told by theme and tone, and of every tone how many nobody marked", () => {
  expect(pair("listening.read")).toEqual([42, null]);
  expect(pair("listening.of-theme")).toEqual([3, null]);
  expect(pair("listening.by-theme.policy")).toEqual([3, 3]);
  expect(["praise", "neutral", "criticism", "unmarked"].map((key) => pair(`listening.tone.${key}`))).toEqual([
    [1, 4],
    [0, 4],
    [1, 4],
    [2, 4],
  ]);
  expect([pair("listening.copies"), pair("listening.credited"), pair("listening.uncredited")]).toEqual([
    [2, null],
    [1, 2],
    [1, 2],
  ]);
});

test("an article in the register and in a feed is one", () => {
  expect(find("listening.taken-up").rows.ids).toEqual(["p1", "p2", "d"]);
  expect(find("listening.taken-up.both").rows.ids).toEqual(["p1"]);
  expect(find("listening.taken-up.feed-only").rows.ids).toEqual(["d"]);
});

test("incidents are answered in their hour, late, or not; a begun hour counts", () => {
  expect(
    ["opened", "in-time", "late", "open", "overdue"].map((key) => find(`incidents.${key}`).rows.ids),
  ).toEqual([
    ["in-time", "late", "overdue", "running"],
    ["in-time"],
    ["late"],
    ["overdue", "running", "carried"],
    ["overdue", "carried"],
  ]);
  expect(pair("incidents.hours")).toEqual([28, null]);
});

test("the rows behind every one of these figures add up to it", () => {
  for (const figure of figures.filter(({ key }) => /^(?:listening|incidents)\./u.test(key)))
    expect(
      figureRows(chain, figure).reduce((sum, { amount = 1 }) => sum + amount, 0),
      figure.key,
    ).toBe(figure.numerator);
});

test("the report and its sheets tell it, and say when nothing arose or nothing was kept", () => {
  expect(sectionOf(listening)).toContain("42 lượt tin của 2 nguồn; 3 tin về cải cách hành chính");
  expect(sectionOf(listening)).toContain("tổng 28 giờ của 2 vụ việc, trung bình 14 giờ");
  const none = sectionOf({ ...listening, sources: [], articles: [], incidents: [] });
  expect(none).toContain("không đọc được tin nào");
  expect(none).toContain("không phát sinh vụ việc báo chí phê bình");
  expect(sectionOf()).toBeUndefined();
  expect(evidenceSheets("r", chain, figures).map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Báo chí viết", "Vụ việc báo chí phê bình"]),
  );
});
