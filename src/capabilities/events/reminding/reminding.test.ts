import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { announceEvent } from "../announce-event.ts";
import { attendanceOf } from "../attendance/attendance-queries.ts";
import { forgetCodes } from "../attendance/forget-codes.ts";
import { registerForEvent } from "../attendance/register-for-event.ts";
import { questionsOf } from "../dialogue/dialogue-queries.ts";
import { forgetQuestions } from "../dialogue/forget-questions.ts";
import { sendQuestion } from "../dialogue/receive-question.ts";
import { heldEvent } from "../event-queries.ts";
import { holdEvent } from "../holding/hold-event.ts";
import { noticeMatters } from "../notice-matters.ts";
import { postponeEvent } from "../postpone-event.ts";
import { saveEvent } from "../save-event.ts";
import { eventRule } from "../settings/contract.ts";
import { usualRule } from "../settings/event-rule.ts";
import { eventRuleOf } from "../settings/event-rule-queries.ts";
import { setEventRule } from "../settings/set-event-rule.ts";
import { remindOrganisers } from "./remind-organisers.ts";

let db: TestDatabase;
const person = (email: string, role: Role, unit: string): Actor => ({
  ...{ personId: samplePersonId(email), name: "Người Mẫu", agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const writer = person("contributor", "contributor", "phong-mau-a");
const clerk = person("office", "office", "van-phong");
const leader = person("leadership", "leadership", "lanh-dao");
const WRITTEN = "2024-10-05T09:00:00+07:00";
const act = <T>(who: Actor, run: (current: Work) => Promise<T>, at = WRITTEN) =>
  work(db.database, who, run, { at: new Date(at) });
const fields = (id: string, day: string) => ({
  ...{
    id,
    kind: "dialogue" as const,
    title: "Đối thoại mẫu cần nhắc",
    summary: "Lời giới thiệu.",
    reason: "",
  },
  ...{ place: "Hội trường", audience: "Người dân", expected: null, reformPart: "Giải đáp.", items: [] },
  startsAt: new Date(`${day}T08:00:00+07:00`),
  endsAt: new Date(`${day}T11:00:00+07:00`),
  questionsUntil: new Date(`${day}T08:00:00+07:00`),
  ...{ obligationIds: [], takesRegistration: true, capacity: null },
  leadUnitId: sampleUnitId("phong-mau-a"),
});

async function announced(day: string): Promise<string> {
  const id = uuidv7();
  const { changedAt } = await act(writer, (current) => saveEvent(current, fields(id, day)));
  await act(leader, (current) => announceEvent(current, { id, changedAt }));
  return id;
}
const setRule = (change: object, who = clerk) =>
  act(who, (current) => setEventRule(current, { ...usualRule, ...change }));
const told = async (id: string) =>
  (
    await db.pool.query(
      "select cause, count(*)::int people from notice where cause like $1 group by cause order by cause",
      [`event-%:${id}:%`],
    )
  ).rows.map(({ cause, people }) => [cause.replace(`${id}:`, ""), people > 0]);
const stands = async (word: string, id: string, moment: string) => {
  const matter = noticeMatters[word]!;
  if (!("all" in matter)) throw new Error("Tra từng việc.");
  return (await matter.all(db.database, [{ about: [id, moment], moment }], writer))[0];
};

beforeAll(async () => {
  db = await testDatabase("sample");
});

test("those who hold an event are told once that it is near, and once more when its day is another", async () => {
  const id = await announced("2024-11-20");
  await remindOrganisers(db.database, new Date("2024-11-16T23:00:00+07:00"));
  expect(await told(id)).toEqual([]);
  for (const hour of ["00:30", "07:50"])
    await remindOrganisers(db.database, new Date(`2024-11-17T${hour}:00+07:00`));
  expect(await told(id)).toEqual([["event-soon:2024-11-20", true]]);
  expect(await stands("event-soon", id, "2024-11-20")).toBeNull();
  await act(leader, (current) => postponeEvent(current, { id, reason: "Mưa bão." }));
  expect(await stands("event-soon", id, "2024-11-20")).toContain("hoãn");
  await remindOrganisers(db.database, new Date("2024-11-18T07:50:00+07:00"));
  await act(clerk, (current) =>
    saveEvent(current, { ...fields(id, "2024-12-02"), reason: "Đã có lịch mới." }),
  );
  await remindOrganisers(db.database, new Date("2024-12-01T07:50:00+07:00"));
  expect(await told(id)).toEqual([
    ["event-soon:2024-11-20", true],
    ["event-soon:2024-12-02", true],
  ]);
});

test("after it they are told once that nothing is recorded, and not when it is", async () => {
  const [id, recorded] = [await announced("2024-11-05"), await announced("2024-11-05")];
  await act(
    writer,
    (current) => holdEvent(current, { id: recorded, attended: 10, countedHow: "estimate", heldNote: "" }),
    "2024-11-06T09:00:00+07:00",
  );
  await remindOrganisers(db.database, new Date("2024-11-06T07:50:00+07:00"));
  expect(await told(id)).toEqual([]);
  for (const day of ["07", "08"])
    await remindOrganisers(db.database, new Date(`2024-11-${day}T07:50:00+07:00`));
  expect(await told(id)).toEqual([["event-unrecorded:2024-11-05", true]]);
  expect(await told(recorded)).toEqual([]);
  expect(await stands("event-unrecorded", id, "2024-11-05")).toBeNull();
  expect(await stands("event-unrecorded", recorded, "2024-11-05")).toContain("đã được ghi nhận");
});

test("how long is kept is set by the office within bounds, with a trace", async () => {
  await expect(setRule({ questionDays: 60 }, writer)).rejects.toThrow(Forbidden);
  expect(await eventRuleOf(db.database, SAMPLE_AGENCY_ID)).toEqual(usualRule);
  for (const wrong of [{ questionDays: 6 }, { codeDays: 366 }, { beforeDays: 0 }, { afterDays: 1.5 }])
    expect(eventRule.safeParse({ ...usualRule, ...wrong }).success).toBe(false);
  await expect(setRule({ questionDays: 6 })).rejects.toThrow();
  await setRule({ questionDays: 60, beforeDays: 10 });
  expect(await eventRuleOf(db.database, SAMPLE_AGENCY_ID)).toMatchObject({ questionDays: 60, codeDays: 30 });
  const { rows } = await db.pool.query("select before, after from audit_entry where act = 'set-event-rule'");
  expect(rows).toMatchObject([{ before: { questionDays: 90 }, after: { questionDays: 60 } }]);
  const id = await announced("2024-11-20");
  await remindOrganisers(db.database, new Date("2024-11-10T07:50:00+07:00"));
  expect(await told(id)).toEqual([["event-soon:2024-11-20", true]]);
});

test("what was sent is forgotten as it was told then, or sooner when the agency keeps less now", async () => {
  const id = await announced("2024-11-20");
  const send = (words: string) =>
    sendQuestion(
      db.database,
      { agencyId: SAMPLE_AGENCY_ID, eventId: id, id: uuidv7(), words, asker: "untold" },
      new Date(WRITTEN),
    );
  const register = () =>
    registerForEvent(
      db.database,
      { agencyId: SAMPLE_AGENCY_ID, eventId: id, id: uuidv7(), people: 1 },
      new Date(WRITTEN),
    );
  const left = async (afterDays: number) => {
    const at = new Date(Date.parse("2024-11-20T12:00:00+07:00") + afterDays * 86_400_000);
    await forgetQuestions(db.database, at);
    await forgetCodes(db.database, at);
    return [
      (await questionsOf(db.database, id)).flatMap(({ question }) => question.words ?? []).toSorted(),
      (await attendanceOf(db.database, id)).registered,
    ];
  };
  await setRule({ questionDays: 20, codeDays: 10 });
  await send("Câu hỏi gửi khi giữ hai mươi ngày.");
  await register();
  await setRule({ questionDays: 200, codeDays: 100 });
  await send("Câu hỏi gửi khi giữ hai trăm ngày.");
  await register();
  expect(await left(9)).toEqual([[expect.any(String), expect.any(String)], 2]);
  expect(await left(10)).toEqual([[expect.any(String), expect.any(String)], 1]);
  expect(await left(20)).toEqual([["Câu hỏi gửi khi giữ hai trăm ngày."], 1]);
  await setRule({ questionDays: 30, codeDays: 25 });
  expect(await left(29)).toEqual([["Câu hỏi gửi khi giữ hai trăm ngày."], 0]);
  expect(await left(30)).toEqual([[], 0]);
  expect((await heldEvent(db.database, SAMPLE_AGENCY_ID, id)).state).toBe("announced");
});
