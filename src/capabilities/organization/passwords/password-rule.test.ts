import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { callerOf } from "../actor-of.ts";
import { organizationApi, people } from "../organization.fixture.ts";
import { SAMPLE_PASSWORD, sampleEmail, samplePersonId } from "../seed.ts";
import { signInRoutes } from "../sign-in.ts";
import { passwordDemands, passwordHindrance } from "./password-rule.ts";
import { askOfPasswords } from "./password-rule-queries.ts";

let db: TestDatabase;
const app = new Hono();
const call = organizationApi(() => db.database);
const { administrator, auditor } = people;
const data = mkdtempSync(join(tmpdir(), "gandan-passwords-"));
const config = (env: Record<string, string> = {}) =>
  readConfig({ GANDAN_DATA: data, GANDAN_SAMPLE: "on", ...env });
beforeAll(async () => {
  db = await testDatabase("sample");
  signInRoutes(app, db.database, config());
});
// Files share what a process was told at its start.
afterAll(() => askOfPasswords(readConfig({})));
beforeEach(async () => {
  askOfPasswords(config());
  await db.pool.query("delete from sign_in_failure; delete from password_rule");
});

async function post(path: string, json: object, cookie = "") {
  const answer = await app.request(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(json),
  });
  const [set] = answer.headers.getSetCookie();
  return { status: answer.status, json: await answer.json(), cookie: set?.split(";")[0] ?? cookie };
}
const signIn = (who: string, password = SAMPLE_PASSWORD) =>
  post("sign-in", { email: sampleEmail(who), password });
const rule = { minLength: 12, kinds: 3, remembered: 3, maxDays: null, refusedWords: ["Sông Cầu"] };
const setRule = (change: object = {}) =>
  call(administrator, "PUT", "/agency/password-rule", { ...rule, ...change });
const callWith = async (cookie: string, path: string) =>
  call(await callerOf(db.database, new Headers({ cookie })), "GET", path);

describe("a new password", () => {
  const floor = { minLength: 10, kinds: 2, remembered: 3, maxDays: null };
  const words = ["nguyenvanmau", "maunv", "svhttdl"];
  test.each([
    ["ngan-qua", "ít nhất 10 ký tự"],
    ["motcaudaimotloai", "2 trong 4 loại"],
    ["NguyenVanMau26", "dễ đoán"],
    ["maunv-2026!", "dễ đoán"],
    ["P@ssw0rd123", "dễ đoán"],
    ["Mật khẩu 123", "dễ đoán"],
    ["1234567890a", "dễ đoán"],
    ["aaaaaaaaaa-1", "dễ đoán"],
    ["SVHTTDL@2026", "dễ đoán"],
  ])("is refused in words: %s", (password, why) => {
    expect(passwordHindrance(password, floor, words)).toContain(why);
  });

  test("is taken where it is long and one's own, and shown demand by demand while it is typed", () => {
    expect(passwordHindrance("cây đa bến nước 7", floor, words)).toBeNull();
    expect(passwordDemands("cây đa bến", floor, words).map(({ met }) => met)).toEqual([
      true,
      true,
      true,
      null,
    ]);
    expect(passwordDemands("", floor, words).map(({ met }) => met)).toEqual([false, false, false, null]);
  });
});

describe("the agency's rule for passwords", () => {
  test("is set by its administrator, never below what the installation asks", async () => {
    askOfPasswords(config({ GANDAN_PASSWORD_LENGTH: "14", GANDAN_PASSWORD_DAYS: "90" }));
    expect((await call(auditor, "PUT", "/agency/password-rule", rule)).status).toBe(403);
    const { status, json } = await setRule();
    expect(status).toBe(422);
    expect(json.data.issues.map(({ field }: { field: string }) => field)).toEqual(["minLength", "maxDays"]);
    expect((await setRule({ minLength: 16, maxDays: 60 })).json).toMatchObject({
      minLength: 16,
      maxDays: 60,
      floor: { minLength: 14, maxDays: 90 },
    });
    const { rows } = await db.pool.query("select after from audit_entry where act = 'set-password-rule'");
    expect(rows).toEqual([{ after: expect.objectContaining({ minLength: 16, refusedWords: ["Sông Cầu"] }) }]);
  });

  test("is told before one types, and holds where a password is changed or set through a link", async () => {
    await setRule();
    const { cookie } = await signIn("editor");
    expect((await post("password-rule", {}, cookie)).json).toMatchObject({
      rule: { minLength: 12, kinds: 3 },
      words: expect.arrayContaining(["lethimau", "songcau", "svhttdl"]),
    });
    expect((await post("password-rule", {})).json).toMatchObject({ rule: { minLength: 10 }, words: [] });
    const refusals = { "Ngan-hon-12": "12 ký tự", "Songcau@2026": "dễ đoán", "toan-chu-thuong": "3 trong 4" };
    const invited = await call(administrator, "POST", `/people/${samplePersonId("office")}/recovery`);
    const token = new URL(invited.json.link, "http://localhost").searchParams.get("ma");
    for (const [password, why] of Object.entries(refusals)) {
      const changed = await post("change-password", { current: SAMPLE_PASSWORD, password }, cookie);
      expect([changed.status, changed.json.message]).toEqual([422, expect.stringContaining(why)]);
      const reset = await post("reset-password", { token, password });
      expect([reset.status, reset.json.message]).toEqual([422, expect.stringContaining(why)]);
    }
    expect((await post("reset-password", { token, password: "Cây đa bến nước" })).status).toBe(200);
  });

  test("takes none of the last passwords again, nor one of the installation's list", async () => {
    writeFileSync(join(data, "cam.txt"), "Trời xanh mây trắng 9\n");
    askOfPasswords(config({ GANDAN_PASSWORD_REFUSED_FILE: join(data, "cam.txt") }));
    let { cookie } = await signIn("finance");
    const change = async (current: string, password: string) => {
      const answer = await post("change-password", { current, password }, cookie);
      if (answer.status === 200) cookie = answer.cookie;
      return answer;
    };
    expect((await change(SAMPLE_PASSWORD, "trời xanh mây trắng-9")).json.message).toContain("danh sách");
    expect((await change(SAMPLE_PASSWORD, SAMPLE_PASSWORD)).json.message).toContain("đang dùng");
    expect((await change(SAMPLE_PASSWORD, "Câu thứ nhất đây")).status).toBe(200);
    expect((await change("Câu thứ nhất đây", SAMPLE_PASSWORD)).status).toBe(422);
    askOfPasswords(config({ GANDAN_PASSWORD_REMEMBERED: "1" }));
    expect((await change("Câu thứ nhất đây", SAMPLE_PASSWORD)).status).toBe(200);
  });

  test("holds whose password grew too old until it is changed, and nobody who came in without it", async () => {
    await setRule({ maxDays: 90 });
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query(
      "update auth_password set set_at = now() - interval '91 days' where user_id = (select user_id from person where id = $1)",
      [samplePersonId("head")],
    );
    await owner.end();
    const { cookie } = await signIn("head");
    expect(await callWith(cookie, "/people")).toMatchObject({
      status: 403,
      json: { code: "PASSWORD_TOO_OLD" },
    });
    expect((await callWith(cookie, "/me")).json.password.overdue).toBe(true);
    await db.pool.query("update auth_session set signed_in_by = 'passkey'");
    expect((await callWith(cookie, "/people")).status).toBe(200);
    await db.pool.query("update auth_session set signed_in_by = 'password'");
    const changed = await post(
      "change-password",
      { current: SAMPLE_PASSWORD, password: "Một câu mới 2026" },
      cookie,
    );
    expect((await callWith(changed.cookie, "/people")).status).toBe(200);
    expect((await callWith(changed.cookie, "/me")).json.password.overdue).toBe(false);
  });
});

describe("one's own password", () => {
  test("guessed before an act on the own account locks it like a guess at the door", async () => {
    const { cookie } = await signIn("contributor");
    const guess = { password: "sai-mat-khau-roi", current: "sai-mat-khau-roi" };
    const places = [
      "second-factor/begin",
      "passkey/register-options",
      "change-password",
      "second-factor/remove",
    ];
    for (const place of places) expect((await post(place, guess, cookie)).status).toBe(422);
    expect((await post("second-factor/recovery-codes", guess, cookie)).json.advice).toContain(
      "tạm khóa 15 phút",
    );
    expect((await post("second-factor/begin", { password: SAMPLE_PASSWORD }, cookie)).status).toBe(429);
    expect((await signIn("contributor")).status).toBe(429);
  });
});

describe("a passkey", () => {
  test("fulfils the rule of a second factor where the session began with it, and then no other way is added without it", async () => {
    await call(administrator, "PUT", "/agency/sign-in-rule", {
      secondFactorRoles: ["leadership"],
      secondFactorFrom: "2026-01-01",
    });
    const { cookie } = await signIn("leadership");
    expect((await callWith(cookie, "/me")).json.secondFactor).toMatchObject({
      overdue: true,
      passkeys: false,
    });
    await db.pool.query(
      `insert into auth_passkey (id, user_id, public_key, credential_id, counter, device_type, backed_up)
       select 'k', user_id, '', 'c', 0, 'singleDevice', false from person where id = $1`,
      [samplePersonId("leadership")],
    );
    expect((await callWith(cookie, "/people")).json.code).toBe("SECOND_FACTOR_REQUIRED");
    expect((await callWith(cookie, "/me")).json.secondFactor).toMatchObject({
      overdue: true,
      passkeys: true,
    });
    for (const way of ["second-factor/begin", "passkey/register-options"])
      expect((await post(way, { password: SAMPLE_PASSWORD }, cookie)).status).toBe(409);
    await db.pool.query("update auth_session set signed_in_by = 'passkey'");
    expect((await callWith(cookie, "/me")).json.secondFactor).toBeNull();
    expect((await callWith(cookie, "/people")).status).toBe(200);
  });
});
