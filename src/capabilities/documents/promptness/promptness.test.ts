import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { keepOff } from "../publishing/keep-off.ts";
import { letPublic } from "../publishing/let-public.ts";
import { publishDocument } from "../publishing/publish-document.ts";
import { registerDocument } from "../register-document.ts";
import { measuredDocuments, promptShare } from "./promptness-queries.ts";
import { setPromptness } from "./set-promptness.ts";
import { tellLateDocuments } from "./tell-late-documents.ts";

let db: TestDatabase;
const actor = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const clerk = actor("office", "office");
const as = <T>(who: Actor, act: Parameters<typeof work<T>>[2], at?: string) =>
  work(db.database, who, act, at ? { at: new Date(`${at}T09:00:00+07:00`) } : {});
const make = (number: string, issuedOn: string, more: object = {}) =>
  as(clerk, (w) =>
    registerDocument(w, {
      number,
      type: "Đề án",
      issuedOn,
      issuer: null,
      abstract: number,
      outgoing: true,
      ...more,
    }),
  );

beforeAll(async () => {
  db = await testDatabase("sample");
});

test("chưa đặt thì chưa tính; đặt rồi thì đếm ngày làm việc, liệt kê và báo một lần văn bản chậm", async () => {
  const year = { from: "2026-01-01", to: "2026-12-31", day: "2026-03-20" };
  expect(await measuredDocuments(db.database, SAMPLE_AGENCY_ID, year)).toEqual([]);
  const setting = { workingDays: 5, types: ["Đề án", "đề án"], fromDay: "2026-03-01" };
  await expect(as(actor("editor", "editor"), (w) => setPromptness(w, setting))).rejects.toBeInstanceOf(
    Forbidden,
  );
  await as(clerk, (w) => setPromptness(w, setting));
  const [quick, slow, late, fresh] = [
    await make("901/ĐA-SM", "2026-03-02"),
    await make("902/ĐA-SM", "2026-03-02"),
    await make("903/ĐA-SM", "2026-03-02"),
    await make("904/ĐA-SM", "2026-03-18"),
  ];
  await make("905/ĐA-SM", "2026-02-02");
  await make("906/CV-SM", "2026-03-02", { type: "Công văn" });
  await make("907/ĐA-SM", "2026-03-02", { outgoing: false, issuer: "Nơi khác" });
  await as(clerk, (w) => publishDocument(w, quick), "2026-03-09");
  await as(clerk, (w) => publishDocument(w, slow), "2026-03-10");
  const found = await measuredDocuments(db.database, SAMPLE_AGENCY_ID, year);
  expect(found.map(({ id, state, workingDays }) => [id, state, workingDays])).toEqual([
    [quick.id, "in-time", 5],
    [slow.id, "late", 6],
    [late.id, "late", 14],
    [fresh.id, "waiting", 2],
  ]);
  expect(promptShare(found)).toEqual({ numerator: 1, denominator: 3 });
  expect(today().toString() > "2026-04-01").toBe(true);
  const notices = async () =>
    (
      await db.database.execute<{ count: number }>(
        sql`select count(*)::int as count from notice where cause like 'document-late:%'`,
      )
    ).rows[0]!.count;
  expect(await tellLateDocuments(db.database)).toBe(2);
  const once = await notices();
  expect(once).toBeGreaterThan(0);
  await tellLateDocuments(db.database);
  expect(await notices()).toBe(once);

  // What was said not to become public is asked for no longer, and does not become public by accident.
  const reason = "Có nội dung mật";
  await expect(
    as(actor("contributor", "contributor"), (w) => keepOff(w, { id: late.id, reason })),
  ).rejects.toBeInstanceOf(Forbidden);
  await expect(as(clerk, (w) => keepOff(w, { id: quick.id, reason }))).rejects.toThrow(/rút khỏi cổng trước/);
  await as(clerk, (w) => keepOff(w, { id: late.id, reason }));
  await expect(as(clerk, (w) => keepOff(w, { id: late.id, reason }))).rejects.toThrow(Conflict);
  await expect(as(clerk, (w) => publishDocument(w, late))).rejects.toThrow(
    /không công khai \(Có nội dung mật\)/,
  );
  const measured = async () =>
    (await measuredDocuments(db.database, SAMPLE_AGENCY_ID, year)).map(({ id }) => id);
  expect(await measured()).toEqual([quick.id, slow.id, fresh.id]);
  await as(clerk, (w) => letPublic(w, { id: late.id, reason: "Đã giải mật" }));
  await expect(as(clerk, (w) => letPublic(w, { id: late.id, reason: "x" }))).rejects.toThrow(Conflict);
  expect(await measured()).toHaveLength(4);
});
