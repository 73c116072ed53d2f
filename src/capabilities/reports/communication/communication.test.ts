import { beforeAll, expect, test } from "vitest";
import { pressEnquiry, pressLetter, pressLetterRecipient } from "#channels/tables";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { periodContaining } from "#platform/clock/reporting-period.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { readSheets } from "#platform/official-document/read/read-sheets.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { collectFigures } from "../collect-figures.ts";
import { composeReport } from "../compose-report.ts";
import { differences } from "../differences.ts";
import { draftPeriodReport } from "../draft-period-report.ts";
import { evidenceSheets } from "../evidence-sheets.ts";
import { exportReport } from "../export-report.ts";
import { figureInWords } from "../figure.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import { type Frozen, frozenOf, type Report, textOf } from "../report-queries.ts";

let db: TestDatabase;
let report: Report;
let frozen: Frozen;
let placements: { deliveryId: string; placementId: string }[];
const month = periodContaining(today(), "month", "calendar");

const editor = samplePersonId("editor");
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const HOUR = 3_600_000;
/** So near that it is still the month of the report. */
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

/** A text of the sample department that stands under an account. */
async function placed(accountId: string) {
  const [item] = await rows(
    "select i.id, r.id as revision, r.hash from content_item i join content_revision r on r.id = i.live_revision_id where i.agency_id = $1 and i.state = 'published' and not exists (select from delivery d where d.item_id = i.id and d.account_id = $2) limit 1",
    [SAMPLE_AGENCY_ID, accountId],
  );
  const [deliveryId, placementId, at] = [uuidv7(), uuidv7(), new Date()];
  await rows(
    "insert into delivery (id, agency_id, item_id, account_id, state, due_at, revision_id, revision_hash, marker, planned_at, settled_at) values ($1, $2, $3, $4, 'placed', $5, $6, $7, $8, $5, $5)",
    [deliveryId, SAMPLE_AGENCY_ID, item.id, accountId, at, item.revision, item.hash, deliveryId],
  );
  await rows(
    "insert into placement (id, agency_id, delivery_id, item_id, account_id, url, placed_at, recorded_at, revision_id, revision_hash) values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)",
    [
      ...[placementId, SAMPLE_AGENCY_ID, deliveryId, item.id, accountId],
      ...[`https://mang.mau.vn/${deliveryId}`, at, item.revision, item.hash],
    ],
  );
  return { deliveryId, placementId };
}

/** A number of a placement, by a definition that its name makes. */
async function told(placementId: string, network: string, metric: string, value: number, more = {}) {
  const { name, takenAt } = { name: "Ghi tay", takenAt: new Date(), ...more };
  const source = name === "Ghi tay" ? "person" : "network";
  const known = () =>
    rows(
      "select id from figure_definition where agency_id = $1 and network = $2 and metric = $3 and name = $4",
      [SAMPLE_AGENCY_ID, network, metric, name],
    );
  if ((await known()).length === 0)
    await rows(
      "insert into figure_definition (id, agency_id, network, metric, source, name, words, version, since) values ($1, $2, $3, $4, $5, $6, 'Hiểu là lượt mở bài.', 1, now())",
      [uuidv7(), SAMPLE_AGENCY_ID, network, metric, source, name],
    );
  const [{ id }] = await known();
  await rows(
    "insert into figure_reading (id, agency_id, placement_id, metric, value, taken_at, day_only, source, definition_id, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, false, $7, $8, now(), $9)",
    [
      ...[uuidv7(), SAMPLE_AGENCY_ID, placementId, metric, value, takenAt, source, id],
      source === "person" ? editor : null,
    ],
  );
}

async function enquire(receivedSecondsAgo: number, answeredSecondsAgo: number | null) {
  const [receivedAt, closedAt] = [ago(receivedSecondsAgo), answeredSecondsAgo && ago(answeredSecondsAgo)];
  await db.database.insert(pressEnquiry).values({
    ...{ id: uuidv7(), agencyId: SAMPLE_AGENCY_ID, outletId: null, outletName: "Báo Mẫu", contactId: null },
    ...{ askedBy: "Phan Thị Mẫu", reach: "", way: "phone" as const, subject: "Việc riêng không vào báo cáo" },
    ...{ questions: "", search: "", receivedAt, handlerId: editor, notedBy: editor, notedAt: new Date() },
    dueAt: new Date(receivedAt.getTime() + 24 * HOUR),
    warnAt: new Date(receivedAt.getTime() + 20 * HOUR),
    ...(closedAt
      ? { state: "refused" as const, closedAt, closedBy: editor, words: "Không thuộc việc của Sở." }
      : { state: "open" as const }),
  });
}

/** A page in the register. */
async function account(network: string) {
  const id = uuidv7();
  await rows(
    "insert into channel_account (id, agency_id, network, name, handle, unit_id, decision, is_verified, note, way, state, state_at, made_at) values ($1, $2, $3, 'Trang mẫu', '', $4, '', false, '', 'manual', 'open', now(), now())",
    [id, SAMPLE_AGENCY_ID, network, sampleUnitId("ttbcxb")],
  );
  return id;
}

beforeAll(async () => {
  db = await testDatabase("sample");
  const [page, chat] = [await account("facebook"), await account("zalo")];
  placements = [await placed(page), await placed(page), await placed(chat), await placed(chat)];
  const [first, second, third, fourth] = placements as [
    (typeof placements)[0],
    (typeof placements)[0],
    (typeof placements)[0],
    (typeof placements)[0],
  ];
  await told(first.placementId, "facebook", "reach", 900);
  await told(first.placementId, "facebook", "watch-seconds", 3720);
  await told(second.placementId, "facebook", "reach", 300);
  await told(third.placementId, "zalo", "views", 50);
  await told(fourth.placementId, "zalo", "views", 7, { name: "Số mẫu" });
  await enquire(2, 1);
  await enquire(3, null);
  const letterId = uuidv7();
  const contacts = await rows("select id from press_contact where agency_id = $1 limit 2", [
    SAMPLE_AGENCY_ID,
  ]);
  await db.database.insert(pressLetter).values({
    ...{ id: letterId, agencyId: SAMPLE_AGENCY_ID, title: "Thư mẫu", body: "Nội dung mẫu." },
    ...{ state: "sent", madeBy: editor, madeAt: new Date() },
    ...{ sentBy: samplePersonId("editor2"), sentAt: new Date() },
  });
  await db.database.insert(pressLetterRecipient).values(
    contacts.map(({ id: contactId }, index) => ({
      ...{ id: uuidv7(), agencyId: SAMPLE_AGENCY_ID, letterId, contactId },
      ...(index === 0 && { acknowledgedAt: new Date(), acknowledgedHow: "told" as const }),
    })),
  );
  report = await draftPeriodReport(db.database, SAMPLE_AGENCY_ID, {
    ...{ period: month.code, basis: "calendar", refresh: false },
  });
  frozen = (await frozenOf(db.database, report))!;
});

const family = (prefix: string) => frozen.figures.filter(({ key }) => key.startsWith(prefix));
const figure = (key: string) => frozen.figures.find((one) => one.key === key)!;

test("mỗi số đo giữ cách đếm của nguồn, lúc xem, số liệu cũ, và mở ra đúng các lượt đăng; cách đếm khác nhau không cộng", () => {
  const views = family("channels.measured.zalo.views.");
  expect(views.map(({ numerator }) => numerator).sort((a, b) => a - b)).toEqual([7, 50]);
  const network = views.find(({ numerator }) => numerator === 7)!;
  expect(network).toMatchObject({
    source: "Mạng tự báo, “Số mẫu”",
    measured: { known: 1, definition: { name: "Số mẫu", words: "Hiểu là lượt mở bài." } },
  });
  const opened = figureRows(frozen.chain, network);
  expect(opened.map(({ id }) => id)).toEqual([placements[3]!.placementId]);
  expect(opened[0]!.detail).toContain("7 lượt xem, xem số lúc");
  for (const one of frozen.figures.filter(({ measured }) => measured)) {
    const behind = frozen.chain.communication!.placements.filter(({ id }) => one.rows.ids.includes(id));
    const values = behind.flatMap(({ figures }) =>
      figures.flatMap(({ definitionId, value }) =>
        definitionId === one.measured!.definition.id ? [value] : [],
      ),
    );
    expect(
      values.reduce((all, value) => all + value, 0),
      one.key,
    ).toBe(one.numerator);
  }
  expect(frozen.figures.some(({ key }) => /^channels\.measured\.(?:all|total)/u.test(key))).toBe(false);
});

test("số mới không đổi báo cáo đã chốt; phần khác đi được nêu khi hỏi", async () => {
  const before = await exportReport(db.database, report, "json");
  await told(placements[2]!.placementId, "zalo", "views", 80, { takenAt: new Date(Date.now() + 1000) });
  expect(Buffer.from(await exportReport(db.database, report, "json")).equals(Buffer.from(before))).toBe(true);
  const changed = differences(frozen, await collectFigures(db.database, report)).figures;
  expect(changed.find(({ frozen: was }) => was?.numerator === 50)).toMatchObject({
    frozen: { numerator: 50 },
    now: { numerator: 80 },
  });
});

test("báo cáo nêu yêu cầu của báo chí so với hạn, và không giữ lời của câu hỏi, tên người hỏi", async () => {
  const words = ["in-time", "late", "overdue"].map((key) => figure(`press.${key}`).numerator);
  expect(words).toEqual([1, 0, 0]);
  expect(figure("press.open").numerator).toBe(figure("press.enquiries").numerator - 1);
  expect(figureInWords(figure("press.letters"))).toBe("1 thư định hướng");
  expect(figure("press.acknowledged").numerator).toBe(1);
  expect(figure("press.acknowledged").denominator).toBeGreaterThan(1);
  expect(frozen.json).not.toContain("Phan Thị Mẫu");
  expect(frozen.json).not.toContain("Việc riêng không vào báo cáo");
});

test("dự thảo, phụ lục và tệp Excel nói những số ấy; đổi cách đếm thì không so với năm trước", async () => {
  const { content } = (await textOf(db.database, report))!;
  const section = content.sections.find(({ heading }) => heading.startsWith("Kết quả trên từng kênh"))!;
  expect(section.text).toContain("1.200 lượt tiếp cận");
  expect(section.text).toContain("1 giờ 2 phút xem");
  expect(section.text).toContain("số của các kênh không cộng với nhau");
  const takenAt = frozen.frozenAt.toISOString();
  const issued = { number: null, issuedOn: null };
  const views = figure(family("channels.measured.facebook.reach.")[0]!.key);
  const lastYear = {
    label: "cùng kỳ",
    source: "Báo cáo mẫu",
    figures: [
      { key: "channels.measured.facebook.reach.cach-dem-cu", numerator: 5, denominator: null },
      { key: family("channels.measured.facebook.watch-seconds.")[0]!.key, numerator: 60, denominator: null },
    ],
  };
  const compared = countFigures({ ...frozen.chain, yearBefore: lastYear });
  expect(compared.find(({ key }) => key === views.key)).toMatchObject({
    before: null,
    measured: { countedOtherwise: true },
  });
  const model = composeReport(
    { id: report.id, takenAt, frozen: true },
    frozen.chain,
    compared,
    content,
    issued,
  );
  const appendix = JSON.stringify(
    model.appendices.find(({ title }) => title.startsWith("Số liệu truyền thông")),
  );
  for (const part of ["Hiểu là lượt mở bài.", "nguồn đã đổi cách đếm", "so với 1 phút 0 giây xem", "Báo Mẫu"])
    expect(appendix).toContain(part);
  const bytes = await exportReport(db.database, report, "xlsx");
  const sheets = await readSheets(bytes);
  const places = sheets.find(({ name }) => name === "Lượt đăng và số liệu")!;
  expect(places.rows.length - 1).toBe(figure("channels.placements").numerator);
  expect(evidenceSheets(report.id, frozen.chain, frozen.figures).map(({ name }) => name)).toContain(
    "Cách đếm của nguồn",
  );
});
