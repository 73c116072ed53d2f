import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actIn, as } from "../budget.fixture.ts";
import { answerSavings } from "../portal/savings.page.tsx";
import { addDocument } from "../spending/add-document.ts";
import { citizenSaving } from "../tables.ts";
import { moneyWaiting } from "../waiting.ts";
import { decideSaving, withdrawSaving } from "./decide-saving.ts";
import { type SavingFields, saveSaving } from "./save-saving.ts";
import { countsForSaving, presentSavings, savingsInPeriod } from "./saving-queries.ts";

let db: TestDatabase;
const act = actIn(() => db.database);
const office = as("office");
const leader = as("leadership");

beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "savings-")));
});
afterAll(() => db.close());

const fields = (more: Partial<SavingFields> = {}): SavingFields => ({
  ...{ id: uuidv7(), period: "2026-02", scope: "named", scopeKey: "", measure: "entered" },
  ...{ scopeName: `Nhóm ${uuidv7()}`, dossiers: 7, countedBy: "Báo cáo mẫu" },
  ...{ minutes: 30, ways: 2, dongTyped: "15.500", method: "Bớt hai lượt đi" },
  ...{ documentTitle: "Quyết định mẫu", documentNumber: "1/QĐ-M", documentDay: "2026-01-20" },
  link: "https://mau.gandan.vn/1",
  ...more,
});
const bytes = new TextEncoder().encode("%PDF-1.4\nMẫu\n%%EOF\n");
const attach = (ownerId: string, actor = office) =>
  act(actor, (w) => addDocument(w, { owner: "saving", ownerId, bytes, fileName: "quyet dinh.pdf" }));
const write = (given: SavingFields, actor = office) => act(actor, (w) => saveSaving(w, given));
/** Written, with the file of its source. */
const save = async (given: SavingFields, actor = office) => {
  await write(given, actor);
  await attach(given.id, actor);
};
const waits = async (id: string) =>
  (await moneyWaiting(db.database, leader)).some((one) => one.id === id && one.isMine);
const decide = (id: string, approve = true, actor = leader, words = "") =>
  act(actor, (w) => decideSaving(w, { id, approve, words }));
const found = async (id: string, year = 2026) =>
  (await presentSavings(db.database, leader, { year })).savings.find((one) => one.id === id)!;

test("so much for each dossier times so many dossiers, whole, told once a second person approved it", async () => {
  const given = fields();
  await save(given);
  expect(await found(given.id)).toMatchObject({
    ...{ state: "proposed", whole: { minutes: 210, ways: 14, dong: 108_500 } },
    ...{ fromOn: "2026-01-15", toOn: "2026-02-14" },
  });
  const inPeriod = async (code: string, basis: "decree" | "calendar" = "decree") =>
    (await savingsInPeriod(db.database, SAMPLE_AGENCY_ID, { code, basis })).map(({ id }) => id);
  expect(await inPeriod("2026-Q1")).not.toContain(given.id);
  await decide(given.id);
  expect(await inPeriod("2026-Q1")).toContain(given.id);
  expect(await inPeriod("2026-02", "calendar")).toContain(given.id);
  expect(await inPeriod("2026-03")).not.toContain(given.id);
  await expect(save({ ...given, minutes: 31 })).rejects.toThrow(Conflict);
  await expect(decide(given.id)).rejects.toThrow(Conflict);
  await expect(
    act(as("auditor"), (w) => withdrawSaving(w, { id: given.id, reason: "Nhầm" })),
  ).rejects.toThrow(Forbidden);
  await act(leader, (w) => withdrawSaving(w, { id: given.id, reason: "Nguồn đã bị thay" }));
  expect(await inPeriod("2026-Q1")).not.toContain(given.id);
  await expect(act(leader, (w) => withdrawSaving(w, { id: given.id, reason: "x" }))).rejects.toThrow(
    Conflict,
  );
});

test("nothing is written without what is saved, nor for days to come; what is not the agency's is not found", async () => {
  await expect(save(fields({ minutes: 0, ways: 0, dongTyped: "" }))).rejects.toThrow(/ít nhất một trong ba/);
  await expect(save(fields({ dongTyped: "15,5" }))).rejects.toThrow(Unacceptable);
  await expect(save(fields({ countedBy: "" }))).rejects.toThrow(/lấy từ đâu/);
  await expect(save(fields({ documentDay: "2027-01-01" }))).rejects.toThrow(/chưa tới/);
  await expect(save(fields({ period: "2027-Q1" }))).rejects.toThrow(/chưa bắt đầu/);
  await expect(save(fields(), as("editor"))).rejects.toThrow(Forbidden);
  await expect(decide(uuidv7())).rejects.toThrow(NotFound);
  await expect(
    db.database.insert(citizenSaving).values({
      ...{ id: uuidv7(), agencyId: SAMPLE_AGENCY_ID, period: "2026-02", fromOn: "2026-01-15" },
      ...{ toOn: "2026-02-14", scope: "named", scopeKey: "a", scopeName: "a", measure: "entered" },
      ...{ dossiers: 1, countedBy: "b", countedAt: new Date(), minutes: 1, method: "c" },
      ...{ documentTitle: "", documentNumber: "", documentDay: "2026-01-01", state: "proposed" },
      ...{ writers: [office.personId], writtenAt: new Date() },
    }),
  ).rejects.toThrow();
});

test("who wrote it does not approve it, a source must open, a period must be over, a refusal says why", async () => {
  const given = fields();
  await write(given);
  // A link alone is no source that stays; until the file stands nobody is asked to decide.
  expect(await waits(given.id)).toBe(false);
  await expect(decide(given.id)).rejects.toThrow(/Chưa có tệp văn bản nguồn/);
  await expect(
    db.pool.query(
      "update citizen_saving set state = 'approved', decided_by = $2, decided_at = now() where id = $1",
      [given.id, leader.personId],
    ),
  ).rejects.toThrow("the file of its source is kept");
  await expect(attach(given.id, as("editor"))).rejects.toThrow(Forbidden);
  await attach(given.id);
  expect(await waits(given.id)).toBe(true);
  await expect(decide(given.id, false)).rejects.toThrow(/lý do/);
  await expect(
    db.database
      .update(citizenSaving)
      .set({ state: "approved", decidedBy: office.personId, decidedAt: new Date() })
      .where(eq(citizenSaving.id, given.id)),
  ).rejects.toThrow();
  await decide(given.id);
  expect((await found(given.id)).documents).toHaveLength(1);
  const running = fields({ period: "2026-Q4" });
  await save(running);
  await expect(decide(running.id)).rejects.toThrow(/chưa duyệt được/);
  await decide(running.id, false, leader, "Chờ hết kỳ");
  await expect(save(running)).rejects.toThrow(Conflict);
});

test("the same dossiers are not told twice: not in spans that touch", async () => {
  const first = fields();
  await save(first);
  await decide(first.id);
  const again = fields({ period: "2026-Q1", scopeName: first.scopeName.toUpperCase() });
  await save(again);
  await expect(decide(again.id)).rejects.toThrow(/mỗi hồ sơ chỉ tính một lần/);
});

test("dossiers are counted out of the sheets, and what was not in them is said", async () => {
  const { rows } = await db.pool.query<{ day: string }>(
    "select received_on::text as day from dossier where is_online order by received_on limit 1",
  );
  const period = `${rows[0]!.day.slice(0, 4)}`;
  const { counted } = await countsForSaving(db.database, office, { period });
  const all = counted.find(({ scope }) => scope === "all")!;
  expect(all.counts.online).toBeGreaterThan(0);
  const given = fields({ period, scope: "all", measure: "online", dossiers: null });
  await save(given);
  expect(await found(given.id, Number(period))).toMatchObject({
    ...{ dossiers: all.counts.online, scope: "all", scopeName: "Tất cả thủ tục của cơ quan" },
  });
  await expect(
    save(fields({ period, scope: "field", scopeKey: "không có", measure: "online" })),
  ).rejects.toThrow(/không có hồ sơ nào/);
});

test("what is approved stands on the portal and proves the duty that asks for it, until it is withdrawn", async () => {
  const given = fields();
  await save(given);
  const proofs = async () =>
    (
      await db.pool.query(
        `select e.withdrawn_at is null as counts, e.url, o.code from evidence e
         join evidence_obligation l on l.evidence_id = e.id join obligation o on o.id = l.obligation_id
         where e.source = 'citizen-saving' and e.source_id = $1`,
        [given.id],
      )
    ).rows;
  const call = { database: db.database, agency: { id: SAMPLE_AGENCY_ID, name: "Sở Mẫu" }, query: {} };
  const page = async (params: Record<string, string> = {}) => {
    const answer = await answerSavings({ ...call, params } as unknown as PortalCall);
    return answer === null ? null : String(await (answer as PortalPage).body);
  };
  expect(await proofs()).toEqual([]);
  expect(await page({ year: "2026" })).not.toContain(given.scopeName);
  await decide(given.id);
  expect(await proofs()).toEqual([
    { counts: true, url: expect.stringMatching(/\/tiet-kiem-cho-nguoi-dan\/2026$/), code: "II.2-d" },
  ]);
  const shown = await page({ year: "2026" });
  for (const part of [given.scopeName, "210 phút", given.method, given.documentTitle, given.documentNumber])
    expect(shown).toContain(part);
  expect(shown).toContain("20/01/2026");
  expect(await page({ year: "1999" })).toBeNull();
  await act(leader, (w) => withdrawSaving(w, { id: given.id, reason: "Nguồn đã bị thay" }));
  expect(await proofs()).toMatchObject([{ counts: false }]);
  expect(await page()).not.toContain(given.scopeName);
});

test("what names a person does not become public", async () => {
  const given = fields({ method: "Hỏi bà Mẫu, số 0912 345 678" });
  await save(given);
  await expect(decide(given.id)).rejects.toThrow(/dữ liệu cá nhân/);
});
