import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { organizationApi, people } from "../organization.fixture.ts";
import { sampleEmail } from "../seed.ts";
import { handOverMail } from "./hand-over-mail.ts";
import { sendingOn } from "./sending.fixture.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const call = organizationApi(() => db.database);
const { tell, sweep } = sendingOn(() => db.database);
const { head } = people;

/** Monday, 17 August 2026: no holiday is near. */
const on = (time: string, day = "17") => new Date(`2026-08-${day}T${time}:00+07:00`);
const usual = {
  quiet: true,
  quietFrom: 1140,
  quietTo: 420,
  quietDaysOff: true,
  digest: "off",
  pushDiscreet: false,
};
const setHours = (changed = {}) => call(head, "PUT", "/me/notice-settings/hours", { ...usual, ...changed });
const choose = (kind: string, mail: string) =>
  call(head, "PUT", `/me/notice-settings/kinds/${kind}`, { mail });
const subjects = async (now: Date) => (await sweep(now)).map(({ subject }) => subject);
afterEach(async () => {
  await db.pool.query(
    "update notice_preference set mail = 'now'; update notice_sending set state = 'dropped' where state = 'waiting'; update mail set state = 'refused' where state = 'pending'",
  );
  await setHours();
});

describe("in quiet hours", () => {
  test("nothing goes out and nothing is lost: what came is one mail when they end", async () => {
    await tell(["head"], { cause: "toi-1", title: "Đã duyệt: Tin A", at: on("20:00") });
    await tell(["head"], {
      cause: "toi-2",
      title: "Cần sửa: Tin B",
      at: on("23:00"),
      href: "/workspace/noi-dung/1#nhan-xet",
    });
    expect(await subjects(on("23:01"))).toEqual([]);
    expect(await subjects(new Date("2026-08-18T06:59:00+07:00"))).toEqual([]);
    const [mail, ...more] = await sweep(new Date("2026-08-18T07:00:00+07:00"));
    expect(more).toEqual([]);
    expect(mail!.subject).toBe("2 thông báo từ Gần Dân: Đã duyệt: Tin A");
    // Both are about one screen, one of them about a part of it, so they stand in one paragraph.
    expect(mail!.text).toMatch(
      /• Đã duyệt: Tin A\n• Cần sửa: Tin B\n {2}Xem tại: \S+\/noi-dung\/1#nhan-xet\n {2}Vì sao có: Bạn viết/,
    );
    expect(await subjects(new Date("2026-08-18T07:05:00+07:00"))).toEqual([]);
  });

  test("what is urgent goes at once, alone", async () => {
    await tell(["head"], { cause: "toi-3", at: on("20:00") });
    await tell(["head"], { cause: "toi-4", kind: "failure", title: "Không đăng được", at: on("20:01") });
    expect(await subjects(on("20:02"))).toEqual(["Không đăng được"]);
  });

  test("ended by the person themselves, what was held back goes", async () => {
    await tell(["head"], { cause: "toi-5", at: on("20:00", "16") });
    expect(await subjects(on("20:02", "16"))).toEqual([]);
    await setHours({ quiet: false });
    expect(await subjects(new Date())).toEqual(["Đã duyệt: Tin mẫu"]);
  });
});

describe("the digest", () => {
  test("holds what is to be gathered, once, and the rest goes at once", async () => {
    await setHours({ digest: "twice" });
    await choose("content", "digest");
    await tell(["head", "editor"], { cause: "gom-1", title: "Tin A", at: on("09:00") });
    await tell(["head"], { cause: "gom-2", title: "Tin B", at: on("10:00") });
    await tell(["head"], { cause: "gom-3", kind: "task", title: "Việc C", at: on("10:01") });
    expect((await sweep(on("10:02"))).map(({ to, subject }) => [to, subject]).toSorted()).toEqual([
      [sampleEmail("editor"), "Tin A"],
      [sampleEmail("head"), "Việc C"],
    ]);
    const both = await Promise.all([
      handOverMail(db.database, on("16:00")),
      handOverMail(db.database, on("16:00")),
    ]);
    expect(both[0]! + both[1]!).toBe(1);
    expect(await subjects(on("16:00"))).toEqual(["2 thông báo từ Gần Dân: Tin A"]);
    expect(await subjects(new Date("2026-08-18T07:30:00+07:00"))).toEqual([]);
  });

  test("of nobody who gathers nothing is sent; without a rhythm each goes by itself", async () => {
    await choose("content", "digest");
    await tell(["head"], { cause: "gom-4", at: on("09:00") });
    expect(await subjects(on("09:01"))).toEqual(["Đã duyệt: Tin mẫu"]);
  });
});

test("hours that begin and end at once are refused beside their field", async () => {
  const { status, json } = await setHours({ quietTo: 1140 });
  expect([status, json.data?.issues ?? json.issues]).toEqual([400, expect.anything()]);
});
