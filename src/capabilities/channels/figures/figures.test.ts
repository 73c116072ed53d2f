import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { today, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { OutgoingRefused } from "#platform/http/outgoing.ts";
import { readSheets } from "#platform/official-document/read/read-sheets.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { sealWith } from "../accounts/credentials.ts";
import { account, playedNetwork } from "../channels.fixture.ts";
import type { FiguresRead, NotThere, ReadFigure } from "../connectors/figures-call.ts";
import { connectorOf } from "../connectors/index.ts";
import { presentDelivery } from "../deliveries/present-delivery.ts";
import { sayStillThere } from "../placements/say-still-there.ts";
import { pastHours } from "../posting-times/past-hours.ts";
import { listEnquiries } from "../press-room/enquiries/enquiry-queries.ts";
import { pressInPeriod } from "../press-room/press-in-period.ts";
import { collectFigures } from "./collect-figures.ts";
import { communicationInPeriod } from "./communication-in-period.ts";
import { correctFigure } from "./correct-figure.ts";
import { exportFigures } from "./export-figures.ts";
import { figureBoard } from "./figure-board.ts";
import { type Grouping, groupings } from "./grouping.ts";
import type { Metric } from "./metric.ts";
import { presentFigures } from "./present-figures.ts";
import { recordFigures } from "./record-figures.ts";
import { isStale } from "./stale.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  sealWith(readConfig({ GANDAN_DATA: mkdtempSync(join(tmpdir(), "figures-")) }));
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
const DAY = 86_400_000;
const before = (days: number) => today().subtract({ days }).toString();

/** A text that stands under an account since so many days. */
async function placed(days: number, network = "facebook", under: string | null = null) {
  const accountId =
    under ?? (await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { network, way: "manual" })));
  const [item] = await rows(
    "select i.id, r.id as revision, r.hash from content_item i join content_revision r on r.id = i.live_revision_id where i.agency_id = $1 and i.state = 'published' and not exists (select from delivery d where d.item_id = i.id and d.account_id = $2) limit 1",
    [SAMPLE_AGENCY_ID, accountId],
  );
  const [id, placementId, at] = [uuidv7(), uuidv7(), new Date(Date.now() - days * DAY)];
  await rows(
    "insert into delivery (id, agency_id, item_id, account_id, state, due_at, revision_id, revision_hash, marker, planned_at, settled_at) values ($1, $2, $3, $4, 'placed', $5, $6, $7, $8, $5, $5)",
    [id, SAMPLE_AGENCY_ID, item.id, accountId, at, item.revision, item.hash, id],
  );
  await rows(
    "insert into placement (id, agency_id, delivery_id, item_id, account_id, url, remote_id, placed_at, recorded_at, revision_id, revision_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)",
    [
      placementId,
      SAMPLE_AGENCY_ID,
      id,
      item.id,
      accountId,
      `https://mang.mau.vn/${id}`,
      id,
      at,
      item.revision,
      item.hash,
    ],
  );
  return { id, placementId, accountId };
}
type Next = Error | (Partial<Pick<FiguresRead, "missing" | "ended">> & { gone?: string[]; silent?: boolean });

/** A network that tells the views of the posts it is given, by our delivery, and whatever else it is told to say. */
function playedFigures() {
  playedNetwork();
  const played = {
    views: new Map<string, number>(),
    words: "Lượt xem.",
    asked: [] as string[][],
    skipped: [] as string[][],
    next: [] as Next[],
  };
  connectorOf("website")!.figures = {
    most: 10,
    read: async (_, posts, skip) => {
      played.asked.push(posts.map(({ remoteId }) => remoteId));
      played.skipped.push([...skip]);
      const next = played.next.shift() ?? {};
      if (next instanceof Error) throw next;
      const { gone = [], silent = false, ...said } = next;
      const told = posts.flatMap(({ id, remoteId }): [string, { figures: ReadFigure[] } | NotThere][] => {
        if (gone.includes(remoteId)) return [[id, { gone: "Không còn.", sure: !silent }]];
        const value = played.views.get(remoteId);
        return value === undefined || said.ended
          ? []
          : [[id, { figures: [{ metric: "views", value, name: "views", words: played.words }] }]];
      });
      return { posts: new Map(told), missing: [], ended: null, ...said };
    },
  };
  return played;
}
const type = (id: string, day: string, values: Partial<Record<Metric, number>>, who = editor) =>
  as(who, (w) =>
    recordFigures(w, {
      id,
      day,
      values: Object.entries(values).map(([metric, value]) => ({ metric: metric as Metric, value })),
      consent: null,
    }),
  );
const shown = (id: string) => presentFigures(db.database, editor, id);
const newest = async (id: string, metric: Metric) =>
  (await shown(id)).figures.find((one) => one.metric === metric)?.newest ?? null;

test("what somebody typed is kept once, with its day and what it means; what nobody said stays unknown", async () => {
  const { id } = await placed(5);
  await type(id, before(3), { views: 100, shares: 0 });
  await type(id, before(3), { views: 100 });
  await type(id, before(1), { views: 340 });
  await type(id, before(0), { views: 900 });
  await type(id, before(0), { views: 900 });
  const { readings, figures } = await shown(id);
  expect(readings.filter(({ metric }) => metric === "views").map(({ value }) => value)).toEqual([
    900, 340, 100,
  ]);
  expect(readings).toHaveLength(4);
  expect(figures.find(({ metric }) => metric === "reach")?.newest).toBeNull();
  expect(await newest(id, "views")).toMatchObject({
    value: 900,
    source: "person",
    definition: { name: "Ghi tay", version: 1, words: expect.stringContaining("Facebook") },
  });
  await expect(type(id, before(3), { views: 120 })).rejects.toThrow(Conflict);
  await expect(type(id, before(9), { views: 1 })).rejects.toThrow(Unacceptable);
  await expect(type(id, today().add({ days: 1 }).toString(), { views: 1 })).rejects.toThrow(Unacceptable);
  await expect(type(id, before(0), { plays: 3 })).rejects.toThrow(Unacceptable);
  await expect(type(id, before(0), { views: 1 }, person("auditor", "auditor"))).rejects.toThrow(Forbidden);
});

test("a wrong number is superseded with a reason, once, and stays; the database refuses to change or lose one", async () => {
  const { id, placementId } = await placed(2);
  await type(id, before(1), { views: 5000 });
  const wrong = (await shown(id)).readings[0]!.id;
  const correct = (readingId: string, value: number | null, reason: string) =>
    as(editor, (w) => correctFigure(w, { id, readingId, value, reason }));
  await expect(correct(wrong, 500, " ")).rejects.toThrow(Unacceptable);
  await correct(wrong, 500, "Gõ thừa một số 0");
  await expect(correct(wrong, 50, "Lần nữa")).rejects.toThrow(/vừa được sửa/);
  expect((await newest(id, "views"))?.value).toBe(500);
  const right = (await shown(id)).readings.find(({ supersedes }) => supersedes === wrong)!;
  await correct(right.id, null, "Xem nhầm bài");
  expect(await newest(id, "views")).toBeNull();
  await type(id, before(1), { views: 480 });
  expect((await newest(id, "views"))?.value).toBe(480);
  expect((await shown(id)).readings).toHaveLength(4);
  // What the database keeps as the newest is what follows from all readings.
  expect(
    await rows(
      `select from (
         select distinct on (placement_id, metric) placement_id, metric, id from figure_reading r
         where value is not null and not exists (select from figure_reading later where later.supersedes = r.id)
         order by placement_id, metric, taken_at desc, recorded_at desc, id desc) should
       full join newest_figure n using (placement_id, metric) where n.reading_id is distinct from should.id`,
    ),
  ).toEqual([]);
  // Not even who owns the tables; only together with the agency whose they are.
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  for (const change of [
    `update figure_reading set value = 1 where placement_id = '${placementId}'`,
    `delete from figure_reading where placement_id = '${placementId}'`,
    "delete from figure_definition",
  ])
    await expect(owner.query(change)).rejects.toThrow(/never changed/);
  await owner.query("begin");
  await owner.query("delete from placement where id = $1", [placementId]);
  await owner.query("rollback");
  await owner.end();
});

test("mails opened are counted only with the readers' consent", async () => {
  const { id } = await placed(1, "press");
  const say = (consent: string | null) =>
    as(editor, (w) =>
      recordFigures(w, { id, day: before(0), values: [{ metric: "mail-opens", value: 4 }], consent }),
    );
  await expect(say(null)).rejects.toThrow(/đồng ý/);
  await say("Phiếu đăng ký nhận thông cáo, mục 3");
  expect((await newest(id, "mail-opens"))?.value).toBe(4);
  await expect(
    rows(
      "insert into figure_reading (id, agency_id, placement_id, metric, value, taken_at, day_only, source, definition_id, recorded_by, recorded_at) select gen_random_uuid(), agency_id, placement_id, metric, 5, now(), false, source, definition_id, recorded_by, now() from figure_reading where metric = 'mail-opens' limit 1",
    ),
  ).rejects.toThrow(/opens_counted_only_with_consent/);
});

test("a connected account is asked often at first, then daily, then weekly; what it says is kept as it said it", async () => {
  const reader = playedFigures();
  const accountId = await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { way: "connected" }));
  const { id, placementId } = await placed(0, "website", accountId);
  const old = await placed(200, "website", accountId);
  const [{ placed_at: begun }] = await rows("select placed_at from placement where id = $1", [placementId]);
  const after = (hours: number) => new Date(begun.getTime() + hours * 3_600_000);
  reader.views.set(id, 7);
  for (const hours of [0.5, 1.1, 1.2, 3.1]) await collectFigures(db.database, after(hours));
  expect(reader.asked).toEqual([[id], [id]]);
  expect((await shown(id)).asking).toMatchObject({ nextAt: after(6), trouble: null });
  expect((await shown(old.id)).asking).toBeNull();
  reader.views.set(id, 90);
  reader.words = "Lượt xem, tính cả xem lại.";
  await collectFigures(db.database, after(6.1));
  const kept = (await shown(id)).readings.map(({ value, source }) => [value, source]);
  expect(kept).toEqual([
    [90, "network"],
    [7, "network"],
    [7, "network"],
  ]);
  expect((await newest(id, "views"))?.definition).toMatchObject({ version: 2, words: reader.words });
  // Two workers at once ask one after the other: the second finds nothing to do.
  await Promise.all([1, 2].map(() => collectFigures(db.database, after(12.1))));
  expect(reader.asked).toHaveLength(4);
  // Told nothing of it: unknown, not 0, and its turn comes again.
  reader.views.delete(id);
  await collectFigures(db.database, after(24.1));
  expect((await shown(id)).readings).toHaveLength(4);
  expect((await shown(id)).asking?.nextAt).toEqual(after(36));
});

test("a post made by hand under an account that is connected now is asked about by its address, or it is said why not", async () => {
  await rows("update channel_account set way = 'manual' where way = 'connected'");
  const reader = playedFigures();
  connectorOf("website")!.figures!.idOf = (address) => /bai-(\d+)$/u.exec(address)?.[1] ?? null;
  const accountId = await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { way: "connected" }));
  const byHand = async (url: string) => {
    const one = await placed(1, "website", accountId);
    await rows("update placement set url = $2, remote_id = null, recorded_by = $3 where id = $1", [
      ...[one.placementId, url, editor.personId],
    ]);
    return one;
  };
  const told = await byHand("https://mang.mau.vn/bai-77");
  const silent = await byHand("https://mang.mau.vn/khong-ma");
  reader.views.set("77", 61);
  await collectFigures(db.database);
  expect(reader.asked).toEqual([["77"]]);
  expect((await newest(told.id, "views"))?.value).toBe(61);
  expect((await shown(told.id)).notAsked).toBeNull();
  expect(await shown(silent.id)).toMatchObject({
    asking: null,
    notAsked: expect.stringContaining("không cho biết mã"),
  });
});

test("what the network takes away is told once; a limit makes the account wait; a post is gone when it was missed more than once, which is told once, until it is found again", async () => {
  await rows("update channel_account set way = 'manual' where way = 'connected'");
  const reader = playedFigures();
  const accountId = await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { way: "connected" }));
  const { id } = await placed(3, "website", accountId);
  const start = Date.now();
  const after = (hours: number) => new Date(start + hours * 3_600_000);
  const notices = async (like: string) =>
    (await rows("select title from notice where cause like $1 and person_id = $2", [like, editor.personId]))
      .length;
  reader.next.push({ ended: { outcome: "later", why: "Giới hạn số lần gọi.", after: 7200 } });
  await collectFigures(db.database, after(0));
  expect((await shown(id)).asking).toMatchObject({ trouble: "Giới hạn số lần gọi." });
  expect(await collectFigures(db.database, after(1))).toBe(0);
  const lost = {
    name: "views",
    metric: "views" as const,
    why: "Mạng không còn cho số này.",
    because: "gone" as const,
  };
  reader.next.push({ missing: [lost] }, { missing: [lost] });
  await collectFigures(db.database, after(3));
  expect((await shown(id)).asking).toMatchObject({
    trouble: null,
    missing: [{ label: "Lượt xem", why: lost.why }],
  });
  await collectFigures(db.database, after(30));
  expect(reader.skipped.at(-1)).toEqual(["views"]);
  expect(await notices(`figures-missing:${accountId}:%`)).toBe(1);
  reader.next.push(new OutgoingRefused("inside"), { gone: [id] });
  await collectFigures(db.database, after(60));
  expect((await shown(id)).asking?.trouble).toMatch(/nội bộ/);
  await collectFigures(db.database, after(90));
  const gone = async () => (await presentDelivery(db.database, editor, id)).goneAt;
  // One answer without it says nothing yet, nor does one that did not come; it is looked at again soon.
  expect([await gone(), (await shown(id)).asking?.nextAt]).toEqual([null, after(91)]);
  reader.next.push({ ended: { outcome: "later", why: "Bận.", after: 60 } }, { gone: [id] }, { gone: [id] });
  await collectFigures(db.database, after(91));
  expect(await gone()).toBeNull();
  await collectFigures(db.database, after(92));
  expect([await gone(), (await shown(id)).asking?.ended]).toEqual([after(92), "Không còn."]);
  await collectFigures(db.database, after(200));
  expect(await notices(`figures-post-gone:${id}:%`)).toBe(1);
  expect((await presentDelivery(db.database, editor, id)).events.map(({ words }) => words)).toContain(
    "Không còn.",
  );
  reader.views.set(id, 7);
  await collectFigures(db.database, after(300));
  expect([await gone(), (await newest(id, "views"))?.value]).toEqual([null, 7]);
  // An answer that is empty of everything says less: only the third in a row counts.
  reader.next.push(...Array.from({ length: 3 }, () => ({ gone: [id], silent: true })));
  for (const [hours, isGone] of [
    [400, false],
    [408, false],
    [416, true],
  ] as const) {
    await collectFigures(db.database, after(hours));
    expect((await gone()) !== null, String(hours)).toBe(isGone);
  }
  // A person looks and says that it stands: not gone anew for the same answer, however often, nor for one that says less.
  const say = (actor: typeof editor, reason: string) => as(actor, (w) => sayStillThere(w, { id, reason }));
  await expect(say(person("finance", "finance"), "Vẫn thấy")).rejects.toThrow(Forbidden);
  await expect(say(editor, "  ")).rejects.toThrow(Unacceptable);
  await say(editor, "Mở bằng máy khác vẫn thấy");
  await expect(say(editor, "Lần nữa")).rejects.toThrow("Kênh vẫn thấy bài này.");
  expect(await presentDelivery(db.database, editor, id)).toMatchObject({
    goneAt: null,
    placement: { deniedGone: { why: "Không còn.", byName: expect.any(String) } },
    may: { sayStillThere: { allowed: false } },
  });
  const answersOf = async (from: number, answers: Next[], hours = 40) => {
    for (const [turn, answer] of answers.entries()) {
      reader.next.push(answer);
      await collectFigures(db.database, after(from + turn * hours));
    }
    return (await gone()) !== null;
  };
  const silent = { gone: [id], silent: true };
  expect(await answersOf(450, [silent, silent, silent, silent])).toBe(false);
  // The network names this very post now: that says more than what was denied.
  expect(await answersOf(610, [{ gone: [id] }, { gone: [id] }])).toBe(true);
  await say(editor, "Vẫn còn, đã mở lại");
  const all = [{ gone: [id] }, { gone: [id] }, silent, silent, silent];
  expect(await answersOf(800, all, 200)).toBe(false);
  // Found, the word of the person has come true; lost after that it is gone anew, and told anew.
  expect(await answersOf(1800, [{}])).toBe(false);
  expect((await presentDelivery(db.database, editor, id)).placement?.deniedGone).toBeNull();
  expect(await answersOf(2000, [{ gone: [id] }, { gone: [id] }], 200)).toBe(true);
  const locked = await placed(1, "website", accountId);
  reader.next.push({ ended: { outcome: "reauth", why: "Mã không đúng." } });
  await collectFigures(db.database, after(2400));
  await collectFigures(db.database, after(2600));
  const [row] = await rows("select state, state_reason from channel_account where id = $1", [accountId]);
  expect(row).toEqual({ state: "paused", state_reason: "Mã không đúng." });
  expect(await notices(`account-locked-out:${accountId}:%`)).toBe(1);
  expect((await shown(locked.id)).readings).toEqual([]);
});

test("the board adds up what is known and says of how many; what is unknown stays so; the workbook tells the sources' definitions", async () => {
  const far = 900;
  const [one, other] = [await placed(far), await placed(far), await placed(far)] as const;
  const [from, to] = [before(far + 1), before(far - 1)];
  await type(one.id, before(far - 3), { views: 100, shares: 0 });
  await type(one.id, before(far - 9), { views: 150 });
  await type(other.id, before(far - 2), { views: 50 });
  const board = (by: Grouping, more: object = {}) =>
    figureBoard(db.database, editor, { by, from, to, ...more });
  const { total, placements, groups } = await board("network");
  const cell = (metric: Metric, cells = total) => cells.find((found) => found.metric === metric);
  expect(placements).toBe(3);
  expect(cell("views")).toMatchObject({ sum: 200, known: 2, of: 3, stale: 2, sources: ["person"] });
  expect(cell("shares")).toMatchObject({ sum: 0, known: 1, of: 3 });
  expect(cell("reach")).toMatchObject({ sum: null, known: 0, of: 3 });
  expect(groups).toMatchObject([{ key: "facebook", label: "Facebook", placements: 3 }]);
  for (const by of groupings) {
    const gathered = await board(by);
    expect(gathered.groups.length, by).toBeGreaterThan(0);
    expect(
      Math.max(...gathered.groups.map(({ cells }) => cell("views", cells)?.sum ?? 0)),
      by,
    ).toBeLessThanOrEqual(200);
  }
  expect((await board("account")).groups).toHaveLength(3);
  expect((await board("item", { network: "zalo" })).placements).toBe(0);
  await expect(figureBoard(db.database, editor, { by: "item", from: to, to: from })).rejects.toThrow(
    Unacceptable,
  );
  const sheets = await readSheets(await as(editor, (w) => exportFigures(w, { by: "account", from, to })));
  expect(sheets.map(({ name }) => name)).toEqual([
    "Tổng hợp",
    "Từng số",
    "Định nghĩa của nguồn",
    "Cách chọn và cách tính",
  ]);
  expect(sheets[1]!.rows).toHaveLength(4);
});

test("what reports are told agrees with the board and the log of enquiries, network by network", async () => {
  const facts = { from: before(400), to: before(0) };
  const board = await figureBoard(db.database, editor, { by: "network", ...facts });
  const { placed: places, measured } = await communicationInPeriod(db.database, SAMPLE_AGENCY_ID, facts);
  expect(board.groups.length).toBeGreaterThan(0);
  const add = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  for (const { key, placements, cells } of board.groups) {
    expect(places.filter(({ network }) => network === key)).toHaveLength(placements);
    for (const { metric, sum, known, of } of cells.filter((one) => one.of > 0)) {
      const own = measured.filter((one) => one.network === key && one.metric === metric);
      expect(own.every((one) => one.of === of)).toBe(true);
      expect(add(own.map(({ told }) => told?.known ?? 0))).toBe(known);
      expect(add(own.map(({ told }) => told?.sum ?? 0))).toBe(sum ?? 0);
    }
  }
  const { counts } = await listEnquiries(db.database, editor, { page: 1, ...facts }, new Date());
  const { enquiries } = await pressInPeriod(db.database, SAMPLE_AGENCY_ID, facts);
  expect(enquiries.filter(({ isCarried }) => !isCarried)).toHaveLength(counts.total);
  expect(enquiries.filter(({ state }) => state === "open")).toHaveLength(counts.open);
  expect(enquiries.filter(({ state, isLate }) => state !== "open" && isLate)).toHaveLength(counts.late);
});

test("past hours tell the middle of the views by hour and weekday, and say so where there are too few posts", async () => {
  const of = async () =>
    (await pastHours(db.database, SAMPLE_AGENCY_ID)).find((one) => one.network === "tiktok");
  const views = [10, 20, 30, 40];
  for (const value of views) await type((await placed(20, "tiktok")).id, before(5), { views: value });
  expect(await of()).toMatchObject({ posts: 4, median: null });
  await type((await placed(20, "tiktok")).id, before(5), { views: 1000 });
  // What was read on the day of the post tells of its age.
  await type((await placed(20, "tiktok")).id, before(20), { views: 1 });
  const told = (await of())!;
  expect(told).toMatchObject({ posts: 5, median: 30 });
  const placedAt = new Date(Date.now() - 20 * DAY);
  expect(told.byWeekday).toEqual([{ at: toVietnamDate(placedAt).dayOfWeek, posts: 5, median: 30 }]);
  expect(told.byHour.reduce((sum, { posts }) => sum + posts, 0)).toBe(5);
});

test("a number grows old the sooner, the younger the post was; after half a year it holds", () => {
  const posted = new Date("2026-01-01T00:00:00Z");
  const at = (days: number) => new Date(posted.getTime() + days * DAY);
  expect(isStale(posted, at(1), at(2))).toBe(false);
  expect(isStale(posted, at(1), at(4))).toBe(true);
  expect(isStale(posted, at(20), at(26))).toBe(false);
  expect(isStale(posted, at(20), at(28))).toBe(true);
  expect(isStale(posted, at(40), at(69))).toBe(false);
  expect(isStale(posted, at(190), at(900))).toBe(false);
});
