import { beforeAll, expect, test } from "vitest";
import { newestWords, runsInText } from "#newsroom";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { coverageBetween } from "./coverage/coverage-between.ts";
import { pressBetween } from "./coverage/press-between.ts";
import {
  answerIncident,
  assignIncident,
  closeIncident,
  setIncidentRule,
} from "./incidents/handle-incident.ts";
import { lightOf } from "./incidents/incident.ts";
import { listIncidents } from "./incidents/incident-queries.ts";
import { openIncident } from "./incidents/open-incident.ts";
import { watchIncidents } from "./incidents/watch-incidents.ts";
import { bareOf } from "./sorting/bare-words.ts";
import { findCopy, readyTexts } from "./sorting/find-copy.ts";
import { markTone } from "./sorting/mark-tone.ts";
import { setWords } from "./sorting/set-words.ts";
import { sortItems } from "./sorting/sort-items.ts";
import { themesIn } from "./sorting/theme-words.ts";
import { keepItems } from "./sources/keep-items.ts";
import { listItems, listSources } from "./sources/source-queries.ts";
import { listeningSource } from "./tables.ts";

const HOUR = 3_600_000;
const begun = new Date("2031-03-20T09:00:00+07:00");
const hours = (count: number) => new Date(begun.getTime() + count * HOUR);
let db: TestDatabase;
const as = (role: Role, who: Role = role): Actor => ({
  ...{ personId: samplePersonId(who), name: "Người Mẫu", agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: null }],
});
const editor = as("editor");
const act = <T>(actor: Actor, run: (current: Work) => Promise<T>, at = begun) =>
  work(db.database, actor, run, { at });
const sourceId = uuidv7();
const items = async () => (await listItems(db.database, editor, { sourceId, page: 1 })).items;
const named = async (start: string) => (await items()).find(({ title }) => title.startsWith(start))!;
const told = async (cause: string) =>
  (
    await db.pool.query<{ person_id: string }>("select person_id from notice where cause like $1", [cause])
  ).rows.map(({ person_id }) => person_id);

beforeAll(async () => {
  db = await testDatabase("sample");
  await db.database.insert(listeningSource).values({
    ...{
      id: sourceId,
      agencyId: SAMPLE_AGENCY_ID,
      kind: "press",
      name: "Báo Mẫu",
      url: "https://bao.example/f",
    },
    ...{ urlKey: "bao.example/f", nextAt: begun, madeBy: samplePersonId("editor"), madeAt: begun },
  });
  const [own] = await newestWords(db.database, SAMPLE_AGENCY_ID, { limit: 1 });
  const item = (title: string, summary: string, html: string | null = null) => ({
    ...{ id: title, url: `https://bao.example/${encodeURIComponent(title)}`, title, summary, html },
    ...{ publishedAt: "2031-03-20T01:00:00Z" },
  });
  await act(editor, (current) =>
    keepItems(current, sourceId, [
      item(
        "Một tin lấy nguyên của cơ quan",
        "Tóm tắt của báo.",
        `<p>${own!.words.replaceAll("\n", "</p><p>")}</p>`,
      ),
      item("Chậm trả hồ sơ ở một cửa", "Người dân kêu thủ tục hành chính còn phiền hà, chờ nhiều ngày."),
      item("Đội bóng đá giành chiến thắng", "Trận đấu diễn ra tại sân vận động thành phố tối qua."),
    ] as never),
  );
});

test("words sort by whole words, with or without diacritics", () => {
  const words = { a: ["thủ tục hành chính", "TTHC"], b: ["PCI"] };
  expect(themesIn(bareOf("Giải quyết Thu tuc hanh chinh nhanh"), words)).toEqual(["a"]);
  expect(themesIn(bareOf("Điểm PCI tăng; TTHC gọn"), words)).toEqual(["a", "b"]);
  expect(themesIn(bareOf("SPCIA, TTHCX"), words)).toEqual([]);
});

const released =
  "Từ đầu tháng, hồ sơ cấp phép lữ hành được trả sớm hai ngày so với quy định, người nộp theo dõi trên mạng. " +
  "Mỗi bước giải quyết đều hiện giờ nhận, giờ trả và tên người xử lý; chậm thì lãnh đạo phòng gọi điện xin lỗi. " +
  "Sau ba tháng, bảy trăm hồ sơ đã đi theo cách này và không hồ sơ nào bị trả lại vì thiếu giấy tờ.";
const usual =
  "Đây là câu kết mà cơ quan nào cũng viết ở cuối mỗi bài đăng trên cổng thông tin điện tử của mình.";
const ourTexts = (ours: string, others = 0) =>
  readyTexts(
    [
      ours,
      ...Array.from({ length: others }, (_, at) => `Bài khác số ${at} kể chuyện ${at * 7} khác. ${usual}`),
    ].map((words, at) => ({ id: `${at + 1}`, publishedAt: begun, words })),
  );
const copyOf = (text: string, own: ReturnType<typeof readyTexts>, placedAt = begun) =>
  findCopy({ runs: runsInText(text), placedAt }, own);

test("a text of ours is known by its words, whole, cut, edited or inside a longer one, with or without diacritics", () => {
  const own = ourTexts(released);
  expect(copyOf(released, own)).toMatchObject({ contentId: "1", share: 100 });
  const plain = released.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").toUpperCase();
  expect(copyOf(plain, own)).toMatchObject({ share: 100 });
  expect(copyOf(released.split(". ").slice(1).join(". "), own)).toMatchObject({ share: 100 });
  const edited = released
    .replace("hai ngày", "2 ngày")
    .replace("xin lỗi", "nhận lỗi")
    .replace("bảy trăm", "hơn 700");
  expect(copyOf(edited, own)!.share).toBeGreaterThan(70);
  const longer = `${"Phóng viên kể thêm nhiều chuyện của riêng mình ở đoạn này. ".repeat(3)} ${released} ${"Bạn đọc góp ý gì xin gửi về tòa soạn."}`;
  expect(copyOf(longer, own)).toMatchObject({ share: 100 });
});

test("a headline, a short notice, what every text says, another text and an older one are no copies", () => {
  const own = ourTexts(`${released} ${usual}`, 8);
  expect(copyOf("Hồ sơ cấp phép lữ hành được trả sớm hai ngày so với quy định", own)).toBeNull();
  expect(copyOf(`Tin ngắn của một cơ quan khác. ${usual}`, own)).toBeNull();
  expect(
    copyOf(
      "Sáng nay, một lễ hội làng khai mạc với sự tham gia của đông đảo du khách; ban tổ chức bố trí gửi xe miễn phí và " +
        "trạm y tế. Người dân khen đường sạch, hàng quán niêm yết giá, không còn cảnh chèo kéo như những năm trước.",
      own,
    ),
  ).toBeNull();
  const before = (days: number) => new Date(begun.getTime() - days * 24 * HOUR);
  expect(copyOf(released, own, before(2))).not.toBeNull();
  expect(copyOf(released, own, before(4))).toBeNull();
});

test("items are sorted once, and anew when an agency says its own words", async () => {
  await Promise.all([sortItems(db.database, begun), sortItems(db.database, begun)]);
  expect((await named("Chậm trả")).themes.toSorted()).toEqual([
    "innovation.public-service-centre",
    "pillar.procedures",
  ]);
  expect((await named("Đội bóng")).themes).toEqual([]);
  const copied = (await items()).filter(({ copy }) => copy !== null);
  expect(copied.map(({ title, copy }) => [title, copy!.share])).toEqual([
    ["Một tin lấy nguyên của cơ quan", 100],
  ]);
  expect(copied[0]!.copy!.compared).toBeGreaterThan(19);
  expect(await sortItems(db.database, begun)).toBe(0);
  const say = (actor: Actor, theme: string, words: string[]) =>
    act(actor, (current) => setWords(current, { theme, words }));
  await expect(say(as("contributor"), "policy", ["bóng đá"])).rejects.toThrow(Forbidden);
  await expect(say(editor, "khong-co", ["bóng đá"])).rejects.toThrow(Unacceptable);
  await say(editor, "policy", [" bóng  đá ", "bóng đá", ""]);
  await sortItems(db.database, begun);
  expect((await named("Đội bóng")).themes).toEqual(["policy"]);
  const narrowed = await listItems(db.database, editor, { theme: "policy", sourceId, page: 1 });
  expect(narrowed.items.map(({ title }) => title)).toEqual(["Đội bóng đá giành chiến thắng"]);
});

test("criticism opens an incident whose clock runs in hours; it is answered, handed on and closed with a result", async () => {
  const { id: itemId } = await named("Chậm trả");
  const praise = (actor: Actor) => act(actor, (current) => markTone(current, { id: itemId, tone: "praise" }));
  await expect(praise(as("contributor"))).rejects.toThrow(Forbidden);
  await praise(editor);
  const handlerId = samplePersonId("head");
  const id = uuidv7();
  const incident = { id, itemId, title: "Báo nêu chậm trả hồ sơ", url: null, handlerId };
  const open = (given = incident, actor = editor) => act(actor, (current) => openIncident(current, given));
  await expect(open(incident, as("contributor"))).rejects.toThrow(Forbidden);
  await expect(open({ ...incident, handlerId: uuidv7() })).rejects.toThrow(Unacceptable);
  await expect(open({ ...incident, itemId: uuidv7() })).rejects.toThrow(NotFound);
  await open();
  await open();
  await expect(open({ ...incident, id: uuidv7() })).rejects.toThrow(Conflict);
  expect(await named("Chậm trả")).toMatchObject({ tone: "criticism", hasIncident: true });
  const one = async (at = begun) =>
    (await listIncidents(db.database, editor, at)).incidents.find((row) => row.id === id)!;
  expect(await one()).toMatchObject({ state: "open", dueAt: hours(24), light: "in-time" });
  expect(await told(`listening-incident:${id}:%`)).toEqual([handlerId]);
  expect(await told(`listening-incident-open:${id}`)).toContain(samplePersonId("leadership"));

  await watchIncidents(db.database, hours(10));
  expect(await told(`listening-incident-due:${id}`)).toEqual([]);
  await watchIncidents(db.database, hours(21));
  await watchIncidents(db.database, hours(21));
  expect(await told(`listening-incident-due:${id}`)).toEqual([handlerId]);
  await watchIncidents(db.database, hours(25));
  expect(await told(`listening-incident-late:${id}`)).toContain(samplePersonId("leadership"));
  expect((await one(hours(25))).light).toBe("late");

  await act(editor, (current) => assignIncident(current, { id, handlerId: samplePersonId("office") }));
  const answer = (actor: Actor, at: Date, words = "Đã xin lỗi và trả hồ sơ.") =>
    act(actor, (current) => answerIncident(current, { id, answer: words, answerUrl: null }), at);
  await expect(answer(as("head"), hours(26))).rejects.toThrow(Forbidden);
  await answer(as("office"), hours(26));
  await answer(editor, hours(30), "Đã xin lỗi, trả hồ sơ, báo đã đăng lại.");
  expect(await one(hours(31))).toMatchObject({
    ...{ state: "answered", light: "answered-late", answeredAt: hours(26) },
    answer: "Đã xin lỗi, trả hồ sơ, báo đã đăng lại.",
  });
  await expect(act(editor, (current) => assignIncident(current, { id, handlerId }))).rejects.toThrow(
    Forbidden,
  );
  const close = (actor: Actor) =>
    act(actor, (current) => closeIncident(current, { id, result: "Báo đã đăng kết quả xử lý." }), hours(40));
  await expect(close(as("head"))).rejects.toThrow(Forbidden);
  await close(editor);
  await expect(close(editor)).rejects.toThrow(Forbidden);

  await expect(
    act(editor, (current) => setIncidentRule(current, { hours: 8, ground: "Quy chế" })),
  ).rejects.toThrow(Forbidden);
  await act(as("leadership"), (current) => setIncidentRule(current, { hours: 8, ground: "Quy chế" }));
  const next = uuidv7();
  await open({ ...incident, id: next, itemId: null as never, title: "Nêu trên mạng xã hội" });
  const { incidents, rule } = await listIncidents(db.database, editor, begun);
  expect(rule).toEqual({ hours: 8, ground: "Quy chế" });
  expect(incidents.find((row) => row.id === next)!.dueAt).toEqual(hours(8));
  expect(incidents.find((row) => row.id === id)!.dueAt).toEqual(hours(24));

  expect(
    await coverageBetween(db.database, SAMPLE_AGENCY_ID, { from: "2031-03-20", to: "2031-03-20" }),
  ).toMatchObject({
    tones: expect.arrayContaining([{ key: "criticism", items: 1 }]),
    sources: [{ key: sourceId, name: "Báo Mẫu", items: 3 }],
    copies: { items: 1, texts: 1 },
    incidents: { opened: 2, answeredInTime: 0, answeredLate: 1, open: 1 },
  });
  const rows = await pressBetween(db.database, SAMPLE_AGENCY_ID, { from: "2031-03-20", to: "2031-03-20" });
  expect(rows.sources).toEqual([{ id: sourceId, name: "Báo Mẫu", items: 3 }]);
  expect(rows.articles.find((row) => row.id === itemId)).toMatchObject({
    ...{ tone: "criticism", sourceNames: ["Báo Mẫu"], on: "2031-03-20" },
  });
  expect(rows.articles.filter(({ copy }) => copy !== null)).toHaveLength(1);
  expect(rows.incidents.find((row) => row.id === id)).toMatchObject({ endedAt: hours(26).toISOString() });
  const none = await coverageBetween(db.database, SAMPLE_AGENCY_ID, { from: "2020-01-01", to: "2020-01-02" });
  expect(none).toMatchObject({ items: 0, themes: [], incidents: { opened: 0 } });
});

test.each([
  [19, null, "in-time"],
  [20, null, "near"],
  [25, null, "late"],
  [25, 24, "answered-in-time"],
  [25, 24.5, "answered-late"],
])("after %d hours, answered after %s: %s", (now, answered, light) => {
  const answeredAt = answered === null ? null : hours(answered);
  expect(lightOf({ dueAt: hours(24), answeredAt, closedAt: null }, hours(now))).toBe(light);
});

test("the sample shows what was taken with and without credit, a headline that is none, and what the register has", async () => {
  const { items: found } = await listItems(db.database, editor, { to: "2031-01-01", page: 1 });
  const taken = found.filter(({ copy }) => copy !== null);
  expect(taken.map(({ copy, pickups }) => [copy!.isCredited, copy!.share >= 60, pickups.length])).toEqual([
    [true, true, 1],
    [false, true, 0],
  ]);
  expect(taken[0]!.pickups[0]!.itemId).toBe(taken[0]!.copy!.contentId);
  expect(found.find(({ title }) => title.startsWith("Công khai danh mục"))!.copy).toBeNull();
  const { sources } = await listSources(db.database, editor);
  expect(sources.filter(({ name, isOn }) => name !== "Báo Mẫu" && isOn)).toEqual([]);
});
