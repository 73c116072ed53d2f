import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { organizationApi, people } from "../organization.fixture.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "../seed.ts";
import { askForReviews } from "./ask-for-reviews.ts";
import { exportReviewTable, writeReviewMinutes } from "./export-review.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator, head, auditor, contributor } = people;
const leadership: Actor = {
  ...administrator,
  personId: samplePersonId("leadership"),
  appointments: [{ role: "leadership", unitId: sampleUnitId("lanh-dao") }],
};
const day = (offset = 0) => today().add({ days: offset }).toString();
const fields = { basis: "Kế hoạch rà soát (mẫu)", asOf: day(), dueOn: day(10) };
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;

interface Line {
  id: string;
  kind: string;
  personName: string;
  role: string | null;
  unitId: string | null;
  right: string;
  outcome: string | null;
  since: string | null;
  open: boolean;
  left: boolean;
  marks: string[];
  may: Record<string, { allowed: boolean; why: string | null }>;
}
let review = "";
const seenBy = async (who: Actor): Promise<Line[]> =>
  (await call(who, "GET", `/rights-reviews/${review}`)).json.lines;
const lineOf = async (role: string, who = administrator): Promise<Line> =>
  (await seenBy(who)).find((line) => line.role === role)!;
const decide = (who: Actor, lineIds: string[], outcome: string, more: object = {}) =>
  call(who, "POST", `/rights-reviews/${review}/decide`, { lineIds, outcome, ...more });

beforeAll(async () => {
  db = await testDatabase("sample");
});

test("opens with a frozen list of roles, authorities and accounts, once at a time, by an administrator", async () => {
  for (const who of [head, auditor, leadership])
    expect((await call(who, "POST", "/rights-reviews", fields)).status).toBe(403);
  const wrong = await call(administrator, "POST", "/rights-reviews", { ...fields, asOf: day(1) });
  expect([wrong.status, wrong.json.data.issues[0].field]).toEqual([422, "asOf"]);
  await db.pool.query("delete from appointment where person_id = $1", [samplePersonId("office")]);
  await db.pool.query(
    "insert into sign_in_rule (agency_id, second_factor_roles, second_factor_from) values ($1, '{administrator}', '2026-01-01')",
    [SAMPLE_AGENCY_ID],
  );
  const opened = await call(administrator, "POST", "/rights-reviews", fields);
  expect(opened.status).toBe(200);
  review = opened.json.id;
  expect((await call(administrator, "POST", "/rights-reviews", fields)).status).toBe(409);
  const lines = await seenBy(administrator);
  expect(lines.filter(({ kind }) => kind === "authority")).toHaveLength(1);
  expect(lines.filter(({ kind }) => kind === "account").map(({ personName }) => personName)).toEqual([
    "Hoàng Thị Mẫu",
  ]);
  expect((await lineOf("administrator")).marks).toContain("no-second-factor");
  const [told] = await rows("select person_id from notice where cause = $1", [
    `rights-review:${review}:opened`,
  ]);
  expect(told.person_id).toBe(head.personId);
});

test("a head decides on the own unit alone and never on the own rights; who has no part in it sees nothing", async () => {
  const seen = await seenBy(head);
  expect(new Set(seen.map(({ unitId }) => unitId))).toEqual(new Set([sampleUnitId("phong-mau-a")]));
  const own = seen.find(({ role }) => role === "head")!;
  const other = await lineOf("editor");
  const theirs = await lineOf("contributor", head);
  expect((await decide(head, [own.id], "confirmed")).status).toBe(403);
  expect((await decide(head, [other.id], "confirmed")).status).toBe(403);
  // All or none.
  expect((await decide(head, [theirs.id, own.id], "confirmed")).status).toBe(403);
  expect((await lineOf("contributor")).outcome).toBe(null);
  const early = await decide(administrator, [theirs.id], "confirmed");
  expect(early.json.message).toContain("Trưởng đơn vị rà soát đến hết ngày");
  expect((await call(contributor, "GET", `/rights-reviews/${review}`)).status).toBe(403);
  expect((await decide(head, [theirs.id], "confirmed")).status).toBe(200);
  expect((await decide(leadership, [own.id], "confirmed")).status).toBe(200);
});

test("what is withdrawn ends by the act that ends it elsewhere, once, for a reason; the last administrator stays", async () => {
  const editor = await lineOf("editor");
  expect((await decide(leadership, [editor.id], "withdrawn")).json.data.issues[0].field).toBe("reason");
  const reason = "Không còn phụ trách";
  expect((await decide(leadership, [editor.id], "withdrawn", { reason })).status).toBe(200);
  expect((await decide(leadership, [editor.id], "withdrawn", { reason })).status).toBe(403);
  const ended = await rows(
    "select reason from audit_entry where act = 'end-appointment' and reason = 'Rà soát quyền: ' || $1",
    [reason],
  );
  expect(ended).toHaveLength(1);
  expect((await lineOf("editor")).since).toContain("Đã kết thúc");
  const [authority] = (await seenBy(administrator)).filter(({ kind }) => kind === "authority");
  expect((await decide(leadership, [authority!.id], "withdrawn", { reason })).json.message).toContain(
    "Quyền của chính bạn",
  );
  expect((await decide(administrator, [authority!.id], "withdrawn", { reason })).status).toBe(200);
  expect(await rows("select to_date::text from signing_authority")).toEqual([{ to_date: day() }]);
  const keeper = await lineOf("administrator");
  expect((await decide(leadership, [keeper.id], "withdrawn", { reason })).json.message).toContain(
    "người quản trị cuối cùng",
  );
  expect((await lineOf("administrator")).outcome).toBe(null);
  expect((await decide(leadership, [keeper.id], "confirmed")).status).toBe(200);
});

test("a change is proposed by a head and done by an administrator; what ended by itself needs no decision", async () => {
  const theirs = await lineOf("contributor", head);
  const into = { reason: "Chuyển việc", newRole: "contributor", newUnitId: sampleUnitId("phong-mau-b") };
  expect(
    (await decide(head, [theirs.id], "changed", { ...into, newUnitId: sampleUnitId("phong-mau-a") })).status,
  ).toBe(422);
  expect((await decide(head, [theirs.id], "changed", into)).status).toBe(200);
  expect((await lineOf("contributor")).open).toBe(true);
  expect((await decide(head, [theirs.id], "confirmed")).status).toBe(403);
  expect((await decide(administrator, [theirs.id], "changed", into)).status).toBe(200);
  const held = await rows(
    "select unit_id, from_date::text, to_date::text from appointment where person_id = $1 order by from_date",
    [contributor.personId],
  );
  expect(held.map(({ from_date, to_date }) => [from_date, to_date])).toEqual([
    ["2026-01-01", day()],
    [day(1), null],
  ]);
  const finance = await lineOf("finance");
  await db.pool.query("update appointment set to_date = $2 where person_id = $1", [
    samplePersonId("finance"),
    day(-1),
  ]);
  expect(await lineOf("finance")).toMatchObject({ open: false });
  expect((await decide(administrator, [finance.id], "confirmed")).status).toBe(409);
  const { json } = await call(administrator, "GET", `/rights-reviews/${review}`);
  expect(json.givenSince).toEqual([expect.stringContaining("Nguyễn Văn Mẫu: Đầu mối đơn vị")]);
});

test("is chased once, and after its day the others decide what the heads left", async () => {
  const late = new Date(Date.now() + 12 * 86_400_000);
  await askForReviews(db.database, late);
  await askForReviews(db.database, late);
  const told = await rows("select cause from notice where cause = $1", [`rights-review:${review}:late`]);
  expect(told).toHaveLength(1);
});

test("closes only when nothing is open, and then nothing of it changes, by the database", async () => {
  const close = () =>
    call(administrator, "POST", `/rights-reviews/${review}/close`, { conclusion: "Đã rà soát đủ." });
  const early = await close();
  expect([early.status, early.json.message]).toEqual([409, expect.stringContaining("chưa quyết định")]);
  await expect(
    db.pool.query(
      "update rights_review set closed_by = opened_by, closed_at = now(), conclusion = 'x' where id = $1",
      [review],
    ),
  ).rejects.toThrow("every line is decided");
  const left = (await seenBy(administrator)).filter(({ open }) => open).map(({ id }) => id);
  expect((await decide(administrator, left, "confirmed")).status).toBe(200);
  expect((await close()).status).toBe(200);
  expect((await close()).status).toBe(403);
  for (const change of [
    "update rights_review set conclusion = 'khác' where id = $1",
    "update rights_review_line set reason = 'khác' where review_id = $1",
  ])
    await expect(db.pool.query(change, [review])).rejects.toThrow("stays as it is");
  const { json } = await call(auditor, "GET", `/rights-reviews/${review}`);
  expect([json.state, json.lines.length]).toEqual(["closed", (await seenBy(administrator)).length]);
});

test("is taken along as a workbook that says how it was chosen and as minutes, which the audit tells", async () => {
  const bytes = await work(db.database, auditor, (w) =>
    exportReviewTable(w, { id: review, outcome: "withdrawn" }),
  );
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]!.rows.length - 1).toBe(2);
  expect(sheets[1]!.rows.map((row) => row[1])).toContain("Đã thu hồi");
  expect(
    (await work(db.database, auditor, (w) => writeReviewMinutes(w, { id: review }))).length,
  ).toBeGreaterThan(5000);
  await expect(work(db.database, head, (w) => writeReviewMinutes(w, { id: review }))).rejects.toThrow();
  expect(await rows("select act from audit_entry where act = 'export-rights-review'")).toHaveLength(2);
});

test("is asked for once a year in the month chosen, told when due and when late; a cancelled one does not count", async () => {
  const causes = async () =>
    (await rows("select cause from notice where cause like 'rights-review-due:%:2031-%' order by cause")).map(
      ({ cause }) => cause.split(":").slice(2).join(":"),
    );
  const put = (month: number | null) => call(administrator, "PUT", "/rights-review-month", { month });
  expect((await put(13)).status).toBe(400);
  expect((await put(null)).json.askedSince).toBe(null);
  await askForReviews(db.database, new Date("2031-08-01T03:00:00Z"));
  expect(await causes()).toEqual([]);
  await put(5);
  for (const at of ["2031-05-10", "2031-05-11", "2031-06-01", "2031-07-01"])
    await askForReviews(db.database, new Date(`${at}T03:00:00Z`));
  expect(await causes()).toEqual(["2031-05-01", "2031-05-01:late"]);
  await db.pool.query(
    "insert into rights_review (id, agency_id, basis, as_of, due_on, opened_by, opened_at, cancelled_by, cancelled_at, cancel_reason) values (gen_random_uuid(), $1, 'x', '2032-03-01', '2032-03-02', $2, '2032-03-01', $2, '2032-03-02', 'x')",
    [SAMPLE_AGENCY_ID, administrator.personId],
  );
  await askForReviews(db.database, new Date("2032-05-02T03:00:00Z"));
  expect(await rows("select 1 from notice where cause like 'rights-review-due:%:2032-05-01'")).toHaveLength(
    1,
  );
});

test("one opened by mistake is cancelled while nothing is decided, and stays listed", async () => {
  review = (await call(administrator, "POST", "/rights-reviews", fields)).json.id;
  const reason = "Mở nhầm ngày";
  expect((await call(administrator, "POST", `/rights-reviews/${review}/cancel`, { reason })).status).toBe(
    200,
  );
  const [line] = await seenBy(leadership);
  expect((await decide(leadership, [line!.id], "confirmed")).status).toBe(403);
  const { json } = await call(auditor, "GET", "/rights-reviews");
  expect(
    json.reviews
      .filter(({ basis }: { basis: string }) => basis !== "x")
      .map(({ state }: { state: string }) => state),
  ).toEqual(["cancelled", "closed"]);
});

test("what only its holder could decide is left with a reason, once there is nobody else; no change waits for nobody", async () => {
  await db.pool.query("update appointment set to_date = $2 where role = 'leadership' and person_id <> $1", [
    administrator.personId,
    day(-1),
  ]);
  review = (await call(administrator, "POST", "/rights-reviews", fields)).json.id;
  const own = await lineOf("administrator");
  expect(own).toMatchObject({ open: false, left: true });
  const close = (more: object = {}) =>
    call(administrator, "POST", `/rights-reviews/${review}/close`, { conclusion: "Đã rà soát.", ...more });
  expect((await close()).status).toBe(409);
  for (const line of (await seenBy(administrator)).filter(({ open }) => open)) {
    const may = line.may.decide!.allowed ? administrator : head;
    expect((await decide(may, [line.id], "confirmed")).status).toBe(200);
  }
  expect((await close()).json.data.issues[0].field).toBe("leftReason");
  const leftReason = "Cơ quan chỉ có một quản trị";
  const closed = await close({ leftReason });
  expect(closed.json.lines.find(({ id }: Line) => id === own.id)).toMatchObject({
    outcome: null,
    left: true,
    leftReason,
  });
});
