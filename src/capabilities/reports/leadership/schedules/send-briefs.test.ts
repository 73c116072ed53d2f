import { beforeAll, beforeEach, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { composeBriefMail } from "./compose-brief-mail.ts";
import { queueDueBriefs } from "./queue-due-briefs.ts";
import { saveSchedule } from "./save-schedule.ts";
import { presentSchedules } from "./schedule-queries.ts";
import { setScheduleState } from "./set-schedule-state.ts";
import { tellOfFailures } from "./tell-of-failures.ts";

const person = (role: Role): Actor => ({
  personId: samplePersonId(role),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const leader = person("leadership");
const office = person("office");
const site = { baseUrl: "https://so.mau.vn", secret: "s", secretFile: "" };
const made = new Date("2026-11-10T09:00:00+07:00");
/** A Monday on which nobody has a day off, an hour after it is due. */
const due = new Date("2026-11-16T08:00:00+07:00");

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
beforeEach(async () => {
  await db.pool.query("delete from brief_schedule_person");
  await db.pool.query("update brief_schedule set state = 'ended'");
});
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;

const fields = {
  id: null,
  name: "Tóm tắt tuần",
  what: "brief",
  every: "week",
  day: 1,
  hour: 7,
  personIds: [leader.personId, office.personId],
} as const;
type Given = Partial<Omit<Parameters<typeof saveSchedule>[1], "id">> & { id?: string | null };
const save = (given: Given = {}, actor = leader) =>
  work(
    db.database,
    actor,
    (current) => saveSchedule(current, { ...fields, personIds: [...fields.personIds], ...given }),
    { at: made },
  );
const set = (id: string, state: "active" | "paused" | "ended", at = made, actor = leader) =>
  work(db.database, actor, (current) => setScheduleState(current, { id, state }), { at });
const newest = async (): Promise<string> =>
  (await rows("select id from brief_schedule where state <> 'ended'"))[0].id;
const sendings = (scheduleId: string) =>
  rows("select * from brief_sending where schedule_id = $1 order by person_name, slot", [scheduleId]);

test("each person gets one mail for each time, however often and by how many it is looked at", async () => {
  await save();
  const id = await newest();
  const counts = await Promise.all([1, 2, 3].map(() => queueDueBriefs(db.database, due)));
  expect(counts.reduce((all, one) => all + one)).toBe(2);
  expect(await queueDueBriefs(db.database, new Date(due.getTime() + 3_600_000))).toBe(0);
  const sent = await sendings(id);
  expect(sent.map(({ mail_id, withheld }) => [mail_id !== null, withheld])).toEqual([
    [true, null],
    [true, null],
  ]);
  expect(new Set(sent.map(({ mail_id }) => mail_id)).size).toBe(2);
  expect(await queueDueBriefs(db.database, new Date("2026-11-23T07:00:00+07:00"))).toBe(2);
});

test("no mail of a schedule is there without its row, and no row says that it goes without its mail", async () => {
  await save();
  await Promise.all([1, 2, 3, 4].map(() => queueDueBriefs(db.database, due)));
  const [{ alone }] = await rows(
    "select count(*)::int as alone from mail m where m.recipient = 'người nhận theo lịch' and not exists (select from brief_sending s where s.mail_id = m.id)",
  );
  expect(alone).toBe(0);
  const [{ lost }] = await rows(
    "select count(*)::int as lost from brief_sending s where s.mail_id is not null and not exists (select from mail m where m.id = s.mail_id)",
  );
  expect(lost).toBe(0);
});

test("the mail is made for its reader the moment it goes, with two pages attached", async () => {
  await save({ personIds: [leader.personId] });
  const id = await newest();
  await queueDueBriefs(db.database, due);
  const [sending] = await sendings(id);
  const mail = await composeBriefMail(db.database, sending.mail_id, site);
  expect(mail).toMatchObject({
    ...{ subject: "Tóm tắt tuần: Tháng 12 năm 2026", sealed: true },
    attachments: [{ filename: "tom-tat-lanh-dao-2026-12.pdf", contentType: "application/pdf" }],
  });
  expect(mail!.text).toContain("https://so.mau.vn/workspace/tong-quan-lanh-dao?ky=2026-12");
  expect(mail!.attachments![0]!.content.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await composeBriefMail(db.database, uuidv7(), site)).toBeUndefined();
});

test("a report goes as a link, with where it stands", async () => {
  await save({ what: "report", every: "month", day: 16, personIds: [leader.personId] });
  const id = await newest();
  await queueDueBriefs(db.database, due);
  const [sending] = await sendings(id);
  expect(sending.period_code).toBe("2026-11");
  const mail = await composeBriefMail(db.database, sending.mail_id, site);
  expect(mail!.text).toContain("Báo cáo Tháng 11 năm 2026: đã ban hành.");
  expect(mail!.text).toMatch(/https:\/\/so\.mau\.vn\/workspace\/bao-cao\/[0-9a-f-]{36}/);
  expect(mail!.attachments).toBeUndefined();
});

test("who was locked out, lost the right or was taken off gets nothing, before and after it was queued", async () => {
  await save();
  const id = await newest();
  await rows("update person set active = false where id = $1", [office.personId]);
  expect(await queueDueBriefs(db.database, due)).toBe(1);
  await rows("update person set active = true where id = $1", [office.personId]);
  const sent = await sendings(id);
  expect(sent.find(({ person_id }) => person_id === office.personId).withheld).toMatch(/khóa tài khoản/);
  const mine = sent.find(({ person_id }) => person_id === leader.personId);
  await rows("update appointment set to_date = '2020-01-01', from_date = '2019-01-01' where person_id = $1", [
    leader.personId,
  ]);
  expect(await composeBriefMail(db.database, mine.mail_id, site)).toBeNull();
  expect((await sendings(id)).find((one) => one.id === mine.id).withheld).toMatch(/không còn quyền/);
  await rows("update appointment set to_date = null, from_date = '2026-01-01' where person_id = $1", [
    leader.personId,
  ]);
  await save({ id, personIds: [office.personId] });
  expect(await composeBriefMail(db.database, mine.mail_id, site)).toBeNull();
});

test("what pauses or has ended sends nothing, and what was due meanwhile is not made up for", async () => {
  await save();
  const id = await newest();
  await set(id, "paused");
  expect(await queueDueBriefs(db.database, due)).toBe(0);
  await set(id, "active", new Date("2026-11-17T09:00:00+07:00"));
  expect(await queueDueBriefs(db.database, new Date("2026-11-18T09:00:00+07:00"))).toBe(0);
  expect(await queueDueBriefs(db.database, new Date("2026-11-23T09:00:00+07:00"))).toBe(2);
  const [sending] = await sendings(id);
  await set(id, "ended");
  expect(await composeBriefMail(db.database, sending.mail_id, site)).toBeNull();
  await expect(set(id, "active")).rejects.toThrow(Conflict);
  await expect(save({ id })).rejects.toThrow(Conflict);
  await expect(set(uuidv7(), "paused")).rejects.toThrow(NotFound);
});

test("its owner is told once of a time at which it did not arrive, and the history says why", async () => {
  await save();
  const id = await newest();
  await queueDueBriefs(db.database, due);
  const sent = await sendings(id);
  for (const { mail_id } of sent)
    await rows("update mail set state = 'refused', last_error = 'Hộp thư đầy' where id = $1", [mail_id]);
  expect(await tellOfFailures(db.database, due)).toBe(2);
  expect(await tellOfFailures(db.database, due)).toBe(0);
  const told = await rows("select person_id from notice where cause like $1", [`brief-not-sent:${id}:%`]);
  expect(told).toEqual([{ person_id: leader.personId }]);
  const { history, schedules } = await presentSchedules(db.database, leader, due);
  expect(history.filter(({ why }) => why === "Hộp thư đầy").map(({ outcome }) => outcome)).toEqual([
    "Máy chủ thư từ chối",
    "Máy chủ thư từ chối",
  ]);
  expect(schedules.find((one) => one.id === id)!.nextAt).toEqual(new Date("2026-11-23T07:00:00+07:00"));
});

test("only the leadership and the Office schedule; only who may see it is sent it; wrong days are refused", async () => {
  for (const role of ["editor", "head", "auditor", "administrator"] as const)
    await expect(save({}, person(role))).rejects.toThrow(Forbidden);
  await expect(save({ personIds: [samplePersonId("contributor")] })).rejects.toThrow(Unacceptable);
  await expect(save({ personIds: [uuidv7()] })).rejects.toThrow(Unacceptable);
  await expect(save({ day: 8 })).rejects.toThrow(Unacceptable);
  await expect(save({ every: "quarter", day: 3 })).rejects.toThrow(Unacceptable);
});
