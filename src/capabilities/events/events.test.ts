import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { evidenceBetween, sampleObligationId } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { announceEvent } from "./announce-event.ts";
import { cancelEvent } from "./cancel-event.ts";
import { changesOf, eventBySlug, heldEvent } from "./event-queries.ts";
import { holdEvent, takeBackHeld } from "./holding/hold-event.ts";
import { inheritEvents } from "./inherit-events.ts";
import { listEvents } from "./list-events.ts";
import { postponeEvent } from "./postpone-event.ts";
import { presentEvent } from "./present-event.ts";
import { removeEvent } from "./remove-event.ts";
import { type EventFields, saveEvent } from "./save-event.ts";

let db: TestDatabase;
const person = (email: string, role: Role, unit: string | null): Actor => ({
  ...{ personId: samplePersonId(email), name: "Người Mẫu", agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: unit && sampleUnitId(unit) }],
});
const writer = person("contributor", "contributor", "phong-mau-a");
const clerk = person("office", "office", "van-phong");
const leader = person("leadership", "leadership", "lanh-dao");
const MORNING = "2026-10-05T09:00:00+07:00";
const act = <T>(who: Actor, run: (current: Work) => Promise<T>, at = MORNING) =>
  work(db.database, who, run, { at: new Date(at) });

const fields = (change: Partial<EventFields> = {}): EventFields & { reason: string } => ({
  ...{ id: uuidv7(), kind: "workshop", title: "Hội thảo mẫu về thư viện số", summary: "Giới thiệu (mẫu)." },
  ...{ place: "Hội trường (mẫu)", audience: "Người dân", expected: 50, reformPart: "Hướng dẫn thủ tục." },
  startsAt: new Date("2026-10-20T08:00:00+07:00"),
  endsAt: new Date("2026-10-20T11:00:00+07:00"),
  leadUnitId: sampleUnitId("phong-mau-a"),
  ...{ questionsUntil: null, items: [{ atHour: "08:30", words: "Nói về thủ tục", isReform: true }] },
  ...{ obligationIds: [sampleObligationId("III.4-a")], reason: "" },
  ...change,
});
async function announced(change: Partial<EventFields> = {}) {
  const given = fields(change);
  const { changedAt } = await act(writer, (current) => saveEvent(current, given));
  await act(leader, (current) => announceEvent(current, { id: given.id, changedAt }));
  return given;
}
const now = (id: string) => heldEvent(db.database, SAMPLE_AGENCY_ID, id);
const proofs = async (id: string) =>
  (await evidenceBetween(db.database, SAMPLE_AGENCY_ID, { from: "2026-10-01", to: "2026-10-31" })).filter(
    ({ sourceId }) => sourceId === id,
  );

beforeAll(async () => {
  db = await testDatabase("sample");
});

test("events are found by their words in any order, with or without diacritics", async () => {
  const find = async (q: string) => {
    const filter = { when: "past", q, page: 1 } as const;
    const { events, total } = await listEvents(db.database, clerk, filter, new Date());
    expect(events).toHaveLength(total);
    return events.map(({ title }) => title);
  };
  const dialogue = [expect.stringContaining("Đối thoại với cơ sở lưu trú")];
  for (const words of ["doi thoai luu tru", "LƯU TRÚ đối thoại", "hoi truong tang 3"])
    expect(await find(words)).toEqual(dialogue);
  expect(await find("đối thoại 100% không có")).toEqual([]);
});

describe("an event", () => {
  test("is announced by another than its writer, as it was read, and only whole", async () => {
    const given = fields({ summary: "" });
    const { changedAt } = await act(writer, (current) => saveEvent(current, given));
    const announce = (who: Actor, seen = changedAt) =>
      act(who, (current) => announceEvent(current, { id: given.id, changedAt: seen }));
    await expect(announce(leader)).rejects.toThrow(Unacceptable);
    const { changedAt: second } = await act(
      clerk,
      (current) => saveEvent(current, { ...given, summary: "Có lời giới thiệu." }),
      "2026-10-05T10:00:00+07:00",
    );
    await expect(announce(clerk, second)).rejects.toThrow("người khác phải công bố");
    await expect(announce(writer, second)).rejects.toThrow(Forbidden);
    await expect(announce(leader)).rejects.toThrow(Conflict);
    const row = await announce(leader, second);
    expect([row.state, row.sequence]).toEqual(["announced", 0]);
    expect(await eventBySlug(db.database, SAMPLE_AGENCY_ID, row.slug!)).toMatchObject({ id: given.id });
    const { rows } = await db.pool.query("select kind from search_text where object_id = $1", [given.id]);
    expect(rows).toEqual([{ kind: "event" }]);
    await expect(act(clerk, (current) => removeEvent(current, { id: given.id }))).rejects.toThrow(Forbidden);
  });

  test("changes in public with a reason, one number of the calendar each", async () => {
    const given = await announced();
    const moved = { ...given, startsAt: new Date("2026-10-20T07:30:00+07:00") };
    await expect(act(writer, (current) => saveEvent(current, moved))).rejects.toThrow(Unacceptable);
    await act(writer, (current) => saveEvent(current, { ...moved, reason: "Hội trường mở sớm." }));
    // What the public is not told of needs no reason.
    await act(writer, (current) => saveEvent(current, { ...moved, expected: 70 }));
    expect(await now(given.id)).toMatchObject({ sequence: 1, expected: 70, state: "announced" });
    const [newest] = await changesOf(db.database, given.id);
    expect(newest).toMatchObject({ act: "reschedule", reason: "Hội trường mở sớm." });
    expect(newest!.differences).toEqual([expect.stringContaining("Thời gian: 08:00")]);
  });

  test("is postponed and gets a new day, or is cancelled for good", async () => {
    const given = await announced();
    await act(leader, (current) => postponeEvent(current, { id: given.id, reason: "Mưa bão." }));
    const again = { ...given, place: "Nơi khác", reason: "Có nơi khác." };
    await expect(act(clerk, (current) => saveEvent(current, again))).rejects.toThrow(Conflict);
    const later = {
      startsAt: new Date("2026-10-27T08:00:00+07:00"),
      endsAt: new Date("2026-10-27T11:00:00+07:00"),
    };
    await act(clerk, (current) => saveEvent(current, { ...again, ...later }));
    expect(await now(given.id)).toMatchObject({ state: "announced", sequence: 2 });
    await act(leader, (current) => cancelEvent(current, { id: given.id, reason: "Không tổ chức nữa." }));
    await expect(
      act(leader, (current) => postponeEvent(current, { id: given.id, reason: "Mưa." })),
    ).rejects.toThrow(Forbidden);
    expect((await changesOf(db.database, given.id)).map((change) => change.act)).toEqual([
      ...["cancel", "reschedule", "postpone", "announce"],
    ]);
  });

  test("that took place proves what it serves, until that is taken back", async () => {
    const given = await announced();
    const hold = (at: string) =>
      act(
        writer,
        (current) => holdEvent(current, { id: given.id, attended: 41, countedHow: "list", heldNote: "" }),
        at,
      );
    await expect(hold("2026-10-19T08:00:00+07:00")).rejects.toThrow("chưa đến giờ");
    await hold("2026-10-21T08:00:00+07:00");
    const [proof] = await proofs(given.id);
    expect(proof).toMatchObject({ obligationIds: [sampleObligationId("III.4-a")], at: given.startsAt });
    expect(proof!.label).toContain("41 người dự");
    await act(leader, (current) => takeBackHeld(current, { id: given.id, reason: "Ghi nhầm." }));
    expect(await proofs(given.id)).toEqual([]);
    expect(await now(given.id)).toMatchObject({ state: "announced", attended: null });
  });

  test("goes on with the heir of the unit that led it, and stays where it took place", async () => {
    const [open, over] = [await announced(), await announced()];
    const held = { id: over.id, attended: 5, countedHow: "list" as const, heldNote: "" };
    await act(writer, (current) => holdEvent(current, held), "2026-10-21T08:00:00+07:00");
    const succession = { unitIds: [sampleUnitId("phong-mau-a")], heirIds: [sampleUnitId("phong-mau-b")] };
    await act(clerk, (current) => inheritEvents(current, succession));
    expect((await now(open.id)).leadUnitId).toBe(sampleUnitId("phong-mau-b"));
    expect((await now(over.id)).leadUnitId).toBe(sampleUnitId("phong-mau-a"));
  });

  test("belongs to its agency and its unit", async () => {
    const given = fields({ leadUnitId: sampleUnitId("phong-mau-b") });
    await expect(act(writer, (current) => saveEvent(current, given))).rejects.toThrow("đơn vị khác");
    await expect(
      act(clerk, (current) => saveEvent(current, fields({ leadUnitId: uuidv7() }))),
    ).rejects.toThrow(NotFound);
    await act(clerk, (current) => saveEvent(current, given));
    await expect(act(writer, (current) => removeEvent(current, { id: given.id }))).rejects.toThrow(Forbidden);
    const stranger = { ...clerk, agencyId: uuidv7() };
    await expect(presentEvent(db.database, stranger, given.id)).rejects.toThrow(NotFound);
    await expect(
      act(clerk, (current) => saveEvent(current, { ...given, endsAt: given.startsAt })),
    ).rejects.toThrow(Unacceptable);
  });
});
