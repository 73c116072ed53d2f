import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { account } from "../../channels.fixture.ts";
import { figureImports } from "./figure-imports.ts";
import { importFigures } from "./import-figures.ts";
import { tryFigures } from "./try-figures.ts";
import { undoFigureImport } from "./undo-figure-import.ts";
import { addressKey, countWritten, dayWritten } from "./written-figure.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const person = (name: string, role: Role, unit: string | null = null): Actor => ({
  personId: samplePersonId(name),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: unit }],
});
const editor = person("editor", "editor");
const as = <T>(actor: Actor, act: (current: Work) => Promise<T>) => work(db.database, actor, act);
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const before = (days: number) => today().subtract({ days }).toString();

/** Posts under an account of a network since ten days, each with an address; gives their placements. */
async function placed(network: string, addresses: string[]): Promise<string[]> {
  const accountId = await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { network, way: "manual" }));
  const items = await rows(
    "select i.id, r.id as revision, r.hash from content_item i join content_revision r on r.id = i.live_revision_id where i.agency_id = $1 and i.state = 'published' order by i.id limit $2",
    [SAMPLE_AGENCY_ID, addresses.length],
  );
  const ids: string[] = [];
  for (const [at, url] of addresses.entries()) {
    const [id, placement, { id: item, revision, hash }] = [uuidv7(), uuidv7(), items[at]];
    const since = new Date(Date.now() - 10 * 86_400_000);
    await rows(
      "insert into delivery (id, agency_id, item_id, account_id, state, due_at, revision_id, revision_hash, marker, planned_at, settled_at) values ($1, $2, $3, $4, 'placed', $5, $6, $7, $8, $5, $5)",
      [id, SAMPLE_AGENCY_ID, item, accountId, since, revision, hash, id],
    );
    await rows(
      "insert into placement (id, agency_id, delivery_id, item_id, account_id, url, placed_at, recorded_at, revision_id, revision_hash) values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)",
      [placement, SAMPLE_AGENCY_ID, id, item, accountId, url, since, revision, hash],
    );
    ids.push(placement);
  }
  return ids;
}
const table = (lines: string[], day = before(1)) => ({
  bytes: new TextEncoder().encode(lines.join("\n")),
  day,
});
const tried = (lines: string[], day?: string) =>
  tryFigures(db.database, editor, table(lines, day), new Date());
const bring = (lines: string[], seen: string, { actor = editor, source = "Meta Business Suite" } = {}) =>
  as(actor, (w) => importFigures(w, { ...table(lines), fileName: "so-lieu.csv", sourceName: source, seen }));
const standing = (placementIds: string[]) =>
  rows("select metric, value::int from newest_figure where placement_id = any($1) order by metric, value", [
    placementIds,
  ]);

test("a table of figures is tried line by line, taken once, taken back as one, and may be brought again", async () => {
  const posts = await placed("facebook", [
    "https://www.facebook.com/so-mau/posts/1001",
    "https://www.facebook.com/story.php?story_fbid=1002&id=7",
  ]);
  const [video] = await placed("youtube", ["https://www.youtube.com/watch?v=abcDEF123_-"]);
  const head = "Permalink,Post ID,Ngày xem số,Reach,Views,Reactions,Comments,Shares,Watch time (hours)";
  const lines = [
    head,
    'https://m.facebook.com/so-mau/posts/1001/?utm_source=x,,,"1.240",5200,,0,-,',
    `https://facebook.com/story.php?id=7&story_fbid=1002,,${before(2)},10,,,,,`,
    ",abcDEF123_-,,99,300,12,,,1.5",
    "https://facebook.com/nguoi-khac/posts/9,,,1,1,,,,",
    "https://www.facebook.com/so-mau/posts/1001,,,nhiều,,,,,",
    `https://www.facebook.com/so-mau/posts/1001,,${before(30)},5,,,,,`,
    'https://www.facebook.com/so-mau/posts/1001,,,"1,241",,,,,',
    "https://www.facebook.com/so-mau/posts/1001,,,,,,,,",
  ];
  const trial = await tried(lines);
  expect(trial.lines.map(({ line, state }) => [line, state])).toEqual([
    [2, "new"],
    [3, "new"],
    [4, "new"],
    ...[5, 6, 7, 8, 9].map((line) => [line, "bad"]),
  ]);
  expect(trial.lines.slice(3).map(({ errors }) => errors[0])).toEqual([
    expect.stringMatching(/Chưa có lượt đăng nào ghi địa chỉ/),
    expect.stringMatching(/“Người tiếp cận” ghi “nhiều”/),
    expect.stringMatching(/trước ngày bài lên kênh/),
    expect.stringMatching(/một dòng ở trên ghi 1\.240/),
    expect.stringMatching(/không có số nào/),
  ]);
  // YouTube tells no reach: said, and not taken.
  expect(trial.lines[2]!.notes[0]).toMatch(/YouTube không có số/);
  expect(await rows("select from figure_import")).toEqual([]);

  await expect(bring(lines, "khác")).rejects.toThrow(Conflict);
  await expect(bring(lines, trial.seen, { source: " " })).rejects.toThrow(Unacceptable);
  await expect(
    bring(lines, trial.seen, { actor: person("contributor", "contributor", sampleUnitId("ttbcxb")) }),
  ).rejects.toThrow(Forbidden);
  // Two at once: one takes them, the other finds that they are there.
  const twice = await Promise.allSettled([bring(lines, trial.seen), bring(lines, trial.seen)]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const all = [...posts, video!];
  const numbers = [
    { metric: "comments", value: 0 },
    { metric: "reach", value: 10 },
    { metric: "reach", value: 1240 },
    { metric: "reactions", value: 12 },
    { metric: "views", value: 300 },
    { metric: "views", value: 5200 },
    { metric: "watch-seconds", value: 5400 },
  ];
  expect(await standing(all)).toEqual(numbers);
  expect((await tried(lines)).lines.slice(0, 3).map(({ state }) => state)).toEqual([
    "present",
    "present",
    "present",
  ]);
  // Another number of a day that is over is put right where it stands.
  const other = await tried([head, "https://www.facebook.com/so-mau/posts/1001,,,7,,,,,"]);
  expect(other.lines[0]!.errors[0]).toMatch(/đã ghi là 1\.240/);

  const made = (await figureImports(db.database, editor)).imports[0]!;
  expect([made.left, made.sourceName]).toEqual([7, "Meta Business Suite"]);
  const { id } = made;
  await as(editor, (w) => undoFigureImport(w, { id }));
  await expect(as(editor, (w) => undoFigureImport(w, { id }))).rejects.toThrow(/đã được lấy lại/);
  expect(await standing(all)).toEqual([]);
  expect(await rows("select from figure_reading where placement_id = any($1)", [all])).toHaveLength(14);
  const again = await tried(lines);
  await bring(lines, again.seen);
  expect(await standing(all)).toEqual(numbers);
});

test("counts, days and addresses are read as people and consoles write them", () => {
  expect(["5200", "5.200", "1,234,567", "5 200", "12.0", "0"].map((text) => countWritten(text, 1))).toEqual([
    5200, 5200, 1234567, 5200, 12, 0,
  ]);
  expect(["", "-", "N/A", "Chưa rõ"].map((text) => countWritten(text, 1))).toEqual([null, null, null, null]);
  expect(["1,5K", "12,34", "-3", "1.234,567"].map((text) => countWritten(text, 1))).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
  expect(["1.5", "0,25", "2"].map((text) => countWritten(text, 3600))).toEqual([5400, 900, 7200]);
  expect(["25/11/2026", "2026-11-25 08:00", "31/02/2026", "hôm qua"].map(dayWritten)).toEqual([
    "2026-11-25",
    "2026-11-25",
    null,
    null,
  ]);
  expect(addressKey("https://m.facebook.com/a/posts/1/?fbclid=x")).toBe(
    addressKey("http://www.facebook.com/a/posts/1"),
  );
  expect(addressKey("https://youtube.com/watch?v=a")).not.toBe(addressKey("https://youtube.com/watch?v=b"));
});
