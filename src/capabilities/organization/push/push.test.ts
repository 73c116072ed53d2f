import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters } from "#platform/work/notice-matters.ts";
import { sendingOn, WORKING } from "../notices/sending.fixture.ts";
import { organizationApi, people } from "../organization.fixture.ts";
import { encryptPush } from "./encrypt-push.ts";
import { pushDueNotices } from "./push-due-notices.ts";
import { pushKeys } from "./push-keys.ts";
import { Browser, PushService } from "./push-service.fixture.ts";
import { isPushEndpoint, postPush, secondsToWait } from "./push-transport.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const call = organizationApi(() => db.database);
const { tell } = sendingOn(() => db.database);
const { head, editor } = people;
const keys = pushKeys("bi-mat-de-thu-".repeat(4));
let service = new PushService(keys.publicKey);
const site = { keys, contact: "https://mau.gandan.vn", backoff: 0 };
const sweep = (now = WORKING) => pushDueNotices(db.database, { ...site, post: service.post }, now);
const PHONE = "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36";
const add = (who: typeof head, browser: Browser) =>
  call(who, "POST", "/me/push-devices", browser.subscription, { "user-agent": PHONE });
/** A device of the head, whose own welcome is out of the way. */
async function withDevice(name: string, host?: string): Promise<Browser> {
  const browser = new Browser(name, host);
  expect((await add(head, browser)).status).toBe(200);
  await db.pool.query("update notice_sending set state = 'dropped' where state = 'waiting'");
  return browser;
}
const devices = async (who = head) => (await call(who, "GET", "/me/push-devices")).json.devices;
afterEach(async () => {
  await db.pool.query(
    "delete from push_device; update notice_sending set state = 'dropped' where state = 'waiting'",
  );
  service = new PushService(keys.publicKey);
});

describe("a device of a person", () => {
  test("is told of what concerns this person, so that nobody between reads it", async () => {
    const browser = await withDevice("mot");
    await tell(["head", "editor"], { cause: "day-1", kind: "task", title: "Bạn được giao nhiệm vụ: Sổ tay" });
    expect(await sweep()).toBe(1);
    const [{ body, endpoint }] = service.taken as [(typeof service.taken)[0]];
    expect(endpoint).toBe(browser.endpoint);
    expect(body.includes("giao")).toBe(false);
    expect(browser.read(body)).toEqual({
      id: expect.any(String),
      title: "Bạn được giao nhiệm vụ: Sổ tay",
      href: "/workspace/noi-dung/1",
    });
    expect(await sweep()).toBe(0);
    expect((await devices())[0]).toMatchObject({
      name: "Chrome trên điện thoại Android",
      lastSentAt: WORKING.toISOString(),
    });
  });

  test("hears that it was added, and ends by the hand of its owner alone", async () => {
    const browser = new Browser("hai");
    await add(head, browser);
    const [{ id }] = await devices();
    const { rows } = await db.pool.query("select title from notice where cause like $1", [
      `account-push-device:${id}:%`,
    ]);
    expect(rows).toEqual([{ title: "Từ nay thông báo cũng đến Chrome trên điện thoại Android" }]);
    expect((await call(editor, "POST", `/me/push-devices/${id}/end`)).status).toBe(404);
    expect((await call(head, "POST", `/me/push-devices/${id}/end`)).json.devices).toEqual([]);
  });

  test("follows whoever uses it: the person before is told there no more", async () => {
    const browser = await withDevice("ba");
    await add(editor, browser);
    expect([await devices(head), (await devices(editor)).length]).toEqual([[], 1]);
  });

  test("is forgotten when its push service says that it is gone", async () => {
    await withDevice("bon");
    await tell(["head"], { cause: "day-2", kind: "task" });
    service.answers = [410];
    expect([await sweep(), await devices()]).toEqual([0, []]);
  });

  test("is tried once more after a failure, then the reason is kept and the notice waits in the application", async () => {
    await withDevice("nam");
    await tell(["head"], { cause: "day-3", kind: "task" });
    service.answers = ["no answer", 201];
    expect([await sweep(), service.asked]).toEqual([1, 2]);
    await tell(["head"], { cause: "day-4", kind: "task" });
    service.answers = [503, 500];
    expect([await sweep(), service.asked]).toEqual([0, 4]);
    await tell(["head"], { cause: "day-5", kind: "task" });
    service.answers = [400];
    expect([await sweep(), service.asked]).toEqual([0, 5]);
    expect((await devices())[0].lastError).toBe("Dịch vụ đẩy trả lời 400");
  });

  test.each([404, 410])(
    "is forgotten after %i alone, not after a service that is busy or down",
    async (gone) => {
      await withDevice(`het-${gone}`);
      for (const [index, status] of [429, 500, 502, 503].entries()) {
        await tell(["head"], { cause: `day-${gone}-${index}`, kind: "task" });
        service.answers = [status, status];
        await sweep();
        expect(await devices()).toMatchObject([{ lastError: `Dịch vụ đẩy trả lời ${status}` }]);
      }
      await tell(["head"], { cause: `day-${gone}-het`, kind: "task" });
      service.answers = [gone];
      await sweep();
      expect(await devices()).toEqual([]);
    },
  );

  test("is asked again when its service has asked to wait a little, and not before its time where it is long", async () => {
    await withDevice("cho");
    await tell(["head"], { cause: "day-cho-1", kind: "task" });
    service.answers = [{ status: 429, retryAfter: 5 }, 201];
    expect([await sweep(), service.asked]).toEqual([1, 2]);
    await tell(["head"], { cause: "day-cho-2", kind: "task" });
    service.answers = [{ status: 429, retryAfter: 3600 }, 201];
    expect([await sweep(), service.asked]).toEqual([0, 3]);
    expect((await devices())[0].lastError).toBe("Dịch vụ đẩy trả lời 429");
    const now = new Date("2026-11-29T08:00:00Z");
    expect(
      ["120", "Sun, 29 Nov 2026 08:00:30 GMT", "Sun, 29 Nov 2026 07:00:00 GMT", "lát nữa", "", null].map(
        (said) => secondsToWait(said, now),
      ),
    ).toEqual([120, 30, 0, null, null, null]);
  });

  test("shows a notice once though a killed process tells it again", async () => {
    await withDevice("sau");
    await tell(["head"], { cause: "day-6", kind: "task" });
    await sweep();
    // A kill after the sending leaves the row waiting, until its lease of ten minutes has run out.
    await db.pool.query(
      "update notice_sending set state = 'waiting' where notice_id = (select id from notice where cause = 'day-6')",
    );
    expect(await sweep()).toBe(0);
    expect(await sweep(new Date(WORKING.getTime() + 11 * 60_000))).toBe(1);
    expect(service.taken).toHaveLength(2);
    expect(new Set(service.taken.map(({ topic }) => topic)).size).toBe(1);
  });
});

describe("what is told on devices", () => {
  test("are the kinds that the person chose, outside quiet hours, several as one; discreetly where wished", async () => {
    const browser = await withDevice("bay");
    await tell(["head"], { cause: "day-7", kind: "content" });
    expect(await sweep()).toBe(0);
    await call(head, "PUT", "/me/notice-settings/kinds/content", { push: true });
    await call(head, "PUT", "/me/notice-settings/kinds/task", { push: false });
    const evening = new Date("2026-08-17T20:00:00+07:00");
    for (const [cause, kind] of [
      ["day-8", "content"],
      ["day-9", "content"],
      ["day-10", "task"],
    ] as const)
      await tell(["head"], { cause, kind, at: evening });
    expect(await sweep(evening)).toBe(0);
    expect(await sweep(new Date("2026-08-18T07:00:00+07:00"))).toBe(1);
    expect(browser.read(service.taken[0]!.body)).toMatchObject({
      title: "2 thông báo mới trong Gần Dân",
      href: "/workspace/",
    });
    const hours = { quiet: true, quietFrom: 1140, quietTo: 420, quietDaysOff: true, digest: "off" };
    await call(head, "PUT", "/me/notice-settings/hours", { ...hours, pushDiscreet: true });
    await tell(["head"], { cause: "day-11", kind: "content", title: "Họ tên ai đó" });
    await sweep();
    expect(browser.read(service.taken[1]!.body)).toMatchObject({ title: "Có việc mới trong Gần Dân" });
    await call(head, "PUT", "/me/notice-settings/hours", { ...hours, pushDiscreet: false });
  });

  test("is nothing that was read or settled meanwhile, and nothing a day old", async () => {
    await withDevice("tam");
    learnNoticeMatters({ "day-xong": async () => "Việc đã xong." });
    await tell(["head"], { cause: "day-xong:1", kind: "due" });
    await tell(["head"], { cause: "day-doc", kind: "due" });
    await db.pool.query("update notice set read_at = now() where cause = 'day-doc'");
    await tell(["head"], { cause: "day-cu", kind: "due", at: new Date("2026-08-14T09:00:00+07:00") });
    expect([await sweep(), service.asked]).toEqual([0, 0]);
    const { rows } = await db.pool.query("select settled_why from notice where cause = 'day-xong:1'");
    expect(rows).toEqual([{ settled_why: "Việc đã xong." }]);
  });
});

describe("the way out", () => {
  test("leads to the push services of browsers alone, over https", async () => {
    for (const endpoint of [
      "https://fcm.googleapis.com/fcm/send/a",
      "https://updates.push.services.mozilla.com/wpush/v2/a",
      "https://web.push.apple.com/a",
      "https://wns2-sg2p.notify.windows.com/w/?token=a",
    ])
      expect(isPushEndpoint(endpoint), endpoint).toBe(true);
    for (const endpoint of [
      "http://fcm.googleapis.com/a",
      "https://fcm.googleapis.com:8443/a",
      "https://a:b@fcm.googleapis.com/a",
      "https://fcm.googleapis.com.example.vn/a",
      "https://xfcm.googleapis.com.vn/a",
      "https://127.0.0.1/a",
      "https://10.0.0.5/a",
      "không phải địa chỉ",
    ]) {
      expect(isPushEndpoint(endpoint), endpoint).toBe(false);
      await expect(postPush(endpoint, {}, Buffer.alloc(1)), endpoint).rejects.toThrow(
        "không thuộc dịch vụ đẩy",
      );
    }
    const refused = await add(head, new Browser("chin", "push.example.vn"));
    expect(refused.status).toBe(422);
    const wrongKeys = { ...new Browser("muoi").subscription, publicKey: "AAAA" };
    expect((await call(head, "POST", "/me/push-devices", wrongKeys)).status).toBe(422);
  });

  test("carries what the standard's own example says (RFC 8291, appendix A)", () => {
    const of = (text: string) => Buffer.from(text, "base64url");
    const sealed = encryptPush(
      Buffer.from("When I grow up, I want to be a watermelon"),
      {
        publicKey: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        authSecret: "BTBZMqHH6r4Tts7J_aSIgg",
      },
      {
        salt: of("DGv6ra1nlYgDCS1FRnbzlw"),
        ownPrivateKey: of("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
      },
    );
    expect(sealed.toString("base64url")).toBe(
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
    );
  });
});
