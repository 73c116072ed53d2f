import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actorOf } from "./actor-of.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { SAMPLE_PASSWORD, sampleEmail, samplePersonId } from "./seed.ts";
import { signInRoutes } from "./sign-in.ts";
import { totpOf } from "./totp.fixture.ts";
import { userCommands } from "./user.command.ts";

let db: TestDatabase;
const app = new Hono();
const call = organizationApi(() => db.database);
const config = readConfig({
  GANDAN_DATA: mkdtempSync(join(tmpdir(), "gandan-second-factor-")),
  GANDAN_SAMPLE: "on",
});
beforeAll(async () => {
  db = await testDatabase("sample");
  signInRoutes(app, db.database, config);
});
beforeEach(() => db.pool.query("delete from sign_in_failure"));

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the route answers
  json: any;
  /** As the browser would send it next. */
  cookie: string;
}
async function post(path: string, json: object, cookie = ""): Promise<Answer> {
  const answer = await app.request(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie && { cookie }) },
    body: JSON.stringify(json),
  });
  const set = answer.headers.getSetCookie().filter((line) => !line.includes("Max-Age=0"));
  return {
    status: answer.status,
    json: await answer.json(),
    cookie: set.map((line) => line.split(";")[0]).join("; "),
  };
}
const signIn = (who: string) => post("sign-in", { email: sampleEmail(who), password: SAMPLE_PASSWORD });
const password = { password: SAMPLE_PASSWORD };
const who = (cookie: string) => actorOf(db.database, new Headers({ cookie }));

/** Sets up the second factor of a sample person as the screen does. */
async function setUp(email: string) {
  const { cookie } = await signIn(email);
  const { json } = await post("second-factor/begin", password, cookie);
  const confirmed = await post("second-factor/confirm", { code: totpOf(json.key) }, cookie);
  expect(confirmed.status).toBe(200);
  return { key: json.key as string, codes: json.recoveryCodes as string[], cookie: confirmed.cookie };
}
const actsOf = async (email: string) =>
  (
    await db.pool.query<{ act: string }>("select act from audit_entry where object_id = $1 order by at, id", [
      samplePersonId(email),
    ])
  ).rows.map(({ act }) => act);

describe("a second factor", () => {
  test("is asked for only once a first code was right, and then the password alone opens nothing", async () => {
    const { cookie } = await signIn("editor");
    expect((await post("second-factor/begin", { password: "sai-mat-khau-roi" }, cookie)).status).toBe(422);
    const { json } = await post("second-factor/begin", password, cookie);
    expect(json.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(new Set(json.recoveryCodes).size).toBe(10);
    expect((await signIn("editor")).json).toEqual({ ok: true });
    expect((await post("second-factor/confirm", { code: "000000" }, cookie)).status).toBe(422);
    const confirmed = await post("second-factor/confirm", { code: totpOf(json.key) }, cookie);
    expect(await who(confirmed.cookie)).toMatchObject({ personId: samplePersonId("editor") });
    expect((await post("second-factor/state", {}, confirmed.cookie)).json).toEqual({
      enabled: true,
      recoveryCodesLeft: 10,
    });

    const half = await signIn("editor");
    expect(half).toMatchObject({ status: 200, json: { secondStep: true } });
    expect(half.cookie).toMatch(/^gandan\.step=/);
    expect(await who(half.cookie)).toBeNull();
    expect(await who(half.cookie.replace("gandan.step", "gandan.session"))).toBeNull();
    const entered = await post("second-step", { code: totpOf(json.key, 1) }, half.cookie);
    expect(await who(entered.cookie)).toMatchObject({ personId: samplePersonId("editor") });
  });

  test("takes no code twice, and none after the step has run out", async () => {
    const { key } = await setUp("office");
    const code = totpOf(key, 1);
    const [one, two] = [await signIn("office"), await signIn("office")];
    expect((await post("second-step", { code }, one.cookie)).status).toBe(200);
    expect((await post("second-step", { code }, two.cookie)).status).toBe(401);
    expect((await post("second-step", { code: totpOf(key) }, one.cookie)).status).toBe(410);
    expect((await post("second-step", { code: totpOf(key) })).status).toBe(410);
  });

  test("takes each recovery code once, however it is typed, until new ones make the old useless", async () => {
    const { codes, cookie } = await setUp("finance");
    const [first = "", second = ""] = codes;
    const half = await signIn("finance");
    const typed = ` ${first.toUpperCase().replaceAll("-", " ")} `;
    expect((await post("second-step", { code: typed }, half.cookie)).status).toBe(200);
    expect((await post("second-step", { code: first }, (await signIn("finance")).cookie)).status).toBe(401);
    expect((await post("second-factor/state", {}, cookie)).json).toMatchObject({ recoveryCodesLeft: 9 });
    const renewed = await post("second-factor/recovery-codes", password, cookie);
    expect((await post("second-step", { code: second }, (await signIn("finance")).cookie)).status).toBe(401);
    const [fresh] = renewed.json.recoveryCodes;
    expect((await post("second-step", { code: fresh }, (await signIn("finance")).cookie)).status).toBe(200);
  });

  test("locks after five wrong codes, for the right one and the password too, whoever knows the password", async () => {
    const { key } = await setUp("leadership");
    const wrong = async () => post("second-step", { code: "000000" }, (await signIn("leadership")).cookie);
    const answers: Answer[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) answers.push(await wrong());
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(answers[2]!.json.advice).toContain("Còn 2 lần thử");
    expect((await signIn("leadership")).status).toBe(429);
    await db.pool.query("update sign_in_failure set at = at - interval '16 minutes'");
    const half = await signIn("leadership");
    expect((await post("second-step", { code: totpOf(key, 1) }, half.cookie)).status).toBe(200);
  });

  test("is turned off with the password by oneself", async () => {
    const { cookie } = await setUp("editor2");
    expect((await post("second-factor/remove", { password: "sai-mat-khau-roi" }, cookie)).status).toBe(422);
    expect((await post("second-factor/remove", password, cookie)).status).toBe(200);
    expect((await signIn("editor2")).json).toEqual({ ok: true });
    expect(await actsOf("editor2")).toEqual([
      "sign-in",
      "set-up-second-factor",
      "fail-sign-in",
      "remove-second-factor",
      "sign-in",
    ]);
  });

  test("is taken off with a reason by an administrator, which ends all sessions", async () => {
    const { cookie } = await setUp("head");
    const path = `/people/${samplePersonId("head")}/second-factor/reset`;
    const { administrator, auditor } = people;
    expect((await call(auditor, "POST", path, { reason: "Mất điện thoại" })).status).toBe(403);
    expect((await call(administrator, "POST", path, { reason: " " })).status).toBe(400);
    const { json } = await call(administrator, "POST", path, { reason: "Mất điện thoại" });
    expect(json).toMatchObject({ secondFactor: false });
    expect(await who(cookie)).toBeNull();
    expect((await signIn("head")).json).toEqual({ ok: true });
    expect((await call(administrator, "POST", path, { reason: "Mất điện thoại" })).status).toBe(409);
  });

  test("is taken off on the command line", async () => {
    await setUp("contributor");
    const command = userCommands.find(({ name }) => name === "user reset-second-factor")!;
    const said: unknown[] = [];
    const words = { args: [sampleEmail("contributor")], flags: { reason: "Mất điện thoại" }, config };
    expect(await command.refuse!({ ...words, flags: {} })).toContain("--reason");
    const code = await command.run({
      ...words,
      database: db.database,
      ownerUrl: "",
      answer: (data) => said.push(data),
      ask: async () => null,
      stdout: () => {},
      stderr: () => {},
    });
    expect([code, said]).toEqual([0, [{ email: sampleEmail("contributor"), dropped: true }]]);
    expect((await signIn("contributor")).json).toEqual({ ok: true });
    expect((await actsOf("contributor")).at(-2)).toBe("reset-second-factor");
  });

  test("leaves neither key nor codes readable in any table, the audit included", async () => {
    const { key, codes } = await setUp("auditor");
    const { rows } = await db.pool.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const dumps = await Promise.all(
      rows.map(({ table_name: name }) =>
        db.pool.query<{ all: string }>(`select coalesce(string_agg(t::text, ' '), '') as all from ${name} t`),
      ),
    );
    const everything = dumps.map(({ rows: [row] }) => row!.all).join(" ");
    expect(everything).toContain(samplePersonId("auditor"));
    for (const secret of [key, ...codes]) expect(everything).not.toContain(secret);
  });
});
