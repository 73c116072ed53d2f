import decodeQR from "qr/decode.js";
import { encode } from "uqr";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { announceEvent } from "../announce-event.ts";
import { cancelEvent } from "../cancel-event.ts";
import { saveEvent } from "../save-event.ts";
import { attendanceOf } from "./attendance-queries.ts";
import { checkIn, presentDoor, printOfCode } from "./check-in.ts";
import { forgetCodes } from "./forget-codes.ts";
import { cancelRegistration, registerForEvent } from "./register-for-event.ts";
import { codeIn, ticketPath } from "./registration.ts";

let db: TestDatabase;
const person = (email: string, role: Role, unit: string): Actor => ({
  ...{ personId: samplePersonId(email), name: "Người Mẫu", agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const writer = person("contributor", "contributor", "phong-mau-a");
const leader = person("leadership", "leadership", "lanh-dao");
const MORNING = "2026-10-05T09:00:00+07:00";
const DAY = "2026-10-20T08:10:00+07:00";
const act = <T>(who: Actor, run: (current: Work) => Promise<T>, at = MORNING) =>
  work(db.database, who, run, { at: new Date(at) });

async function eventFor(capacity: number | null): Promise<string> {
  const id = uuidv7();
  const { changedAt } = await act(writer, (current) =>
    saveEvent(current, {
      ...{ id, kind: "talk", title: "Tọa đàm mẫu có đăng ký", summary: "Lời giới thiệu.", reason: "" },
      ...{ place: "Hội trường", audience: "Người dân", expected: null, reformPart: "Giải đáp.", items: [] },
      startsAt: new Date("2026-10-20T08:00:00+07:00"),
      endsAt: new Date("2026-10-20T11:00:00+07:00"),
      ...{ questionsUntil: null, obligationIds: [], takesRegistration: true, capacity },
      leadUnitId: sampleUnitId("phong-mau-a"),
    }),
  );
  await act(leader, (current) => announceEvent(current, { id, changedAt }));
  return id;
}
const register = (eventId: string, people: number, id = uuidv7()) =>
  registerForEvent(db.database, { agencyId: SAMPLE_AGENCY_ID, eventId, id, people }, new Date(MORNING));
async function registered(eventId: string, people: number) {
  const made = await register(eventId, people);
  if (made === null || made === "full") throw new Error("Không đăng ký được.");
  return made;
}

beforeAll(async () => {
  db = await testDatabase("sample");
});

test.each([
  ["https://so.vn/su-kien/toa-dam/giay-moi/DK-23456789AB", "DK-23456789AB"],
  [" dk-23456789ab ", "DK-23456789AB"],
  ["23456789AB", "DK-23456789AB"],
  ["DK23456789AB", "DK-23456789AB"],
  ["DK-2345", null],
  ["DK-23456789ABC", null],
  ["https://so.vn/", null],
])("of what is scanned, %s, the code is %s", (scanned, code) => expect(codeIn(scanned)).toBe(code));

test("what is drawn on an invitation is read back from a picture of it", () => {
  const address = "https://so.example.gov.vn/su-kien/toa-dam-mau/giay-moi/DK-23456789AB";
  const { data, size } = encode(address, { border: 4 });
  const [scale, width] = [5, size * 5];
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      if (data[Math.floor(y / scale)]![Math.floor(x / scale)])
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  expect(codeIn(decodeQR({ width, height: width, data: pixels }))).toBe("DK-23456789AB");
});

describe("who comes", () => {
  test("registers once without a name, until no places are left, and gives them back", async () => {
    const eventId = await eventFor(5);
    const form = uuidv7();
    const first = await register(eventId, 3, form);
    expect(first).toMatchObject({ people: 3, code: expect.stringMatching(/^DK-/) });
    expect(await register(eventId, 3, form)).toEqual(first);
    expect(await register(eventId, 3)).toBe("full");
    const given = { agencyId: SAMPLE_AGENCY_ID, eventId, code: (first as { code: string }).code };
    expect(await cancelRegistration(db.database, given, new Date(MORNING))).toBe(true);
    expect(await attendanceOf(db.database, eventId)).toEqual({ registered: 0, checkedIn: 0 });
    expect(await register(eventId, 5)).toMatchObject({ people: 5 });
    await act(leader, (current) => cancelEvent(current, { id: eventId, reason: "Không tổ chức." }));
    expect(await register(eventId, 1)).toBeNull();
  });

  test("is checked in exactly once, however often and by how many devices it is sent", async () => {
    const eventId = await eventFor(null);
    const ticket = await registered(eventId, 2);
    const scan = { id: uuidv7(), code: ticket.code, people: 1, at: new Date("2026-10-20T07:50:00+07:00") };
    const walkIn = { id: uuidv7(), code: null, people: 4, at: new Date("2026-10-20T07:51:00+07:00") };
    const send = (scans: (typeof scan | typeof walkIn)[]) =>
      act(writer, (current) => checkIn(current, { id: eventId, scans }), DAY);
    const all = await Promise.all([send([scan, walkIn]), send([walkIn, scan]), send([scan])]);
    expect(all.flat().map(({ answer }) => answer)).toEqual(["new", "new", "new", "new", "new"]);
    const elsewhere = { ...scan, id: uuidv7() };
    expect(await send([elsewhere])).toMatchObject([{ answer: "again" }]);
    const wrong = { ...scan, id: uuidv7(), code: "DK-2222222222" };
    expect(await send([wrong])).toMatchObject([{ answer: "unknown", people: 0 }]);
    expect(await attendanceOf(db.database, eventId)).toEqual({ registered: 2, checkedIn: 6 });
    const used = { agencyId: SAMPLE_AGENCY_ID, eventId, code: ticket.code };
    expect(await cancelRegistration(db.database, used, new Date(DAY))).toBe(false);
    const door = await presentDoor(db.database, writer, eventId);
    expect(door.prints).toEqual([{ print: printOfCode(eventId, ticket.code), people: 2, isIn: true }]);
    expect(JSON.stringify(door)).not.toContain(ticket.code);
    const other = person("contributor", "contributor", "phong-mau-b");
    await expect(act(other, (current) => checkIn(current, { id: eventId, scans: [] }))).rejects.toThrow(
      "đơn vị khác",
    );
    await expect(act(writer, (current) => checkIn(current, { id: uuidv7(), scans: [] }))).rejects.toThrow(
      NotFound,
    );
    await act(leader, (current) => cancelEvent(current, { id: eventId, reason: "Mưa." }));
    await expect(send([elsewhere])).rejects.toThrow(Conflict);
  });

  test("is forgotten but for how many", async () => {
    const eventId = await eventFor(null);
    const ticket = await registered(eventId, 2);
    const scan = { id: uuidv7(), code: ticket.code, people: 1, at: new Date(DAY) };
    await act(writer, (current) => checkIn(current, { id: eventId, scans: [scan] }), DAY);
    await forgetCodes(db.database, new Date("2026-11-10T00:00:00Z"));
    expect(await attendanceOf(db.database, eventId)).toEqual({ registered: 2, checkedIn: 2 });
    await forgetCodes(db.database, new Date("2026-11-25T00:00:00Z"));
    expect(await attendanceOf(db.database, eventId)).toEqual({ registered: 0, checkedIn: 2 });
    const { rows } = await db.pool.query("select registration_id from event_check_in where event_id = $1", [
      eventId,
    ]);
    expect(rows).toEqual([{ registration_id: null }]);
    expect(ticketPath("/su-kien/toa-dam", ticket.code)).toBe(`/su-kien/toa-dam/giay-moi/${ticket.code}`);
  });
});
