import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters } from "#platform/work/notice-matters.ts";
import { organizationApi, people } from "../organization.fixture.ts";
import { sampleEmail, samplePersonId } from "../seed.ts";
import { handOverMail } from "./hand-over-mail.ts";
import { sendingOn, WORKING } from "./sending.fixture.ts";
import { stopPath } from "./stop-link.ts";
import { stopMailRoutes } from "./stop-mail.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const call = organizationApi(() => db.database);
const { tell, sweep } = sendingOn(() => db.database);
const { head, editor } = people;
afterEach(async () => {
  await db.pool.query(
    "update notice_preference set mail = null, push = null; update notice_default set mail = null, push = null; update notice_hours_default set digest = 'off', quiet_from = 1140; update notice_sending set state = 'dropped' where state = 'waiting'; update mail set state = 'refused' where state = 'pending'; update person set active = true",
  );
});

const noticesOf = async (who: typeof head) => (await call(who, "GET", "/notices")).json.notices;
const mailOf = async (who: typeof head, kind: string) =>
  (await call(who, "GET", "/me/notice-settings")).json.kinds.find(
    (one: { kind: string }) => one.kind === kind,
  ).mail;

describe("a notice leaves the application", () => {
  test("as one mail that says why it came, where to change that, and how to stop its kind", async () => {
    await tell(["head", "head", "editor"], { cause: "mot" });
    await tell(["head"], { cause: "mot" });
    const mails = await sweep();
    expect(mails.map(({ to }) => to).toSorted()).toEqual([sampleEmail("editor"), sampleEmail("head")]);
    expect(mails[0]).toMatchObject({
      subject: "Đã duyệt: Tin mẫu",
      text: expect.stringMatching(
        /https:\/\/mau\.gandan\.vn\/workspace\/noi-dung\/1[\s\S]*Vì sao có thư này: Bạn viết[\s\S]*Thôi nhận thư loại này[\s\S]*\/workspace\/cai-dat-thong-bao/,
      ),
      headers: {
        "List-Unsubscribe": expect.stringMatching(
          /^<https:\/\/mau\.gandan\.vn\/thoi-nhan-thu\/.+\/content\//,
        ),
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    });
    expect(await sweep()).toEqual([]);
  });

  test("once, also when two processes sweep at the same moment", async () => {
    await tell(["head", "editor"], { cause: "hai" });
    const queued = await Promise.all([
      handOverMail(db.database, WORKING),
      handOverMail(db.database, WORKING),
    ]);
    expect(queued[0]! + queued[1]!).toBe(2);
    expect(await sweep()).toHaveLength(2);
  });

  test("to nobody whose account was shut before it went", async () => {
    await tell(["head"], { cause: "ba" });
    await db.pool.query("update person set active = false where id = $1", [samplePersonId("head")]);
    expect(await sweep()).toEqual([]);
  });

  test("only with what still stands; the rest is marked in the application and not sent", async () => {
    let open = ["a", "b"];
    learnNoticeMatters({
      thu: async (_, { about: [id] }) => (open.includes(id!) ? null : `Việc ${id} đã xong.`),
    });
    for (const id of ["a", "b", "c"])
      await tell(["head"], {
        cause: `thu:${id}`,
        title: `Việc ${id}`,
        at: new Date("2026-08-16T20:00:00+07:00"),
      });
    expect(await sweep(new Date("2026-08-16T20:01:00+07:00"))).toEqual([]);
    const [mail] = await sweep();
    expect(mail!.subject).toBe("2 thông báo từ Gần Dân: Việc a");
    expect(mail!.text).not.toContain("Việc c");
    const listed = (await noticesOf(head)).map(
      ({ title, settledWhy }: { title: string; settledWhy: string | null }) => [title, settledWhy],
    );
    expect(listed).toContainEqual(["Việc c", "Việc c đã xong."]);
    expect(listed).toContainEqual(["Việc a", null]);

    await tell(["head"], { cause: "thu:d", title: "Việc d" });
    open = [];
    expect(await sweep()).toEqual([]);
    const { rows } = await db.pool.query("select state from mail where subject = 'Việc d'");
    expect(rows).toEqual([{ state: "unneeded" }]);
  });
});

describe("the list in the application", () => {
  const lookAgain = async () => (await call(head, "POST", "/notices/look-again", {})).json;

  test("is looked at again as one when it is opened; what is gone is marked, counted no more and not sent", async () => {
    const asked: number[] = [];
    let gone: string[] = [];
    learnNoticeMatters({
      cung: {
        all: async (_, told) => {
          asked.push(told.length);
          return told.map(({ about: [id] }) => (gone.includes(id!) ? `Việc ${id} đã xong.` : null));
        },
      },
    });
    await sweep();
    for (const id of ["x", "y", "z"]) await tell(["head"], { cause: `cung:${id}`, title: `Việc ${id}` });
    const { unread } = await lookAgain();
    gone = ["y"];
    const list = await lookAgain();
    expect(asked).toEqual([3, 3]);
    expect(list.unread).toBe(unread - 1);
    const told = list.notices.filter(({ matter }: { matter: string }) => matter === "cung");
    expect(
      Object.fromEntries(
        told.map(({ about: [id], settledWhy }: { about: string[]; settledWhy: string | null }) => [
          id,
          settledWhy,
        ]),
      ),
    ).toEqual({ x: null, y: "Việc y đã xong.", z: null });
    expect((await sweep()).map(({ subject }) => subject).toSorted()).toEqual(["Việc x", "Việc z"]);
    // What was marked is asked for no more.
    await lookAgain();
    expect(asked.at(-1)).toBe(2);
  });
});

describe("a person's choice", () => {
  const choose = (who: typeof head, kind: string, mail: string) =>
    call(who, "PUT", `/me/notice-settings/kinds/${kind}`, { mail });

  test("stops the mail of a kind for this person alone; the notice stays in the application", async () => {
    expect((await choose(head, "content", "off")).status).toBe(200);
    await tell(["head", "editor"], { cause: "bon" });
    await tell(["head"], { cause: "nam", kind: "due", title: "Còn 1 ngày" });
    expect((await sweep()).map(({ to, subject }) => [to, subject]).toSorted()).toEqual([
      [sampleEmail("editor"), "Đã duyệt: Tin mẫu"],
      [sampleEmail("head"), "Còn 1 ngày"],
    ]);
    expect((await noticesOf(head)).map(({ title }: { title: string }) => title)).toContain(
      "Đã duyệt: Tin mẫu",
    );
    const { rows } = await db.pool.query(
      "select before, after from audit_entry where act = 'set-notice-preference' and object_id = $1",
      [head.personId],
    );
    expect(rows).toEqual([
      {
        before: { noticeKind: "content", noticeMail: "now", noticePush: false },
        after: { noticeKind: "content", noticeMail: "off", noticePush: false },
      },
    ]);
  });

  test("counts also when it is made after the notice and before the mail", async () => {
    await tell(["head"], { cause: "sau" });
    await choose(head, "content", "off");
    expect(await sweep()).toEqual([]);
  });

  test("cannot switch off what waits for this person, and is told why", async () => {
    const refused = await choose(head, "review", "off");
    expect(refused).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining("chờ bạn duyệt") },
    });
    expect(refused.json.data.issues[0].message).toContain("chờ bạn");
    await tell(["head"], { cause: "bay", kind: "review" });
    const [mail] = await sweep();
    expect(mail!.headers).toEqual({});
    expect(mail!.text).toContain("Thư loại này luôn được gửi.");
    expect((await choose(head, "khong-co", "off")).status).toBe(400);
  });
});

describe("an agency's defaults", () => {
  const settings = async (who: typeof head, kind: string) => {
    const { json } = await call(who, "GET", "/me/notice-settings");
    const { mail, push, by } = json.kinds.find((one: { kind: string }) => one.kind === kind);
    return { mail, push, by };
  };
  const agency = (asked: object, who = people.administrator, kind = "plan") =>
    call(who, "PUT", `/agency/notice-defaults/kinds/${kind}`, asked);

  test("hold for who chose nothing, one's own choice above them until it is given up", async () => {
    expect(await settings(editor, "plan")).toEqual({ mail: "now", push: false, by: "usual" });
    expect((await agency({ mail: "off", push: true })).status).toBe(200);
    expect(await settings(editor, "plan")).toEqual({ mail: "off", push: true, by: "agency" });
    await tell(["editor"], { cause: "mac-dinh", kind: "plan" });
    expect(await sweep()).toEqual([]);
    await call(editor, "PUT", "/me/notice-settings/kinds/plan", { mail: "now" });
    expect(await settings(editor, "plan")).toEqual({ mail: "now", push: true, by: "own" });
    await tell(["editor", "head"], { cause: "rieng", kind: "plan" });
    expect((await sweep()).map(({ to }) => to)).toEqual([sampleEmail("editor")]);
    await call(editor, "PUT", "/me/notice-settings/kinds/plan", { mail: null, push: null });
    expect(await settings(editor, "plan")).toEqual({ mail: "off", push: true, by: "agency" });
  });

  test("of hours likewise, and are set by its administrators alone", async () => {
    const { json } = await call(people.administrator, "GET", "/agency/notice-defaults");
    const hours = { ...json.hours, quietFrom: 1080, digest: "weekly" };
    expect((await call(people.administrator, "PUT", "/agency/notice-defaults/hours", hours)).status).toBe(
      200,
    );
    const held = async () => (await call(editor, "GET", "/me/notice-settings")).json;
    expect(await held()).toMatchObject({ hours: { quietFrom: 1080, digest: "weekly" }, hoursBy: "agency" });
    await call(editor, "PUT", "/me/notice-settings/hours", { ...hours, digest: "off" });
    expect(await held()).toMatchObject({ hours: { digest: "off" }, hoursBy: "own" });
    await call(editor, "DELETE", "/me/notice-settings/hours");
    expect(await held()).toMatchObject({ hours: { digest: "weekly" }, hoursBy: "agency" });
    expect((await agency({ mail: "off" }, editor)).status).toBe(403);
    expect((await call(editor, "PUT", "/agency/notice-defaults/hours", hours)).status).toBe(403);
  });

  test("cannot switch off what waits for somebody", async () => {
    const refused = await agency({ mail: "off" }, people.administrator, "review");
    expect([refused.status, refused.json.data.issues[0].field]).toEqual([422, "mail"]);
  });
});

describe("the one click of a mail program", () => {
  const config = readConfig({ GANDAN_DATA: mkdtempSync(join(tmpdir(), "gandan-stop-")) });
  const path = (kinds: string[]) =>
    stopPath(readSecrets(config.secretFile).auth, samplePersonId("editor"), kinds);
  const app = new Hono();
  beforeAll(() => stopMailRoutes(app, { database: db.database, config, baseUrl: () => "" }));
  const post = (to: string) => app.request(to, { method: "POST", body: "List-Unsubscribe=One-Click" });

  test("stops the kind for whom the mail was sent to, without a session", async () => {
    expect((await post(path(["content"]))).status).toBe(200);
    expect([
      await mailOf(editor, "content"),
      await mailOf(editor, "task"),
      await mailOf(head, "content"),
    ]).toEqual(["off", "now", "now"]);
  });

  test("stops nothing when the address is only opened, or was made up", async () => {
    const opened = await app.request(path(["content"]));
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/workspace/cai-dat-thong-bao"]);
    for (const forged of [
      path(["content"]).replace("/content/", "/task/"),
      path(["content"]).replace(samplePersonId("editor"), samplePersonId("head")),
      `${path(["content"])}x`,
    ])
      expect((await post(forged)).status, forged).toBe(404);
    expect((await post(path(["review"]))).status).toBe(200);
    expect([await mailOf(editor, "content"), await mailOf(editor, "review")]).toEqual(["now", "now"]);
  });
});
