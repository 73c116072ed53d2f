import { beforeAll, expect, test } from "vitest";
import { suggestContent, withdrawSuggestion } from "#newsroom";
import { sampleUnitId } from "#organization";
import { attachEvidence } from "#plan";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { dropStory } from "../planning/drop-story.ts";
import { proposeStory } from "../planning/propose-story.ts";
import { presentStory } from "../planning/story-queries.ts";
import { acceptSuggestion } from "./accept-suggestion.ts";
import { putSuggestionAside, takeUpSuggestion } from "./put-suggestion-aside.ts";
import { CLAUSE_SOURCE, isReadOff, type SuggestionSpan, THEME_SOURCE } from "./suggestion.ts";
import { listSuggestions } from "./suggestion-queries.ts";

// A day of the sample plan's year, in the middle of its last quarter.
const NOW = new Date("2026-11-16T09:00:00+07:00");

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as: asNow } = newsroomOf(() => db.database);
const as = <T>(actor: typeof people.editor, act: Parameters<typeof asNow<T>>[1]) => asNow(actor, act, NOW);
const { writer, editor, clerk, auditor } = people;
const unitId = sampleUnitId("phong-mau-a");

const listed = (span: SuggestionSpan = "quarter") => listSuggestions(db.database, editor, { span, now: NOW });
const keys = async (span?: SuggestionSpan) => (await listed(span)).open.map(({ key }) => key);
const firstOf = async (source: string) => (await listed()).open.find((one) => one.source === source)!;
const accept = ({ source, key }: { source: string; key: string }, storyId = uuidv7()) => ({
  source,
  key,
  storyId,
  title: "Đề tài từ gợi ý",
  kind: "news",
  channel: "portal",
  unitId,
  personId: null,
  dueAt: new Date("2026-12-01T10:00:00Z"),
});

test("a gap of the plan becomes a story that serves it, once, and is suggested again when the story is given up", async () => {
  const gap = await firstOf(CLAUSE_SOURCE);
  expect(gap.why).toMatch(/^Quý IV năm 2026 .*chưa có tin, bài hay minh chứng nào/);
  expect(gap.href).toContain(gap.key.replace(" ", "_"));
  await expect(as(auditor, (w) => acceptSuggestion(w, accept(gap)))).rejects.toThrow(Forbidden);
  const sent = accept(gap);
  const otherUnit = { ...sent, unitId: sampleUnitId("phong-mau-b") };
  await expect(as(writer, (w) => acceptSuggestion(w, otherUnit))).rejects.toThrow(Forbidden);
  const storyId = await as(writer, (w) => acceptSuggestion(w, sent));
  const story = await presentStory(db.database, writer, storyId);
  expect(story).toMatchObject({ title: sent.title, clauseIds: [gap.key.split(" ")[0]] });
  expect(story.deliverables).toMatchObject([{ kind: "news", channel: "portal", dueAt: sent.dueAt }]);
  expect(await as(writer, (w) => acceptSuggestion(w, sent))).toBe(storyId);
  expect(await keys()).not.toContain(gap.key);
  await expect(as(editor, (w) => acceptSuggestion(w, accept(gap)))).rejects.toThrow(Conflict);
  await as(writer, (w) => dropStory(w, { id: storyId, reason: "Trùng đợt khác" }));
  expect(await keys()).toContain(gap.key);
  await as(editor, (w) => acceptSuggestion(w, accept(gap)));
  expect(await keys()).not.toContain(gap.key);
});

test("what is put aside stays so for the period, can be taken up again, and is decided on once", async () => {
  const gap = await firstOf(CLAUSE_SOURCE);
  const aside = { source: gap.source, key: gap.key, reason: "Để kỳ sau" };
  await expect(as(writer, (w) => putSuggestionAside(w, aside))).rejects.toThrow(Forbidden);
  await expect(as(editor, (w) => putSuggestionAside(w, { ...aside, reason: " " }))).rejects.toThrow(
    Unacceptable,
  );
  const both = await Promise.allSettled([
    as(editor, (w) => putSuggestionAside(w, aside)),
    as(clerk, (w) => acceptSuggestion(w, accept(gap))),
    as(clerk, (w) => putSuggestionAside(w, aside)),
  ]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of both) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(Conflict);
  expect(await keys()).not.toContain(gap.key);

  const other = await firstOf(CLAUSE_SOURCE);
  await as(editor, (w) => putSuggestionAside(w, { ...other, reason: "Chưa có gì mới để kể" }));
  expect((await listed()).aside).toContainEqual(
    expect.objectContaining({ key: other.key, reason: "Chưa có gì mới để kể" }),
  );
  await as(clerk, (w) => takeUpSuggestion(w, other));
  await expect(as(clerk, (w) => takeUpSuggestion(w, other))).rejects.toThrow(Conflict);
  expect(await keys()).toContain(other.key);
});

test("what somebody makes without a suggestion is not suggested any more", async () => {
  const gap = await firstOf(CLAUSE_SOURCE);
  const theme = await firstOf(THEME_SOURCE);
  expect(theme.why).toMatch(/chủ đề “.+” .*chưa có/);
  await as(editor, (w) =>
    proposeStory(w, {
      title: "Tự đề xuất",
      note: "",
      unitId,
      leadPersonId: null,
      taskIds: [],
      obligationIds: [],
      clauseIds: [gap.key.split(" ")[0]!],
    }),
  );
  expect(await keys()).not.toContain(gap.key);
  await as(editor, (w) => acceptSuggestion(w, { ...accept(theme), channel: theme.channel! }));
  expect(await keys()).not.toContain(theme.key);
  const elsewhere = { ...editor, agencyId: uuidv7() };
  expect((await listSuggestions(db.database, elsewhere, { span: "quarter", now: NOW })).open).toEqual([]);
});

test("what a month lacks is offered for this month and the next, until it is covered or left for the quarter", async () => {
  // The month that is running is the twelfth (15 November to 14 December); the plan's year has none after it.
  expect((await keys("month")).every((key) => key.endsWith(" 2026-12"))).toBe(true);
  expect(await listed("next-month")).toMatchObject({ period: null, open: [] });
  const earlier = new Date("2026-11-02T09:00:00+07:00");
  const listedThen = (span: SuggestionSpan) => listSuggestions(db.database, editor, { span, now: earlier });
  const keysThen = async (span: SuggestionSpan) => (await listedThen(span)).open.map(({ key }) => key);
  const then = <T>(act: Parameters<typeof asNow<T>>[1]) => asNow(editor, act, earlier);
  const gap = (await listedThen("next-month")).open.find(({ source }) => source === CLAUSE_SOURCE)!;
  const clauseId = gap.key.split(" ")[0]!;
  const inMonth = (month: number) => `${clauseId} 2026-${month}`;
  expect(gap).toMatchObject({ key: inMonth(12), from: "2026-11-15", until: "2026-12-14" });
  expect(gap.why).toMatch(/^Tháng 12 năm 2026 \(từ ngày 15\/11\/2026 đến ngày 14\/12\/2026\): mục .*chưa có/);
  expect(gap.href).toMatch(new RegExp(`ky=month&o=${clauseId}_2026-12$`));
  expect(await keysThen("month")).toContain(inMonth(11));

  // A story for the month to come serves that month; this one is as it was.
  const story = { ...accept(gap), dueAt: new Date("2026-11-20T10:00:00Z") };
  const storyId = await then((w) => acceptSuggestion(w, story));
  expect(await keysThen("next-month")).not.toContain(inMonth(12));
  expect(await keysThen("month")).toContain(inMonth(11));
  await then((w) => dropStory(w, { id: storyId, reason: "Chưa có tư liệu" }));
  expect(await keysThen("next-month")).toContain(inMonth(12));

  // A proof of this month covers it and the quarter, and leaves the next month open.
  await then((w) =>
    attachEvidence(w, {
      taskIds: [],
      obligationIds: [],
      clauseIds: [clauseId],
      source: "test",
      sourceId: "tháng 11",
      label: "Bài tháng 11",
      url: null,
      at: earlier,
      revisionHash: null,
    }),
  );
  expect(await keysThen("month")).not.toContain(inMonth(11));
  expect(await keysThen("next-month")).toContain(inMonth(12));

  // Left for the month, it is left there alone; left for the quarter, for its months, too.
  await then((w) => putSuggestionAside(w, { ...gap, reason: "Để kỳ sau" }));
  expect(await keysThen("next-month")).not.toContain(inMonth(12));
  const other = (await listedThen("quarter")).open.find(({ source }) => source === CLAUSE_SOURCE)!;
  const [otherClause] = other.key.split(" ");
  expect(await keysThen("month")).toContain(`${otherClause} 2026-11`);
  await then((w) => putSuggestionAside(w, { ...other, reason: "Chưa có gì mới để kể" }));
  expect(await keysThen("month")).not.toContain(`${otherClause} 2026-11`);
  expect(await keysThen("next-month")).not.toContain(`${otherClause} 2026-12`);
});

test("another capability says what might be told: once per cause, until it takes it back or somebody decides", async () => {
  const cause = { source: "procedure-decision", key: "120/QĐ-SVHTTDL #3" };
  const said = {
    ...cause,
    sourceLabel: "Quyết định công bố thủ tục",
    title: "Ba thủ tục mới về lễ hội",
    why: "Quyết định 120 vừa công bố ba thủ tục mới.",
    href: "/van-ban",
  };
  const own = async () => (await listed()).open.filter(({ source }) => !isReadOff(source));
  await as(clerk, (w) => suggestContent(w, said));
  await as(clerk, (w) => suggestContent(w, { ...said, title: "Bốn thủ tục mới về lễ hội" }));
  expect(await own()).toMatchObject([{ key: cause.key, title: "Bốn thủ tục mới về lễ hội" }]);
  await as(clerk, (w) => withdrawSuggestion(w, cause));
  expect(await own()).toEqual([]);
  await as(clerk, (w) => suggestContent(w, { ...said, until: "2026-11-15" }));
  expect(await own()).toEqual([]);
  await as(clerk, (w) => suggestContent(w, said));
  await as(editor, (w) => acceptSuggestion(w, accept(cause)));
  await as(clerk, (w) => suggestContent(w, said));
  await as(clerk, (w) => withdrawSuggestion(w, cause));
  expect(await own()).toEqual([]);
  const { rows } = await db.pool.query("select state from content_suggestion where source = $1", [
    cause.source,
  ]);
  expect(rows).toEqual([{ state: "accepted" }]);
});
